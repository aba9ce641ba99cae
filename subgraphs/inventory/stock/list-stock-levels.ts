import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import { partHits } from '../catalogue/list-parts';
import { stockLevels } from './stock.loader';
import type { StockLevel } from './stock-level.entity';
import { type StockLevelFilter, StockLevelOrder } from './stock-level.input';

const ORDERS: Record<StockLevelOrder, ListOrder<StockLevel>> = {
  [StockLevelOrder.SKU]: { by: ['partSku'], descending: false },
  [StockLevelOrder.CHANGED]: { by: ['updatedAt'], descending: true },
};

export const listStockLevels = (
  context: Context,
  filter: StockLevelFilter,
  order: StockLevelOrder,
  page: PageRequest,
): Promise<Connection<StockLevel>> => context.page(stockLevels, conditions(filter), ORDERS[order], page);

export const listLowStock = (
  context: Context,
  filter: StockLevelFilter,
  page: PageRequest,
): Promise<Connection<StockLevel>> =>
  context.page(stockLevels, sql`t.low and ${conditions(filter)}`, ORDERS[StockLevelOrder.SKU], page);

function conditions({ partId, category, inStock, ...filter }: StockLevelFilter): Sql {
  const where = [...ofPlaces(filter)];
  if (partId) where.push(sql`t.part_id = ${partId}`);
  if (category) where.push(sql`t.part_category = ${category}`);
  if (inStock != null) where.push(inStock ? sql`t.on_hand > 0` : sql`t.on_hand = 0`);
  return where.length ? join(where, ' and ') : sql`true`;
}

interface PlaceFilter {
  locationId?: string | null;
  serviceCentreId?: string | null;
  search?: string | null;
}

/** What levels and movements have in common: where they are, and the part they are of. */
export function ofPlaces({ locationId, serviceCentreId, search }: PlaceFilter): Sql[] {
  const where: Sql[] = [];
  if (locationId) where.push(sql`t.location_id = ${locationId}`);
  if (serviceCentreId)
    where.push(sql`t.location_id = any(array(select l.id from inventory.stock_location l
      where l.service_centre_id = ${serviceCentreId}))`);
  if (search) where.push(sql`t.part_id = any(array(${partHits(search, [])}))`);
  return where;
}
