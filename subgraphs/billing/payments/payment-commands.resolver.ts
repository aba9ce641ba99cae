import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { Invoice } from '../invoices/invoice.entity';
import { applyDeposit } from './deposits/apply-deposit';
import { ApplyDepositInput, RecordDepositInput } from './deposits/deposit.input';
import { recordDeposit } from './deposits/record-deposit';
import { Payment } from './payment.entity';
import { RecordPaymentInput, VoidPaymentInput } from './payment.input';
import { recordPayment } from './record-payment';
import { RefundPaymentInput } from './refunds/refund.input';
import { refundPayment } from './refunds/refund-payment';
import { voidPayment } from './void-payment';

@Resolver()
export class PaymentCommands {
  @Mutation(() => Payment, {
    description: 'Records money that was taken for invoices of one customer; its receipt makes itself.',
  })
  @Permission('payments:create')
  recordPayment(
    @Arg('input', { description: 'What was paid, and for what.' }) input: RecordPaymentInput,
    @Ctx() context: Context,
  ): Promise<Payment> {
    return recordPayment(context, input);
  }

  @Mutation(() => Payment, {
    description:
      'Undoes a payment that was recorded by mistake. Money that came and goes back is refunded instead.',
  })
  @Permission('payments:void')
  voidPayment(
    @Arg('id', () => ID, { description: 'The payment.' }) id: string,
    @Arg('input', { description: 'Why.' }) input: VoidPaymentInput,
    @Ctx() context: Context,
  ): Promise<Payment> {
    return voidPayment(context, id, input);
  }

  @Mutation(() => Payment, {
    description:
      'Gives money back. It is first what invoices have too much of after they were credited, then what is kept in ' +
      'balance; the rest is owed again.',
  })
  @Permission('payments:refund')
  refundPayment(
    @Arg('input', { description: 'How much of which payment, and why.' }) input: RefundPaymentInput,
    @Ctx() context: Context,
  ): Promise<Payment> {
    return refundPayment(context, input);
  }

  @Mutation(() => Payment, {
    description:
      'Records money that a customer leaves before there is an invoice: it is kept as their balance.',
  })
  @Permission('deposits:create')
  recordDeposit(
    @Arg('input', { description: 'Whose, and how much.' }) input: RecordDepositInput,
    @Ctx() context: Context,
  ): Promise<Payment> {
    return recordDeposit(context, input);
  }

  @Mutation(() => Invoice, {
    description: 'Pays an invoice from its customer’s balance, from what was left there first.',
  })
  @Permission('deposits:apply')
  applyDeposit(
    @Arg('input', { description: 'Which invoice, and how much of it.' }) input: ApplyDepositInput,
    @Ctx() context: Context,
  ): Promise<Invoice> {
    return applyDeposit(context, input);
  }
}
