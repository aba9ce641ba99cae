import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { JobCard } from './job-card.entity';
import { type JobCardFilter, JobCardOrder } from './job-card.input';
import { jobCards } from './job-card.loader';
import { spokenNumber } from './number';

const ORDERS: Record<JobCardOrder, ListOrder<JobCard>> = {
  [JobCardOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [JobCardOrder.OLDEST]: { by: ['createdAt'], descending: false },
  [JobCardOrder.PROMISED]: { by: ['promisedOrNever'], descending: false },
};

export function listJobCards(
  context: Context,
  filter: JobCardFilter,
  order: JobCardOrder,
  page: PageRequest,
): Promise<Connection<JobCard>> {
  const { status, serviceCentreId, vehicleId, customerId, technicianId, from, to, search } = filter;
  const where: Sql[] = [sql`true`];
  if (status) where.push(sql`t.status = any(${status}::text[])`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (vehicleId) where.push(sql`t.vehicle_id = ${vehicleId}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (technicianId) where.push(sql`t.technician_id = ${technicianId}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  if (search) where.push(sql`t.number = ${spokenNumber(search)}`);
  return context.page(jobCards, join(where, ' and '), ORDERS[order], page);
}
