import { join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Inspection } from './inspection.entity';
import { type InspectionFilter, InspectionOrder } from './inspection.input';
import { inspections } from './inspection.loader';

const ORDERS: Record<InspectionOrder, ListOrder<Inspection>> = {
  [InspectionOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [InspectionOrder.OLDEST]: { by: ['createdAt'], descending: false },
};

export function listInspections(
  context: Context,
  filter: InspectionFilter,
  order: InspectionOrder,
  page: PageRequest,
): Promise<Connection<Inspection>> {
  const { status, serviceCentreId, customerId, vehicleId, jobCardId, from, to } = filter;
  const where: Sql[] = [sql`true`];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (vehicleId) where.push(sql`t.vehicle_id = ${vehicleId}`);
  if (jobCardId) where.push(sql`t.job_card_id = ${jobCardId}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  return context.page(inspections, join(where, ' and '), ORDERS[order], page);
}
