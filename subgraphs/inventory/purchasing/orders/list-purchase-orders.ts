import { likePattern } from '../../../../shared/database/search';
import { join, plannedEachTime, type Sql, sql } from '../../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../../shared/paging';
import type { Context } from '../../../../shared/subgraph/context';
import { suppliers } from '../suppliers/supplier.loader';
import { spokenOrderNumber } from './number';
import type { PurchaseOrder } from './purchase-order.entity';
import { purchaseOrders } from './purchase-order.loader';
import { type PurchaseOrderFilter, PurchaseOrderOrder } from './purchase-order-list.input';

const ORDERS: Record<PurchaseOrderOrder, ListOrder<PurchaseOrder>> = {
  [PurchaseOrderOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [PurchaseOrderOrder.OLDEST]: { by: ['createdAt'], descending: false },
  [PurchaseOrderOrder.EXPECTED]: { by: ['expectedOrNever'], descending: false },
};

export async function listPurchaseOrders(
  context: Context,
  filter: PurchaseOrderFilter,
  order: PurchaseOrderOrder,
  page: PageRequest,
): Promise<Connection<PurchaseOrder>> {
  const where = conditions(filter);
  if (filter.search) where.push(await found(context, filter.search));
  return context.page(purchaseOrders, join(where, ' and '), ORDERS[order], page);
}

function conditions(filter: PurchaseOrderFilter): Sql[] {
  const { status, supplierId, locationId, partId, partlyReceived } = filter;
  const { from, to, expectedFrom, expectedTo } = filter;
  const where: Sql[] = [sql`true`];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (supplierId) where.push(sql`t.supplier_id = ${supplierId}`);
  if (locationId) where.push(sql`t.location_id = ${locationId}`);
  if (partId)
    where.push(sql`t.id in (select l.purchase_order_id from inventory.purchase_order_line l
      where l.organisation_id = t.organisation_id and l.part_id = ${partId})`);
  if (partlyReceived != null)
    where.push(sql`(t.status = 'ORDERED' and t.receipt_count > 0) = ${partlyReceived}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  if (expectedFrom) where.push(sql`t.expected_on >= ${expectedFrom}`);
  if (expectedTo) where.push(sql`t.expected_on <= ${expectedTo}`);
  return where;
}

/**
 * By its number, or else by its supplier. An organisation has hundreds of those, and which of them it is decides how the
 * orders are best found.
 */
async function found(context: Context, search: string): Promise<Sql> {
  const number = spokenOrderNumber(search);
  if (number) return sql`t.number = ${number}`;
  const pattern = likePattern(search.trim().toLowerCase());
  const named = await context.reader.rows(
    suppliers,
    sql`t.organisation_id = ${context.identity.organisationId} and t.name_key like ${pattern}`,
  );
  return plannedEachTime(sql`t.supplier_id = any(${named.map(({ id }) => id)}::uuid[])`);
}
