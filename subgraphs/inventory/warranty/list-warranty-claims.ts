import { join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import { spokenNumber } from './number';
import type { WarrantyClaim } from './warranty-claim.entity';
import { warrantyClaims } from './warranty-claim.loader';
import { type WarrantyClaimFilter, WarrantyClaimOrder } from './warranty-claim-list.input';

const ORDERS: Record<WarrantyClaimOrder, ListOrder<WarrantyClaim>> = {
  [WarrantyClaimOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [WarrantyClaimOrder.OLDEST]: { by: ['createdAt'], descending: false },
};

export function listWarrantyClaims(
  context: Context,
  filter: WarrantyClaimFilter,
  order: WarrantyClaimOrder,
  page: PageRequest,
): Promise<Connection<WarrantyClaim>> {
  return context.page(warrantyClaims, join(conditions(filter), ' and '), ORDERS[order], page);
}

function conditions(filter: WarrantyClaimFilter): Sql[] {
  const { status, serviceCentreId, supplierId, partId, jobCardId, counterOrderId, from, to, search } = filter;
  const where: Sql[] = [sql`true`];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (supplierId) where.push(sql`t.supplier_id = ${supplierId}`);
  if (partId) where.push(sql`t.part_id = ${partId}`);
  if (jobCardId) where.push(sql`t.job_card_id = ${jobCardId}`);
  if (counterOrderId) where.push(sql`t.counter_order_id = ${counterOrderId}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  if (search) where.push(sql`t.number = ${spokenNumber(search) ?? ''}`);
  return where;
}
