import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { emitPaymentEvent, post } from './ledger';
import type { Payment } from './payment.entity';
import type { VoidPaymentInput } from './payment.input';
import { PaymentState, paymentLifecycle } from './payment.lifecycle';
import { payments, paymentsFor } from './payment.loader';
import { sharesOf, takenBack } from './undo';

const voidable = paymentsFor('payments:void');

/** By a counter-entry: what was recorded stays to be seen, and so does its receipt. */
export async function voidPayment(context: Context, id: string, input: VoidPaymentInput): Promise<Payment> {
  await context.once(
    { operation: 'voidPayment', key: input.idempotencyKey, input: { id, ...input } },
    async (tx) => {
      const payment = await tx.lock(voidable, id);
      paymentLifecycle.demand(payment.status, PaymentState.VOIDED);
      if (payment.provider)
        throw conflict('Money that a provider took is given back, not voided.', {
          current: { id, version: payment.version },
        });
      if (payment.refundedMinor > 0)
        throw conflict('Some of the payment was given back: what is left of it is refunded, not voided.', {
          current: { id, version: payment.version },
        });
      const shares = await sharesOf(tx, payment);
      const voided = await post(tx, payment, {
        shares: takenBack(shares),
        keptMinor: -payment.keptMinor,
        cause: 'VOIDED',
        change: {
          status: PaymentState.VOIDED,
          voidedAt: tx.now,
          voidedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
          voidReason: input.reason.trim(),
        },
        action: 'void',
      });
      emitPaymentEvent(tx, 'PaymentVoided', voided, shares);
      return { id };
    },
  );
  return context.loadOrFail(payments, id);
}
