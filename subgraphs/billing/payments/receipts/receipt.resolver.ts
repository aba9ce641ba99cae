import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Money } from '../../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { CustomerStub } from '../../stubs/customer.stub';
import { ServiceCentreStub } from '../../stubs/service-centre.stub';
import { Payment } from '../payment.entity';
import { payments } from '../payment.loader';
import { listReceipts } from './list-receipts';
import { Receipt } from './receipt.entity';
import { ReceiptFilter } from './receipt.input';
import { receipts } from './receipt.loader';
import { sendReceipt } from './send-receipt';

const ReceiptConnection = connectionOf(Receipt, 'Receipt');

@ObjectType({ description: 'An invoice on a receipt.' })
export class ReceiptLine {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field({ description: 'The invoice’s number.' })
  number!: string;

  @Field(() => Money, { description: 'What it got of the payment when the money came.' })
  amount!: Money;
}

@Resolver(() => Receipt)
export class ReceiptResolver {
  @Query(() => Receipt, {
    nullable: true,
    description: 'One receipt; null when there is none that you may see.',
  })
  @Permission('payments:read')
  receipt(
    @Arg('id', () => ID, { description: 'The receipt.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Receipt | null> {
    return context.load(receipts, id);
  }

  @Query(() => ReceiptConnection, { description: 'The receipts that you may see, the newest first.' })
  @Permission('payments:read')
  receipts(
    @Arg('filter', () => ReceiptFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: ReceiptFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Receipt>> {
    return listReceipts(context, filter, page);
  }

  @Mutation(() => Receipt, { description: 'Sends a receipt to the customer, again if need be.' })
  @Permission('payments:create')
  sendReceipt(
    @Arg('id', () => ID, { description: 'The receipt.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Receipt> {
    return sendReceipt(context, id);
  }

  @Reads<Receipt>('totalMinor', 'currency')
  @FieldResolver(() => Money, { description: 'What was received.' })
  total(@Root() { totalMinor, currency }: Row<Receipt>): Money {
    return new Money(totalMinor, currency);
  }

  @Reads<Receipt>('keptMinor', 'currency')
  @FieldResolver(() => Money, { description: 'What of it was kept as the customer’s balance when it came.' })
  kept(@Root() { keptMinor, currency }: Row<Receipt>): Money {
    return new Money(keptMinor, currency);
  }

  @Reads<Receipt>('settled', 'currency')
  @FieldResolver(() => [ReceiptLine], { description: 'The invoices that it was for.' })
  lines(@Root() { settled, currency }: Row<Receipt>): ReceiptLine[] {
    return settled.map(({ invoiceId, number, amountMinor }) => ({
      invoiceId,
      number,
      amount: new Money(amountMinor, currency),
    }));
  }

  @Reads<Receipt>('paymentId')
  @FieldResolver(() => Payment, { nullable: true, description: 'The payment; null when not yours to see.' })
  payment(@Root() { paymentId }: Row<Receipt>, @Ctx() context: Context): Promise<Payment | null> {
    return context.load(payments, paymentId);
  }

  @Reads<Receipt>('customerId')
  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'The customer; null when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() { customerId }: Row<Receipt>): CustomerStub {
    return { id: customerId };
  }

  @Reads<Receipt>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre that received it; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() { serviceCentreId }: Row<Receipt>): ServiceCentreStub {
    return { id: serviceCentreId };
  }
}
