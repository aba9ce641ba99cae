import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { CoreReturn } from './core-return.entity';
import { type CoreReturnFilter, CoreReturnOrder } from './core-return.input';
import { coreReturns } from './core-return.loader';

export function listCoreReturns(
  context: Context,
  { way, serviceCentreId, partId, supplierId, from, to }: CoreReturnFilter,
  order: CoreReturnOrder,
  page: PageRequest,
): Promise<Connection<CoreReturn>> {
  const where: Sql[] = [sql`true`];
  if (way) where.push(sql`t.way = ${way}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (partId) where.push(sql`t.part_id = ${partId}`);
  if (supplierId) where.push(sql`t.supplier_id = ${supplierId}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  const descending = order === CoreReturnOrder.NEWEST;
  return context.page(coreReturns, join(where, ' and '), { by: ['createdAt'], descending }, page);
}
