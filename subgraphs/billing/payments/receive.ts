import type { Transaction } from '../../../shared/database/transaction';
import { emitPaymentEvent, post, type Share } from './ledger';
import type { Payment } from './payment.entity';
import { PaymentState, paymentLifecycle } from './payment.lifecycle';
import { type Parties, writeReceipt } from './receipts/write-receipt';

/** The money is there: invoices get their shares, the rest is the customer’s balance, and the receipt makes itself. */
export async function receive(
  tx: Transaction,
  pending: Payment,
  shares: readonly Share[],
  parties: Parties,
): Promise<Payment> {
  paymentLifecycle.demand(pending.status, PaymentState.SUCCEEDED);
  const given = shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const payment = await post(tx, pending, {
    shares,
    keptMinor: pending.amountMinor - given,
    cause: 'KEPT',
    change: { status: PaymentState.SUCCEEDED, paidAt: tx.now },
    action: 'receive',
  });
  emitPaymentEvent(tx, 'PaymentReceived', payment, shares);
  await writeReceipt(tx, payment, shares, parties);
  return payment;
}

/** A payment that nothing has come of yet. */
export const nothingYet = {
  status: paymentLifecycle.initial,
  allocatedMinor: 0,
  keptMinor: 0,
  refundedMinor: 0,
  paidAt: null,
  voidedAt: null,
  voidedById: null,
  voidReason: null,
};
