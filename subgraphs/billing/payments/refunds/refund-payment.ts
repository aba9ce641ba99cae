import { badField, conflict } from '../../../../shared/errors';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import type { Payment } from '../payment.entity';
import { PaymentState, RefundState } from '../payment.lifecycle';
import { everyRefund, payments, paymentsFor } from '../payment.loader';
import { refundAtStripe } from '../stripe/refund-at-stripe';
import { stripeOf } from '../stripe/stripe-client';
import { giveBack } from './give-back';
import type { RefundPaymentInput } from './refund.input';

const refundable = paymentsFor('payments:refund');

export async function refundPayment(context: Context, input: RefundPaymentInput): Promise<Payment> {
  const { paymentId } = input;
  const seen = await context.loadOrFail(refundable, paymentId);
  if (seen.provider) requireAsPaid(context, seen, input);
  const status = seen.provider ? RefundState.PENDING : RefundState.SUCCEEDED;
  const { id } = await context.once(
    { operation: 'refundPayment', key: input.idempotencyKey, input },
    async (tx) => {
      const payment = await tx.lock(refundable, paymentId);
      const amountMinor = refundedAmount(payment, input);
      return { id: (await giveBack(tx, payment, { ...input, amountMinor, status })).id };
    },
  );
  if (seen.provider) await atProvider(context, seen, id);
  return context.loadOrFail(payments, paymentId);
}

/** Through the provider it goes back as it came. */
function requireAsPaid(context: Context, { method }: Payment, input: RefundPaymentInput): void {
  stripeOf(context);
  if (input.method && input.method !== method)
    throw badField('input.method', 'AS_PAID', 'What a provider took goes back through the provider.');
}

/** Again under the same key, what was not answered the first time is taken up. */
async function atProvider(context: Context, payment: Payment, refundId: string): Promise<void> {
  const refund = await context.asSystem(payment.organisationId).loadOrFail(everyRefund, refundId);
  if (refund.status === RefundState.PENDING) await refundAtStripe(context, payment, refund);
}

function refundedAmount(payment: Payment, { amount }: RefundPaymentInput): number {
  if (payment.status !== PaymentState.SUCCEEDED)
    throw conflict(`A payment that is ${payment.status} is not given back.`, {
      current: { id: payment.id, version: payment.version, status: payment.status },
    });
  const left = payment.amountMinor - payment.refundedMinor;
  if (!amount && left === 0)
    throw conflict('All of the payment was given back.', {
      current: { id: payment.id, version: payment.version },
    });
  if (!amount) return left;
  const money = Money.from(amount, 'input.amount');
  if (money.currency !== payment.currency)
    throw badField('input.amount.currency', 'FOREIGN_CURRENCY', `The payment was in ${payment.currency}.`);
  if (money.minorUnits <= 0) throw badField('input.amount', 'NOT_POSITIVE', 'An amount is above zero.');
  if (money.minorUnits > left)
    throw badField('input.amount', 'ABOVE_PAID', 'That is more than is left of the payment.');
  return money.minorUnits;
}
