import type { Given, Transaction } from '../../../shared/database/transaction';
import { JobCard } from './job-card.entity';
import { type JobCardStatus, jobCardLifecycle } from './job-card.lifecycle';
import { JobCardStatusChange } from './status-change.entity';

/** What is done, why where somebody said so, and what changes with it. */
export interface Step {
  action: string;
  reason?: string | null | undefined;
  patch?: Given<JobCard>;
}

/** Takes a locked card to its next state, and writes the step into its history. */
export async function moveJobCard(
  tx: Transaction,
  card: JobCard,
  to: JobCardStatus,
  { action, reason, patch }: Step,
): Promise<JobCard> {
  jobCardLifecycle.demand(card.status, to);
  const moved = await tx.update(JobCard, card, { ...patch, status: to }, action);
  await recordStatus(tx, card.id, card.status, to, reason);
  return moved;
}

export async function recordStatus(
  tx: Transaction,
  jobCardId: string,
  fromStatus: JobCardStatus | null,
  toStatus: JobCardStatus,
  reason?: string | null,
): Promise<void> {
  const changedById = tx.identity.kind === 'USER' ? tx.identity.actorId : null;
  await tx.insert(JobCardStatusChange, { jobCardId, fromStatus, toStatus, reason, changedById });
}
