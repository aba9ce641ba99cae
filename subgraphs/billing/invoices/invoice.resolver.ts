import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { documentFields, lineFields } from '../documents/document-fields';
import { Quotation } from '../quotes/quotation.entity';
import { quotations } from '../quotes/quotation.loader';
import { CounterOrderStub } from '../stubs/counter-order.stub';
import { JobCardStub } from '../stubs/job-card.stub';
import { UserStub } from '../stubs/user.stub';
import { InvoiceConnection } from './invoice.connection';
import { Invoice } from './invoice.entity';
import { invoiceLines, invoices } from './invoice.loader';
import { InvoiceLine } from './invoice-line.entity';
import { InvoiceFilter, InvoiceOrder } from './invoice-list.input';
import { listInvoices } from './list-invoices';
import { PaymentStatus, paymentStatusOf } from './payment-status';

export const InvoiceDocumentFields = documentFields(Invoice, {
  line: InvoiceLine,
  lines: invoiceLines,
  parent: 'invoiceId',
});
export const InvoiceLineFields = lineFields(InvoiceLine);

@Resolver(() => Invoice)
export class InvoiceResolver {
  @Query(() => Invoice, {
    nullable: true,
    description: 'One invoice; null when there is none that you may see.',
  })
  @Permission('invoices:read')
  invoice(
    @Arg('id', () => ID, { description: 'The invoice.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Invoice | null> {
    return context.load(invoices, id);
  }

  @Query(() => InvoiceConnection, {
    description: 'The invoices that you may see: of your service centres, for your jobs, or issued to you.',
  })
  @Permission('invoices:read')
  invoices(
    @Arg('filter', () => InvoiceFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: InvoiceFilter,
    @Arg('orderBy', () => InvoiceOrder, {
      defaultValue: InvoiceOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: InvoiceOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Invoice>> {
    return listInvoices(context, filter, orderBy, page);
  }

  @Reads<Invoice>('paidMinor', 'currency')
  @FieldResolver(() => Money, { description: 'What payments have settled of it.' })
  amountPaid(@Root() { paidMinor, currency }: Row<Invoice>): Money {
    return new Money(paidMinor, currency);
  }

  @Reads<Invoice>('creditedMinor', 'currency')
  @FieldResolver(() => Money, { description: 'What credit notes have taken off it.' })
  amountCredited(@Root() { creditedMinor, currency }: Row<Invoice>): Money {
    return new Money(creditedMinor, currency);
  }

  @Reads<Invoice>('balanceMinor', 'currency')
  @FieldResolver(() => Money, {
    description: 'Total less what was paid and credited; below zero the customer has something to get back.',
  })
  balance(@Root() { balanceMinor, currency }: Row<Invoice>): Money {
    return new Money(balanceMinor, currency);
  }

  @Reads<Invoice>('status', 'balanceMinor', 'paidMinor', 'dueOn', 'timeZone')
  @FieldResolver(() => PaymentStatus, {
    nullable: true,
    description: 'How far it is settled; null for what was not issued.',
  })
  paymentStatus(@Root() invoice: Row<Invoice>, @Ctx() context: Context): PaymentStatus | null {
    return paymentStatusOf(invoice, context.kernel.clock.now());
  }

  @Reads<Invoice>('jobCardId')
  @FieldResolver(() => JobCardStub, {
    nullable: true,
    description: 'The job that it bills; null when it bills none, or when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() { jobCardId }: Row<Invoice>): JobCardStub | null {
    return jobCardId ? { id: jobCardId } : null;
  }

  @Reads<Invoice>('quotationId')
  @FieldResolver(() => Quotation, {
    nullable: true,
    description: 'The quotation that became the work it bills; null without one, or when not yours to see.',
  })
  @Permission('quotations:read')
  quotation(
    @Root() { quotationId }: Row<Invoice>,
    @Ctx() context: Context,
  ): Promise<Quotation | null> | null {
    return quotationId ? context.load(quotations, quotationId) : null;
  }

  @Reads<Invoice>('counterOrderId')
  @FieldResolver(() => CounterOrderStub, {
    nullable: true,
    description:
      'The order over the counter that it bills; null when it bills none, or when not yours to see.',
  })
  @Permission('counterOrders:read')
  counterOrder(@Root() { counterOrderId }: Row<Invoice>): CounterOrderStub | null {
    return counterOrderId ? { id: counterOrderId } : null;
  }

  @Reads<Invoice>('issuedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who issued it; null for a draft, when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  issuedBy(@Root() { issuedById }: Row<Invoice>): UserStub | null {
    return issuedById ? { id: issuedById } : null;
  }
}
