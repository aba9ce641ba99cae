import { join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { CounterOrder } from './counter-order.entity';
import { counterOrders } from './counter-order.loader';
import { type CounterOrderFilter, CounterOrderOrder } from './counter-order-list.input';
import { spokenNumber } from './number';

const ORDERS: Record<CounterOrderOrder, ListOrder<CounterOrder>> = {
  [CounterOrderOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [CounterOrderOrder.OLDEST]: { by: ['createdAt'], descending: false },
};

export function listCounterOrders(
  context: Context,
  filter: CounterOrderFilter,
  order: CounterOrderOrder,
  page: PageRequest,
): Promise<Connection<CounterOrder>> {
  return context.page(counterOrders, join(conditions(filter), ' and '), ORDERS[order], page);
}

function conditions(filter: CounterOrderFilter): Sql[] {
  const { status, serviceCentreId, customerId, partId, from, to, search } = filter;
  const where: Sql[] = [sql`true`];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (partId)
    where.push(sql`t.id in (select l.counter_order_id from inventory.counter_order_line l
      where l.organisation_id = t.organisation_id and l.part_id = ${partId})`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  if (search) where.push(sql`t.number = ${spokenNumber(search) ?? ''}`);
  return where;
}
