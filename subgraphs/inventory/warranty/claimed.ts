import { Decimal } from 'decimal.js';
import { idList, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';

/**
 * How much of each of these lines, of jobs or of orders over the counter, is claimed and was not refused. It is faulty:
 * it is claimed once, and does not go back into stock. Read behind the lock of the job or the order, which is held by
 * whoever claims.
 */
export async function claimedOf(
  tx: Transaction,
  lineIds: readonly string[],
): Promise<(lineId: string) => Decimal> {
  const ids = idList(lineIds);
  const rows = await tx.query<{ line: string; claimed: string }>(sql`
    select coalesce(t.job_part_id, t.counter_order_line_id) as line, sum(t.quantity)::text as claimed
    from inventory.warranty_claim t
    where t.organisation_id = ${tx.organisationId} and t.status <> 'REFUSED'
      and (t.job_part_id = any(${ids}::uuid[]) or t.counter_order_line_id = any(${ids}::uuid[]))
    group by 1`);
  const claimed = new Map(rows.map((row) => [row.line, new Decimal(row.claimed)]));
  return (lineId) => claimed.get(lineId) ?? new Decimal(0);
}
