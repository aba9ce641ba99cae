import { join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Quotation } from './quotation.entity';
import { type QuotationFilter, QuotationOrder } from './quotation.input';
import { quotations } from './quotation.loader';

const ORDERS: Record<QuotationOrder, ListOrder<Quotation>> = {
  [QuotationOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [QuotationOrder.OLDEST]: { by: ['createdAt'], descending: false },
  [QuotationOrder.VALID_UNTIL]: { by: ['validUntil'], descending: false },
};

export function listQuotations(
  context: Context,
  filter: QuotationFilter,
  order: QuotationOrder,
  page: PageRequest,
): Promise<Connection<Quotation>> {
  const where = conditions(filter, context.kernel.clock.now());
  return context.page(quotations, join([sql`true`, ...where], ' and '), ORDERS[order], page);
}

function conditions(filter: QuotationFilter, now: Date): Sql[] {
  const { status, expired, customerId, vehicleId, serviceCentreId, leadId, number, from, to } = filter;
  const where: Sql[] = [];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (expired != null) where.push(sql`(${isExpired(now)}) = ${expired}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (vehicleId) where.push(sql`t.vehicle_id = ${vehicleId}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (leadId) where.push(sql`t.lead_id = ${leadId}`);
  if (number) where.push(sql`t.number = ${number.trim().toUpperCase()}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  return where;
}

const isExpired = (now: Date): Sql => sql`t.status in ('DRAFT','APPROVED','SENT')
  and t.valid_until < (${now}::timestamptz at time zone t.time_zone)::date`;
