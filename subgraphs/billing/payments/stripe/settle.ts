import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { InvoiceStatus } from '../../invoices/invoice.lifecycle';
import { everyInvoice } from '../../invoices/invoice.loader';
import { emitPaymentEvent, type Share } from '../ledger';
import { Payment } from '../payment.entity';
import { PaymentState } from '../payment.lifecycle';
import { everyPayment, everyRefund } from '../payment.loader';
import type { Parties } from '../receipts/write-receipt';
import { nothingYet, receive } from '../receive';
import { giveBack, settleRefund } from '../refunds/give-back';
import type { Refund } from '../refunds/refund.entity';
import { lockInvoices } from '../shares';
import type { RefundTruth, Truth } from './stripe-truth';

/** Makes what is written here what Stripe says. Again, late or after something newer it changes nothing. */
export async function settle(tx: Transaction, truth: Truth, parties: Parties): Promise<void> {
  let payment = await paymentFor(tx, truth);
  if (!payment) return;
  if (truth.outcome === 'SUCCEEDED' && payment.status !== PaymentState.SUCCEEDED)
    payment = await received(tx, payment, truth, parties);
  if (truth.outcome === 'CANCELLED' && payment.status === PaymentState.PENDING)
    payment = await tx.update(Payment, payment, { status: PaymentState.FAILED }, 'cancel');
  if (payment.disputed !== truth.disputed)
    payment = await tx.update(Payment, payment, { disputed: truth.disputed }, 'dispute');
  for (const refund of truth.refunds) payment = await settleOne(tx, payment, refund);
}

/**
 * The payment that was asked for, locked. Money that comes another time for it is a payment of its own: nothing is lost.
 * Null where another time nothing came.
 */
async function paymentFor(
  tx: Transaction,
  { paymentIntent, paymentId, outcome, received }: Truth,
): Promise<Payment | null> {
  const asked = await tx.lock(everyPayment, paymentId);
  if (asked.providerId === paymentIntent) return asked;
  if (asked.providerId === null) return tx.update(Payment, asked, { providerId: paymentIntent }, 'link');
  const [known] = await tx.rows(
    everyPayment,
    sql`t.organisation_id = ${tx.organisationId} and t.provider_id = ${paymentIntent}`,
    sql`for no key update of t`,
  );
  if (known || outcome !== 'SUCCEEDED') return known ?? null;
  const { customerId, serviceCentreId, method, provider, intendedFor } = asked;
  return tx.insert(Payment, {
    ...nothingYet,
    customerId,
    serviceCentreId,
    deposit: false,
    method,
    provider,
    providerId: paymentIntent,
    intendedFor,
    currency: received.currency,
    amountMinor: received.minorUnits,
  });
}

/** By the amount that Stripe has, and by what is left of the invoices now; the rest is the customer’s balance. */
async function received(
  tx: Transaction,
  asked: Payment,
  { received: { minorUnits, currency } }: Truth,
  parties: Parties,
): Promise<Payment> {
  const payment = await tx.update(Payment, asked, { amountMinor: minorUnits, currency }, 'receive');
  const found = await lockInvoices(tx, everyInvoice, payment.intendedFor);
  let left = minorUnits;
  const shares = payment.intendedFor.flatMap((id): Share[] => {
    const invoice = found.get(id);
    if (invoice?.status !== InvoiceStatus.ISSUED || invoice.currency !== currency) return [];
    const amountMinor = Math.max(0, Math.min(left, invoice.balanceMinor));
    left -= amountMinor;
    return amountMinor > 0 ? [{ invoice, amountMinor }] : [];
  });
  const settled = await receive(tx, payment, shares, parties);
  if (settled.keptMinor > 0) emitPaymentEvent(tx, 'PaymentKept', settled, []);
  return settled;
}

async function settleOne(tx: Transaction, payment: Payment, truth: RefundTruth): Promise<Payment> {
  const [known] = await tx.rows(
    everyRefund,
    sql`t.organisation_id = ${tx.organisationId} and t.payment_id = ${payment.id}
      and (t.provider_id = ${truth.id} or t.id = ${truth.refundId})`,
  );
  const refund = known ?? (await fromDashboard(tx, payment, truth));
  if (!refund) return payment;
  const current = known ? payment : await tx.lock(everyPayment, payment.id);
  return settleRefund(tx, current, refund, truth);
}

function fromDashboard(
  tx: Transaction,
  payment: Payment,
  { amount, status }: RefundTruth,
): Promise<Refund> | null {
  const amountMinor = Math.min(amount.minorUnits, payment.amountMinor - payment.refundedMinor);
  if (status === 'FAILED' || payment.status !== PaymentState.SUCCEEDED || amountMinor <= 0) return null;
  return giveBack(tx, payment, { amountMinor, status: 'PENDING', reason: 'Given back at Stripe.' });
}
