import type Stripe from 'stripe';
import { isId } from '../../../../shared/ids';
import type { Money } from '../../../../shared/money';
import type { RefundState } from '../payment.lifecycle';
import { fromStripe } from './stripe-amount';

export interface RefundTruth {
  id: string;
  /** Ours, where we asked for it; one of Stripe’s own dashboard has none. */
  refundId: string | null;
  amount: Money;
  status: RefundState;
}

/** How a payment stands at Stripe, asked of Stripe: events come in any order, and say only that something happened. */
export interface Truth {
  paymentIntent: string;
  organisationId: string;
  paymentId: string;
  outcome: 'OPEN' | 'SUCCEEDED' | 'CANCELLED';
  received: Money;
  disputed: boolean;
  refunds: RefundTruth[];
}

const REFUND_STATES: Readonly<Record<string, RefundState>> = {
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  canceled: 'FAILED',
};
export const refundState = (status: string | null): RefundState => REFUND_STATES[status ?? ''] ?? 'PENDING';

const MOST_REFUNDS = 100;

/** Null for what is not ours: the account may be used for something else as well. */
export async function truthOf(stripe: Stripe, paymentIntent: string): Promise<Truth | null> {
  const intent = await stripe.paymentIntents.retrieve(paymentIntent, { expand: ['latest_charge'] });
  const { organisation, payment } = intent.metadata;
  if (!isId(organisation) || !isId(payment)) return null;
  const refunds = await stripe.refunds.list({ payment_intent: paymentIntent, limit: MOST_REFUNDS });
  const charge = intent.latest_charge;
  return {
    paymentIntent,
    organisationId: organisation,
    paymentId: payment,
    outcome: outcomeOf(intent.status),
    received: fromStripe(intent.amount_received, intent.currency),
    disputed: typeof charge === 'object' && charge !== null && charge.disputed,
    refunds: refunds.data.map(({ id, amount, currency, status, metadata }) => ({
      id,
      refundId: isId(metadata?.refund) ? metadata.refund : null,
      amount: fromStripe(amount, currency),
      status: refundState(status),
    })),
  };
}

const outcomeOf = (status: Stripe.PaymentIntent.Status): Truth['outcome'] =>
  status === 'succeeded' ? 'SUCCEEDED' : status === 'canceled' ? 'CANCELLED' : 'OPEN';
