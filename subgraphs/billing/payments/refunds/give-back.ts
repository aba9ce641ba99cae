import type { Transaction } from '../../../../shared/database/transaction';
import { emitPaymentEvent, post } from '../ledger';
import type { Payment } from '../payment.entity';
import { type RefundState, refundLifecycle } from '../payment.lifecycle';
import { sharesOf, takenBack } from '../undo';
import { Refund } from './refund.entity';
import type { RefundPaymentInput } from './refund.input';
import { takeOff } from './take-off';

interface GivenBack extends Pick<RefundPaymentInput, 'method' | 'reason'> {
  amountMinor: number;
  status: RefundState;
}

/** The payment is locked, and has so much left. */
export async function giveBack(tx: Transaction, payment: Payment, given: GivenBack): Promise<Refund> {
  const { amountMinor, method, reason, status } = given;
  const off = takeOff(amountMinor, await sharesOf(tx, payment), payment.keptMinor);
  const refunded = await post(tx, payment, {
    shares: takenBack(off.shares),
    keptMinor: -off.keptMinor,
    cause: 'REFUNDED',
    change: { refundedMinor: payment.refundedMinor + amountMinor },
    action: 'refund',
  });
  const refund = await tx.insert(Refund, {
    paymentId: payment.id,
    status,
    method: method ?? payment.method,
    currency: payment.currency,
    amountMinor,
    reason: reason.trim(),
    refundedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
  });
  emitPaymentEvent(tx, 'PaymentRefunded', refunded, off.shares);
  return refund;
}

/** What the provider says of a refund; what it had taken off is the customer’s balance again when it did not arrive. */
export async function settleRefund(
  tx: Transaction,
  payment: Payment,
  refund: Refund,
  { id, status }: { id: string | null; status: RefundState },
): Promise<Payment> {
  const moves = refundLifecycle.next(refund.status).includes(status);
  await tx.update(
    Refund,
    refund,
    { providerId: refund.providerId ?? id, status: moves ? status : refund.status },
    'settle',
  );
  if (!moves || status !== 'FAILED') return payment;
  const kept = await post(tx, payment, {
    shares: [],
    keptMinor: refund.amountMinor,
    cause: 'REFUNDED',
    change: { refundedMinor: payment.refundedMinor - refund.amountMinor },
    action: 'refund',
  });
  emitPaymentEvent(tx, 'PaymentKept', kept, []);
  return kept;
}
