import { join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Invoice } from './invoice.entity';
import { invoices } from './invoice.loader';
import { type InvoiceFilter, InvoiceOrder } from './invoice-list.input';
import { inPaymentStatus } from './payment-status';

const ORDERS: Record<InvoiceOrder, ListOrder<Invoice>> = {
  [InvoiceOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [InvoiceOrder.OLDEST]: { by: ['createdAt'], descending: false },
  [InvoiceOrder.DUE]: { by: ['dueOrNever'], descending: false },
};

export function listInvoices(
  context: Context,
  filter: InvoiceFilter,
  order: InvoiceOrder,
  page: PageRequest,
): Promise<Connection<Invoice>> {
  const where = conditions(filter, context.kernel.clock.now());
  return context.page(invoices, join([sql`true`, ...where], ' and '), ORDERS[order], page);
}

function conditions(filter: InvoiceFilter, now: Date): Sql[] {
  const { status, paymentStatus, customerId, vehicleId, jobCardId, serviceCentreId } = filter;
  const { number, issuedFrom, issuedTo } = filter;
  const where: Sql[] = [];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (paymentStatus) {
    const any = paymentStatus.map((one) => inPaymentStatus(one, now));
    where.push(plannedEachTime(sql`(${any.length ? join(any, ' or ') : sql`false`})`));
  }
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (vehicleId) where.push(sql`t.vehicle_id = ${vehicleId}`);
  if (jobCardId) where.push(sql`t.job_card_id = ${jobCardId}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (number) where.push(sql`t.number = ${number.trim().toUpperCase()}`);
  if (issuedFrom) where.push(sql`t.issued_on >= ${issuedFrom}`);
  if (issuedTo) where.push(sql`t.issued_on <= ${issuedTo}`);
  return where;
}
