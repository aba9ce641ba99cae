import { reachOf } from '../../../shared/access/identity';
import { likePattern, newestHits } from '../../../shared/database/search';
import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import { plateKey } from './plate';
import type { Vehicle } from './vehicle.entity';
import { vehicles } from './vehicle.loader';
import { type VehicleFilter, VehicleOrder } from './vehicle-list.input';

const ORDERS: Record<VehicleOrder, ListOrder<Vehicle>> = {
  [VehicleOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [VehicleOrder.OLDEST]: { by: ['createdAt'], descending: false },
  [VehicleOrder.MAKE]: { by: ['make', 'model'], descending: false },
};

export function listVehicles(
  context: Context,
  filter: VehicleFilter,
  order: VehicleOrder,
  page: PageRequest,
): Promise<Connection<Vehicle>> {
  const where = [filter.archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`];
  if (filter.ownerId) where.push(sql`t.owner_id = ${filter.ownerId}`);
  if (filter.make) where.push(sql`t.make = ${filter.make}`);
  if (filter.search) where.push(sql`t.id = any(array(${hits(context, join(where, ' and '), filter)}))`);
  else if (filter.serviceCentreId)
    where.push(sql`exists (select from vehicle.vehicle_centre c where c.organisation_id = t.organisation_id
      and c.vehicle_id = t.id and c.service_centre_id = ${filter.serviceCentreId})`);
  return context.page(vehicles, join(where, ' and '), ORDERS[order], page);
}

/**
 * By the trigram index. Every other condition is inside, too: a limit before them would let the vehicles of
 * other service centres and owners crowd out those that were asked for.
 */
function hits({ identity }: Context, others: Sql, { search, serviceCentreId }: VehicleFilter): Sql {
  const where = [others, matchesVehicle(search!)];
  if (serviceCentreId) where.push(sql`t.centres @> array[${serviceCentreId}]::uuid[]`);
  if (reachOf(identity, 'vehicles:read') === 'own') where.push(sql`t.owner_id = ${identity.customerId}`);
  else if (identity.serviceCentreIds) where.push(sql`t.centres && ${[...identity.serviceCentreIds]}::uuid[]`);
  return newestHits(
    sql`select t.id, t.created_at from vehicle.vehicle_search t where ${join(where, ' and ')}`,
  );
}

/** Every word, as it is or as part of a plate; or the whole as part of a plate. */
export function matchesVehicle(search: string): Sql {
  const words = search.trim().split(/\s+/);
  const all = join(words.map(matchesWord), ' and ');
  const whole = plateKey(search);
  return words.length > 1 && whole ? sql`((${all}) or ${inPlate(whole)})` : sql`(${all})`;
}

/** A word that is written as plates are kept is looked for once: each pattern is a walk through the index. */
function matchesWord(word: string): Sql {
  const key = plateKey(word);
  const asItIs = sql`t.words ilike ${likePattern(word)}`;
  return key && key !== word.toUpperCase() ? sql`(${asItIs} or ${inPlate(key)})` : asItIs;
}

const inPlate = (key: string): Sql => sql`t.words like ${likePattern(key)}`;
