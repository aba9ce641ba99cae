import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { CustomerStub } from '../stubs/customer.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { UserStub } from '../stubs/user.stub';
import { listPayments } from './list-payments';
import { Payment } from './payment.entity';
import { PaymentFilter } from './payment.input';
import { allocations, payments, refunds } from './payment.loader';
import { PaymentAllocation } from './payment-allocation.entity';
import { receiptOf } from './receipts/list-receipts';
import { Receipt } from './receipts/receipt.entity';
import { Refund } from './refunds/refund.entity';

const PaymentConnection = connectionOf(Payment, 'Payment');
const AS_WRITTEN = { by: ['id' as const], descending: false };

@Resolver(() => Payment)
export class PaymentResolver {
  @Query(() => Payment, {
    nullable: true,
    description: 'One payment; null when there is none that you may see.',
  })
  @Permission('payments:read')
  payment(
    @Arg('id', () => ID, { description: 'The payment.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Payment | null> {
    return context.load(payments, id);
  }

  @Query(() => PaymentConnection, {
    description:
      'The payments that you may see: of your service centres, taken by you, or your own. The newest first.',
  })
  @Permission('payments:read')
  payments(
    @Arg('filter', () => PaymentFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: PaymentFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Payment>> {
    return listPayments(context, filter, page);
  }

  @Reads<Payment>('amountMinor', 'currency')
  @FieldResolver(() => Money, { description: 'What was paid.' })
  amount(@Root() { amountMinor, currency }: Row<Payment>): Money {
    return new Money(amountMinor, currency);
  }

  @Reads<Payment>('keptMinor', 'currency')
  @FieldResolver(() => Money, { description: 'What of it is in the customer’s balance now.' })
  amountKept(@Root() { keptMinor, currency }: Row<Payment>): Money {
    return new Money(keptMinor, currency);
  }

  @Reads<Payment>('refundedMinor', 'currency')
  @FieldResolver(() => Money, { description: 'What of it was given back, or is on the way.' })
  amountRefunded(@Root() { refundedMinor, currency }: Row<Payment>): Money {
    return new Money(refundedMinor, currency);
  }

  @Reads<Payment>('id')
  @FieldResolver(() => [PaymentAllocation], {
    description: 'What invoices got of it and had to give back, in the order in which it happened.',
  })
  allocations(@Root() { id }: Row<Payment>, @Ctx() context: Context): Promise<PaymentAllocation[]> {
    return context.childrenOf(allocations, 'paymentId', id, AS_WRITTEN);
  }

  @Reads<Payment>('id')
  @FieldResolver(() => [Refund], {
    description: 'What of it was given back, in the order in which it happened.',
  })
  refunds(@Root() { id }: Row<Payment>, @Ctx() context: Context): Promise<Refund[]> {
    return context.childrenOf(refunds, 'paymentId', id, AS_WRITTEN);
  }

  @Reads<Payment>('id')
  @FieldResolver(() => Receipt, { nullable: true, description: 'Its receipt; null while no money has come.' })
  receipt(@Root() { id }: Row<Payment>, @Ctx() context: Context): Promise<Receipt | null> {
    return receiptOf(context, id);
  }

  @Reads<Payment>('customerId')
  @FieldResolver(() => CustomerStub, { nullable: true, description: 'Who paid; null when not yours to see.' })
  @Permission('customers:read')
  customer(@Root() { customerId }: Row<Payment>): CustomerStub {
    return { id: customerId };
  }

  @Reads<Payment>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre that was paid; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() { serviceCentreId }: Row<Payment>): ServiceCentreStub {
    return { id: serviceCentreId };
  }

  @Reads<Payment>('recordedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who took it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  recordedBy(@Root() { recordedById }: Row<Payment>): UserStub | null {
    return recordedById ? { id: recordedById } : null;
  }
}
