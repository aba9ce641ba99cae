import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { OutstandingCore } from './outstanding-core.entity';
import { type OutstandingCoreFilter, OutstandingCoreOrder } from './outstanding-core.input';
import { outstandingCores } from './outstanding-core.loader';

export function listOutstandingCores(
  context: Context,
  { customerId, serviceCentreId, partId, from, to }: OutstandingCoreFilter,
  order: OutstandingCoreOrder,
  page: PageRequest,
): Promise<Connection<OutstandingCore>> {
  const where: Sql[] = [sql`true`];
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (partId) where.push(sql`t.part_id = ${partId}`);
  if (from) where.push(sql`t.handed_over_at >= ${from}`);
  if (to) where.push(sql`t.handed_over_at < ${to}`);
  const descending = order === OutstandingCoreOrder.NEWEST;
  return context.page(outstandingCores, join(where, ' and '), { by: ['handedOverAt'], descending }, page);
}
