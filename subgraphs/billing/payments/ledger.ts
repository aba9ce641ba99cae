import type { Transaction } from '../../../shared/database/transaction';
import { Invoice } from '../invoices/invoice.entity';
import { type BalanceCause, BalanceEntry } from './deposits/balance-entry.entity';
import { Payment } from './payment.entity';
import { PaymentAllocation } from './payment-allocation.entity';

/** What an invoice gets of a payment; below zero it is taken back. The invoice is locked. */
export interface Share {
  invoice: Invoice;
  amountMinor: number;
}

export interface Posting {
  shares: readonly Share[];
  /** What goes into the customer’s balance; below zero, what leaves it. */
  keptMinor: number;
  cause: BalanceCause;
  /** What becomes of the payment itself. */
  change?: Partial<
    Pick<Payment, 'status' | 'paidAt' | 'refundedMinor' | 'voidedAt' | 'voidedById' | 'voidReason'>
  >;
  action: string;
}

/**
 * The only place where money of a payment moves. The payment and its invoices are locked, payments before invoices and
 * each by id, so that nobody waits in a circle.
 */
export async function post(tx: Transaction, payment: Payment, posting: Posting): Promise<Payment> {
  const { shares, keptMinor, cause, change = {}, action } = posting;
  const { currency, customerId } = payment;
  for (const { invoice, amountMinor } of shares) {
    await tx.insert(PaymentAllocation, {
      paymentId: payment.id,
      invoiceId: invoice.id,
      currency,
      amountMinor,
    });
    await tx.update(Invoice, invoice, { paidMinor: invoice.paidMinor + amountMinor }, 'pay');
  }
  if (keptMinor !== 0)
    await tx.insert(BalanceEntry, {
      customerId,
      paymentId: payment.id,
      currency,
      amountMinor: keptMinor,
      cause,
    });
  const given = shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return tx.update(
    Payment,
    payment,
    {
      ...change,
      allocatedMinor: payment.allocatedMinor + given,
      keptMinor: payment.keptMinor + keptMinor,
    },
    action,
  );
}

export type PaymentEvent =
  | 'PaymentReceived'
  | 'PaymentVoided'
  | 'PaymentRefunded'
  | 'PaymentKept'
  | 'DepositApplied';

export function emitPaymentEvent(
  tx: Transaction,
  name: PaymentEvent,
  { id, customerId, serviceCentreId, deposit }: Payment,
  shares: readonly Share[],
): void {
  const invoiceIds = shares.map(({ invoice }) => invoice.id);
  tx.emit({
    name,
    subjectType: 'Payment',
    subjectId: id,
    payload: { customerId, serviceCentreId, deposit, invoiceIds },
  });
}
