import { join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { HomeService } from './home-service.entity';
import { type HomeServiceFilter, HomeServiceOrder } from './home-service.input';
import { homeServices } from './home-service.loader';
import { spokenNumber } from './number';

const ORDERS: Record<HomeServiceOrder, ListOrder<HomeService>> = {
  [HomeServiceOrder.EARLIEST]: { by: ['startsAt'], descending: false },
  [HomeServiceOrder.LATEST]: { by: ['startsAt'], descending: true },
};

export function listHomeServices(
  context: Context,
  filter: HomeServiceFilter,
  order: HomeServiceOrder,
  page: PageRequest,
): Promise<Connection<HomeService>> {
  const { status, serviceCentreId, customerId, vehicleId, technicianId, from, to, search } = filter;
  const where: Sql[] = [sql`true`];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (vehicleId) where.push(sql`t.vehicle_id = ${vehicleId}`);
  if (technicianId) where.push(sql`t.technician_id = ${technicianId}`);
  if (from) where.push(sql`t.starts_at >= ${from}`);
  if (to) where.push(sql`t.starts_at < ${to}`);
  if (search) where.push(sql`t.number = ${spokenNumber(search)}`);
  return context.page(homeServices, join(where, ' and '), ORDERS[order], page);
}
