import type { Transaction } from '../../../shared/database/transaction';
import { JobCard } from './job-card.entity';
import { type JobCardStatus, jobCardLifecycle } from './job-card.lifecycle';
import { JobCardStatusChange } from './status-change.entity';

/** Takes a locked card to its next state, and writes the step into its history. */
export async function moveJobCard(
  tx: Transaction,
  card: JobCard,
  to: JobCardStatus,
  details: { action: string; reason?: string; patch?: Partial<Pick<JobCard, 'technicianId'>> },
): Promise<void> {
  jobCardLifecycle.demand(card.status, to);
  await tx.update(JobCard, card, { ...details.patch, status: to }, details.action);
  await recordStatus(tx, card.id, card.status, to, details.reason);
}

export async function recordStatus(
  tx: Transaction,
  jobCardId: string,
  fromStatus: JobCardStatus | null,
  toStatus: JobCardStatus,
  reason?: string,
): Promise<void> {
  const changedById = tx.identity.kind === 'USER' ? tx.identity.actorId : null;
  await tx.insert(JobCardStatusChange, { jobCardId, fromStatus, toStatus, reason, changedById });
}
