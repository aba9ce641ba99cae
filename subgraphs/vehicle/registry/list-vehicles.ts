import { likePattern } from '../../../shared/database/search';
import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import { plateKey } from './plate';
import type { Vehicle } from './vehicle.entity';
import { type VehicleFilter, VehicleOrder } from './vehicle.input';
import { vehicles } from './vehicle.loader';

const ORDERS: Record<VehicleOrder, ListOrder<Vehicle>> = {
  [VehicleOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [VehicleOrder.OLDEST]: { by: ['createdAt'], descending: false },
  [VehicleOrder.MAKE]: { by: ['make', 'model'], descending: false },
};
/** A search stops after this many hits; the user narrows it. */
const MOST_HITS = 500;

export function listVehicles(
  context: Context,
  filter: VehicleFilter,
  order: VehicleOrder,
  page: PageRequest,
): Promise<Connection<Vehicle>> {
  const where: Sql[] = [sql`true`];
  if (!filter.includeArchived) where.push(sql`t.archived_at is null`);
  if (filter.ownerId) where.push(sql`t.owner_id = ${filter.ownerId}`);
  if (filter.make) where.push(sql`t.make = ${filter.make}`);
  if (filter.search) where.push(sql`t.id = any(array(${hits(filter.search)}))`);
  return context.page(vehicles, join(where, ' and '), ORDERS[order], page);
}

/** By the trigram index: the words as they are, or the whole as a plate. */
function hits(search: string): Sql {
  const words = search.trim().toLowerCase().split(/\s+/);
  const all = join(
    words.map((word) => sql`s.words ilike ${likePattern(word)}`),
    ' and ',
  );
  const asPlate = plateKey(search);
  const plate = asPlate ? sql`s.words like ${likePattern(asPlate)}` : sql`false`;
  return sql`select s.id from vehicle.vehicle_search s where (${all}) or (${plate}) limit ${MOST_HITS}`;
}
