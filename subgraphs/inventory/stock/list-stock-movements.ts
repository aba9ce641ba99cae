import { join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import { type Connection, Keyset, type ListOrder, type PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import { ofPlaces } from './list-stock-levels';
import { stockMovements } from './stock.loader';
import { StockMovement } from './stock-movement.entity';
import { type StockMovementFilter, StockMovementOrder } from './stock-movement.input';

export function listStockMovements(
  context: Context,
  filter: StockMovementFilter,
  orderBy: StockMovementOrder,
  page: PageRequest,
): Promise<Connection<StockMovement>> {
  const descending = orderBy === StockMovementOrder.NEWEST;
  const order: ListOrder<StockMovement> = { by: ['createdAt'], descending };
  const where = conditions(filter);
  const few = isOfSomePlaces(context, filter) ? firstOfEach(context, where, order, page) : where;
  return context.page(stockMovements, few, order, page, where);
}

function conditions({ partId, kind, referenceId, from, to, ...filter }: StockMovementFilter): Sql {
  const where = [sql`true`, ...ofPlaces(filter)];
  if (partId) where.push(sql`t.part_id = ${partId}`);
  if (kind) where.push(plannedEachTime(sql`t.kind = ${kind}`));
  if (referenceId) where.push(sql`t.reference_id = ${referenceId}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  return join(where, ' and ');
}

/** Whether nothing is asked for that has an index of its own, and what is theirs is a part of the ledger. */
const isOfSomePlaces = ({ identity }: Context, filter: StockMovementFilter): boolean => {
  const { partId, locationId, kind, referenceId, search, serviceCentreId } = filter;
  const hasIndex = Boolean(partId ?? locationId ?? kind ?? referenceId ?? search);
  return !hasIndex && (identity.serviceCentreIds !== null || Boolean(serviceCentreId));
};

/**
 * As many of each place as the page could take. The ledger of the whole organisation, from its newest on, may have
 * hundreds of thousands of movements before the first that somebody of a quiet place sees.
 */
function firstOfEach(context: Context, where: Sql, order: ListOrder<StockMovement>, page: PageRequest): Sql {
  const { predicate, tail } = new Keyset<StockMovement>(order, page, context.database.table(StockMovement));
  return sql`t.id = any(array(
    select m.id from inventory.stock_location l cross join lateral (
      select t.id from inventory.stock_movement t
      where t.location_id = l.id and ${context.reader.visible(stockMovements)} and ${where} and ${predicate} ${tail}) m))`;
}
