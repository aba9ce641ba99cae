import { join, plannedEachTime, sql } from '../../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../../shared/paging';
import type { Context } from '../../../../shared/subgraph/context';
import type { StockTransfer } from './transfer.entity';
import type { StockTransferFilter } from './transfer.input';
import { transfers } from './transfer.loader';

export function listTransfers(
  context: Context,
  { status, fromLocationId, toLocationId, partId }: StockTransferFilter,
  page: PageRequest,
): Promise<Connection<StockTransfer>> {
  const where = [sql`true`];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (fromLocationId) where.push(sql`t.from_location_id = ${fromLocationId}`);
  if (toLocationId) where.push(sql`t.to_location_id = ${toLocationId}`);
  if (partId)
    where.push(sql`t.id = any(array(select l.transfer_id from inventory.stock_transfer_line l
      where l.part_id = ${partId}))`);
  return context.page(transfers, join(where, ' and '), { by: ['createdAt'], descending: true }, page);
}
