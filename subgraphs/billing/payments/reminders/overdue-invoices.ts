import { IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { join, sql } from '../../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../../shared/paging';
import type { Context } from '../../../../shared/subgraph/context';
import type { Invoice } from '../../invoices/invoice.entity';
import { invoices } from '../../invoices/invoice.loader';
import { inPaymentStatus, PaymentStatus } from '../../invoices/payment-status';

@InputType({ description: 'Which overdue invoices. Everything given must hold.' })
export class OverdueInvoiceFilter {
  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;
}

const LONGEST = { by: ['dueOrNever' as const], descending: false };

export function overdueInvoices(
  context: Context,
  { customerId, serviceCentreId }: OverdueInvoiceFilter,
  page: PageRequest,
): Promise<Connection<Invoice>> {
  const where = [inPaymentStatus(PaymentStatus.OVERDUE, context.kernel.clock.now())];
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  return context.page(invoices, join(where, ' and '), LONGEST, page);
}
