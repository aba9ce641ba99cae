import { Decimal } from 'decimal.js';
import { idList, sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import type { Cause } from './open-request';
import { PurchaseRequestStatus } from './purchase-request.lifecycle';

export const NOT_NEEDED = 'The job does not need it any more.';

/**
 * How much of each cause that comes back from an order is still to be bought: of a line of a job, no more than it lacks
 * by now and does not have on an open request already. Its job may have been called off, or served from elsewhere, since
 * it was ordered. Read behind the locks of the jobs.
 */
export async function stillWanted(
  tx: Transaction,
  causes: readonly Cause[],
): Promise<(cause: Cause) => Decimal> {
  const lineIds = idList(causes.flatMap(({ jobLineId }) => jobLineId ?? []));
  const rows = await tx.query<{ line: string; lacks: string }>(sql`
    select p.id as line, (p.missing - coalesce((
      select sum(c.quantity) from inventory.purchase_request_cause c
      join inventory.purchase_request r on r.organisation_id = c.organisation_id and r.id = c.purchase_request_id
      where c.organisation_id = p.organisation_id and c.job_card_id = p.job_card_id and c.job_line_id = p.id
        and r.status = ${PurchaseRequestStatus.OPEN}), 0))::text as lacks
    from inventory.job_part p
    where p.organisation_id = ${tx.organisationId} and p.id = any(${lineIds}::uuid[])`);
  const lacking = new Map(rows.map(({ line, lacks }) => [line, Decimal.max(lacks, 0)]));
  return ({ jobLineId, quantity }) =>
    Decimal.min(quantity, (jobLineId && lacking.get(jobLineId)) || quantity);
}
