import { reachOf, requireOrganisation } from '../../../shared/access/identity';
import { newestHits } from '../../../shared/database/search';
import { idList, join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import { badField } from '../../../shared/errors';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { JobCard } from './job-card.entity';
import { type JobCardFilter, JobCardOrder } from './job-card.input';
import { jobCards } from './job-card.loader';
import { spokenNumber } from './number';

const SHORTEST_TEXT = 2;

const ORDERS: Record<JobCardOrder, ListOrder<JobCard>> = {
  [JobCardOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [JobCardOrder.OLDEST]: { by: ['createdAt'], descending: false },
  [JobCardOrder.PROMISED]: { by: ['promisedOrNever'], descending: false },
};

export async function listJobCards(
  context: Context,
  filter: JobCardFilter,
  order: JobCardOrder,
  page: PageRequest,
): Promise<Connection<JobCard>> {
  const where = [sql`true`, ...conditions(filter)];
  if (filter.search) where.push(await found(context, filter, filter.search));
  return context.page(jobCards, join(where, ' and '), ORDERS[order], page);
}

/** What the record itself says. */
function conditions(filter: JobCardFilter): Sql[] {
  const { status, serviceCentreId, vehicleId, customerId, technicianId, stageId, from, to } = filter;
  const { promisedFrom, promisedTo } = filter;
  const where: Sql[] = [];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (vehicleId) where.push(sql`t.vehicle_id = ${vehicleId}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (technicianId) where.push(sql`t.technician_id = ${technicianId}`);
  if (stageId) where.push(sql`t.stage_id = ${stageId}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  // By the column that the list by promise goes by, which has a value, too, where nothing was promised.
  if (promisedFrom) where.push(sql`t.promised_or_never >= ${promisedFrom} and t.promised_at is not null`);
  if (promisedTo) where.push(sql`t.promised_or_never < ${promisedTo}`);
  return where;
}

async function found(context: Context, filter: JobCardFilter, search: string): Promise<Sql> {
  const number = spokenNumber(search);
  if (number) return sql`t.number = ${number}`;
  if (context.identity.customerId || context.identity.link)
    throw badField('filter.search', 'NUMBER', 'Search by the number of the job card.');
  if (search.trim().length < SHORTEST_TEXT)
    throw badField('filter.search', 'LENGTH', `Search by ${SHORTEST_TEXT} letters at least.`);
  const organisationId = requireOrganisation(context.identity);
  const [customers, vehicles] = await Promise.all([
    idsOf(context, 'customer', 'foundCustomers', search),
    idsOf(context, 'vehicle', 'foundVehicles', search),
  ]);
  const others = [...conditions(filter), context.reader.visible(jobCards)];
  const hits = (column: Sql, ids: readonly string[]) =>
    sql`select t.id, t.created_at from workshop.job_card t where t.organisation_id = ${organisationId}
      and t.${column} = any(${idList(ids)}::uuid[]) and ${join(others, ' and ')}`;
  return sql`t.id = any(array(${newestHits(sql`${hits(sql`customer_id`, customers)}
    union ${hits(sql`vehicle_id`, vehicles)}`)}))`;
}

type Finder = 'foundCustomers' | 'foundVehicles';

/** Names and plates are others' to search; asked as the program, by whoever may read those at all. */
async function idsOf(
  context: Context,
  subgraph: 'customer' | 'vehicle',
  finder: Finder,
  search: string,
): Promise<string[]> {
  if (!reachOf(context.identity, `${subgraph}s:read`)) return [];
  const { peers } = context.asSystem(requireOrganisation(context.identity));
  const query = `query ($search: String!) { ids: ${finder}(search: $search) }`;
  return (await peers.ask<{ ids: string[] }>(subgraph, query, { search })).ids;
}
