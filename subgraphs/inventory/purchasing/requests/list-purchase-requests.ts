import { likePattern, newestHits } from '../../../../shared/database/search';
import { join, plannedEachTime, type Sql, sql } from '../../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../../shared/paging';
import type { Context } from '../../../../shared/subgraph/context';
import type { PurchaseRequest } from './purchase-request.entity';
import { type PurchaseRequestFilter, PurchaseRequestOrder } from './purchase-request.input';
import { purchaseRequests } from './purchase-request.loader';

const ORDERS: Record<PurchaseRequestOrder, ListOrder<PurchaseRequest>> = {
  [PurchaseRequestOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [PurchaseRequestOrder.OLDEST]: { by: ['createdAt'], descending: false },
};

export function listPurchaseRequests(
  context: Context,
  filter: PurchaseRequestFilter,
  order: PurchaseRequestOrder,
  page: PageRequest,
): Promise<Connection<PurchaseRequest>> {
  return context.page(purchaseRequests, join(conditions(filter), ' and '), ORDERS[order], page);
}

function conditions(filter: PurchaseRequestFilter): Sql[] {
  const { status, locationId, partId, supplierId, jobCardId, from, to, search } = filter;
  const where: Sql[] = [sql`true`];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (locationId) where.push(sql`t.location_id = ${locationId}`);
  if (partId) where.push(sql`t.part_id = ${partId}`);
  if (supplierId)
    where.push(sql`exists (select from inventory.purchase_order o where o.organisation_id = t.organisation_id
      and o.id = t.purchase_order_id and o.supplier_id = ${supplierId})`);
  if (jobCardId)
    where.push(sql`t.id in (select c.purchase_request_id from inventory.purchase_request_cause c
      where c.organisation_id = t.organisation_id and c.job_card_id = ${jobCardId})`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  if (search) where.push(sql`t.part_id = any(array(${partsCalled(search)}))`);
  return where;
}

/** By the trigram index of the parts. */
function partsCalled(search: string): Sql {
  const words = search
    .trim()
    .split(/\s+/)
    .map((word) => sql`t.words like ${likePattern(word.toLowerCase())}`);
  return newestHits(
    sql`select t.id, t.created_at from inventory.part_search t where ${join(words, ' and ')}`,
  );
}
