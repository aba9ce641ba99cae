import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { Context } from '../../../shared/subgraph/context';
import { Invoice } from '../invoices/invoice.entity';
import { invoices } from '../invoices/invoice.loader';
import { CustomerStub } from '../stubs/customer.stub';
import { UserStub } from '../stubs/user.stub';
import { balanceOf } from './deposits/balance';
import { Payment } from './payment.entity';
import { allocations, payments } from './payment.loader';
import { PaymentAllocation } from './payment-allocation.entity';
import { Refund } from './refunds/refund.entity';

@Resolver(() => PaymentAllocation)
export class PaymentAllocationResolver {
  @Reads<PaymentAllocation>('amountMinor', 'currency')
  @FieldResolver(() => Money, { description: 'How much; below zero where it was taken back.' })
  amount(@Root() { amountMinor, currency }: Row<PaymentAllocation>): Money {
    return new Money(amountMinor, currency);
  }

  @Reads<PaymentAllocation>('paymentId')
  @FieldResolver(() => Payment, { nullable: true, description: 'The payment; null when not yours to see.' })
  payment(@Root() { paymentId }: Row<PaymentAllocation>, @Ctx() context: Context): Promise<Payment | null> {
    return context.load(payments, paymentId);
  }

  @Reads<PaymentAllocation>('invoiceId')
  @FieldResolver(() => Invoice, { nullable: true, description: 'The invoice; null when not yours to see.' })
  @Permission('invoices:read')
  invoice(@Root() { invoiceId }: Row<PaymentAllocation>, @Ctx() context: Context): Promise<Invoice | null> {
    return context.load(invoices, invoiceId);
  }
}

@Resolver(() => Refund)
export class RefundResolver {
  @Reads<Refund>('amountMinor', 'currency')
  @FieldResolver(() => Money, { description: 'How much.' })
  amount(@Root() { amountMinor, currency }: Row<Refund>): Money {
    return new Money(amountMinor, currency);
  }

  @Reads<Refund>('refundedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who gave it back; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  refundedBy(@Root() { refundedById }: Row<Refund>): UserStub | null {
    return refundedById ? { id: refundedById } : null;
  }
}

@Resolver(() => Invoice)
export class InvoicePaymentsResolver {
  @Reads<Invoice>('id')
  @FieldResolver(() => [PaymentAllocation], {
    nullable: true,
    description:
      'What it got of payments and had to give back, in the order in which it happened: sums to what is paid.',
  })
  @Permission('payments:read')
  payments(@Root() { id }: Row<Invoice>, @Ctx() context: Context): Promise<PaymentAllocation[]> {
    return context.childrenOf(allocations, 'invoiceId', id, { by: ['id'], descending: false });
  }
}

@Resolver(() => CustomerStub)
export class CustomerBalanceResolver {
  @FieldResolver(() => [Money], {
    nullable: true,
    description:
      'What is kept for the customer of deposits and of what was paid too much, by the service centres whose payments ' +
      'you see: an amount for each currency, none where nothing is kept.',
  })
  @Permission('payments:read')
  balance(@Root() { id }: Row<CustomerStub>, @Ctx() context: Context): Promise<Money[]> {
    return balanceOf(context, id);
  }
}
