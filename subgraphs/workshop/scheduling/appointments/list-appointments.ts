import { join, plannedEachTime, type Sql, sql } from '../../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../../shared/paging';
import type { Context } from '../../../../shared/subgraph/context';
import type { Appointment } from './appointment.entity';
import { type AppointmentFilter, AppointmentOrder } from './appointment.input';
import { appointments } from './appointment.loader';
import { spokenNumber } from './number';

const ORDERS: Record<AppointmentOrder, ListOrder<Appointment>> = {
  [AppointmentOrder.EARLIEST]: { by: ['startsAt'], descending: false },
  [AppointmentOrder.LATEST]: { by: ['startsAt'], descending: true },
};

export function listAppointments(
  context: Context,
  filter: AppointmentFilter,
  order: AppointmentOrder,
  page: PageRequest,
): Promise<Connection<Appointment>> {
  const { status, serviceCentreId, customerId, vehicleId, bayId, technicianId, from, to, search } = filter;
  const where: Sql[] = [sql`true`];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (vehicleId) where.push(sql`t.vehicle_id = ${vehicleId}`);
  if (bayId) where.push(sql`t.bay_id = ${bayId}`);
  if (technicianId) where.push(sql`t.technician_id = ${technicianId}`);
  if (from) where.push(sql`t.starts_at >= ${from}`);
  if (to) where.push(sql`t.starts_at < ${to}`);
  if (search) where.push(sql`t.number = ${spokenNumber(search)}`);
  return context.page(appointments, join(where, ' and '), ORDERS[order], page);
}
