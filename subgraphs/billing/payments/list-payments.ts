import { join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Payment } from './payment.entity';
import type { PaymentFilter } from './payment.input';
import { payments } from './payment.loader';

const NEWEST = { by: ['createdAt' as const], descending: true };

export function listPayments(
  context: Context,
  filter: PaymentFilter,
  page: PageRequest,
): Promise<Connection<Payment>> {
  return context.page(payments, join([sql`true`, ...conditions(filter)], ' and '), NEWEST, page);
}

function conditions(filter: PaymentFilter): Sql[] {
  const { status, method, customerId, invoiceId, serviceCentreId, from, to } = filter;
  const { kept, deposit, provider } = filter;
  const where: Sql[] = [];
  if (status) where.push(plannedEachTime(sql`t.status = any(${status}::text[])`));
  if (method) where.push(sql`t.method = ${method}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (invoiceId)
    where.push(sql`t.id in (select a.payment_id from billing.payment_allocation a
      where a.organisation_id = t.organisation_id and a.invoice_id = ${invoiceId})`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (typeof kept === 'boolean') where.push(kept ? sql`t.kept_minor > 0` : sql`t.kept_minor = 0`);
  if (typeof deposit === 'boolean') where.push(sql`t.deposit = ${deposit}`);
  if (provider) where.push(sql`t.provider = ${provider}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  return where;
}
