import type { Transaction } from '../../../shared/database/transaction';
import { takeIn } from '../jobs/create-job-card';
import { JobCard } from '../jobs/job-card.entity';
import { JobPriority } from '../jobs/job-card.input';
import { JobCardStatus } from '../jobs/job-card.lifecycle';
import { emitJobEvent } from '../jobs/job-event';
import { takeUp } from '../jobs/progress/waits';
import type { HomeService } from './home-service.entity';

const LONGEST_COMPLAINT = 4000;

/**
 * It is theirs who are there, so that they can go on with it. Where the shop wants vehicles inspected first, that is
 * what they do next.
 */
export async function openCard(
  tx: Transaction,
  { serviceCentreId, vehicleId, customerId, technicianId }: HomeService,
  complaint: string,
  inspectFirst: boolean,
): Promise<JobCard> {
  const subject = { serviceCentreId, vehicleId, customerId };
  const facts = { complaint: complaint.slice(0, LONGEST_COMPLAINT), priority: JobPriority.MEDIUM };
  const card = await takeIn(tx, subject, facts);
  if (inspectFirst) return tx.update(JobCard, card, { technicianId }, 'assign');
  return giveTo(tx, card, technicianId);
}

/** A locked card that nobody works on yet. */
export function giveTo(tx: Transaction, card: JobCard, technicianId: string | null): Promise<JobCard> {
  emitJobEvent(tx, 'JobCardAssigned', card, { technicianId, formerTechnicianId: null });
  return takeUp(tx, card, JobCardStatus.ASSIGNED, { action: 'assign', patch: { technicianId } });
}
