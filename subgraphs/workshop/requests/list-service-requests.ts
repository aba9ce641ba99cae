import { reachOf } from '../../../shared/access/identity';
import { likePattern, newestHits } from '../../../shared/database/search';
import { join, plannedEachTime, raw, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import { assignedTo } from './assigned';
import { spokenRequestNumber } from './number';
import type { ServiceRequest } from './service-request.entity';
import { type ServiceRequestFilter, ServiceRequestOrder } from './service-request.input';
import { serviceRequests } from './service-request.loader';

const ORDERS: Record<ServiceRequestOrder, ListOrder<ServiceRequest>> = {
  [ServiceRequestOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [ServiceRequestOrder.OLDEST]: { by: ['createdAt'], descending: false },
  [ServiceRequestOrder.PREFERRED]: { by: ['preferredOrNever'], descending: false },
};

export function listServiceRequests(
  context: Context,
  filter: ServiceRequestFilter,
  order: ServiceRequestOrder,
  page: PageRequest,
): Promise<Connection<ServiceRequest>> {
  const where = [sql`true`, ...conditions(filter)];
  if (filter.assigneeId) where.push(assignedTo(filter.assigneeId, raw('t')));
  if (filter.search) where.push(found(context, filter, filter.search));
  return context.page(serviceRequests, join(where, ' and '), ORDERS[order], page);
}

/** What the record itself says. */
function conditions(filter: ServiceRequestFilter): Sql[] {
  const { status, serviceCentreId, customerId, vehicleId, homeService } = filter;
  const { from, to, preferredFrom, preferredTo } = filter;
  const where: Sql[] = [];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (vehicleId) where.push(sql`t.vehicle_id = ${vehicleId}`);
  if (homeService != null) where.push(sql`t.home_service = ${homeService}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  if (preferredFrom) where.push(sql`t.preferred_date >= ${preferredFrom}`);
  if (preferredTo) where.push(sql`t.preferred_date <= ${preferredTo}`);
  return where;
}

function found(context: Context, filter: ServiceRequestFilter, search: string): Sql {
  const number = spokenRequestNumber(search);
  if (number) return sql`t.number = ${number}`;
  return sql`t.id = any(array(${hits(context, filter, search)}))`;
}

/**
 * By the trigram index. Every other condition is inside, too: a limit before them would let the requests to other
 * service centres crowd out those that were asked for.
 */
function hits({ identity }: Context, filter: ServiceRequestFilter, search: string): Sql {
  const words = search
    .trim()
    .split(/\s+/)
    .map((word) => sql`t.words like ${likePattern(word.toLowerCase())}`);
  const where = [...conditions(filter), ...words];
  const reach = reachOf(identity, 'serviceRequests:read');
  if (reach === 'own' && identity.customerId) where.push(sql`t.customer_id = ${identity.customerId}`);
  else if (reach !== 'own' && identity.serviceCentreIds)
    where.push(sql`t.service_centre_id = any(${[...identity.serviceCentreIds]}::uuid[])`);
  return newestHits(
    sql`select t.id, t.created_at from workshop.service_request_search t where ${join(where, ' and ')}`,
  );
}
