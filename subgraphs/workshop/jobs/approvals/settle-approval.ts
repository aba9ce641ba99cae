import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { revokeLinks } from '../../../../shared/links/links';
import type { JobCard } from '../job-card.entity';
import { JobCardWait } from '../progress/job-card-wait';
import { endWait } from '../progress/waits';

/** What the link in a message to the customer is for; the customer subgraph makes it. */
const PURPOSE = 'APPROVAL';

/** A locked card waits for the customer as long as anything of it is undecided. */
export async function settleApproval(tx: Transaction, card: JobCard, action: string): Promise<void> {
  const [open] = await tx.query(sql`select from workshop.additional_service
    where organisation_id = ${tx.organisationId} and job_card_id = ${card.id} and status = 'PROPOSED' limit 1`);
  if (!open) await endWait(tx, card, JobCardWait.APPROVAL, { action });
}

/** Nothing is decided by link any more. */
export async function closeLinks(tx: Transaction, additionalServiceId: string): Promise<void> {
  await revokeLinks(tx, { recordId: additionalServiceId, purpose: PURPOSE });
}
