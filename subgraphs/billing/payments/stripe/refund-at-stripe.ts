import { conflict } from '../../../../shared/errors';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import type { Payment } from '../payment.entity';
import { everyPayment, everyRefund } from '../payment.loader';
import { settleRefund } from '../refunds/give-back';
import type { Refund } from '../refunds/refund.entity';
import { toStripe } from './stripe-amount';
import { isRefusal, stripeOf, unanswered } from './stripe-client';
import { refundState } from './stripe-truth';

/** What was written down as pending is asked for, by a key that is the refund’s own, and settled by the answer. */
export async function refundAtStripe(context: Context, payment: Payment, refund: Refund): Promise<void> {
  const answer = await ask(context, payment, refund).catch((error: unknown) => {
    if (isRefusal(error)) return { id: null, status: 'failed', said: error.message };
    context.log.warn('Stripe was asked for a refund and did not answer', { error: String(error) });
    throw unanswered();
  });
  await context.asSystem(payment.organisationId).transaction(async (tx) => {
    const current = await tx.lock(everyPayment, payment.id);
    const known = await tx.lock(everyRefund, refund.id);
    await settleRefund(tx, current, known, { id: answer.id, status: refundState(answer.status) });
  });
  if (answer.said) throw conflict(`Stripe refused it: ${answer.said}`);
}

interface Answer {
  id: string | null;
  status: string | null;
  said?: string;
}

async function ask(context: Context, payment: Payment, refund: Refund): Promise<Answer> {
  const { id, status } = await stripeOf(context).refunds.create(
    {
      payment_intent: payment.providerId!,
      amount: toStripe(new Money(refund.amountMinor, refund.currency)),
      metadata: { organisation: payment.organisationId, payment: payment.id, refund: refund.id },
    },
    { idempotencyKey: `liftbay-refund-${refund.id}` },
  );
  return { id, status };
}
