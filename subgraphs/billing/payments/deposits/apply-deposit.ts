import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField } from '../../../../shared/errors';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import type { Invoice } from '../../invoices/invoice.entity';
import { invoices, invoicesFor } from '../../invoices/invoice.loader';
import { emitPaymentEvent, post } from '../ledger';
import type { Payment } from '../payment.entity';
import { paymentsFor } from '../payment.loader';
import { requireCurrency, requireOpen } from '../shares';
import type { ApplyDepositInput } from './deposit.input';

const payable = invoicesFor('deposits:apply');

export async function applyDeposit(context: Context, input: ApplyDepositInput): Promise<Invoice> {
  const { invoiceId } = input;
  const seen = await context.loadOrFail(payable, invoiceId);
  await context.once({ operation: 'applyDeposit', key: input.idempotencyKey, input }, async (tx) => {
    const kept = await keptOf(tx, seen);
    const invoice = await tx.lock(payable, invoiceId);
    await apply(tx, invoice, kept, appliedAmount(invoice, kept, input));
    return { id: invoiceId };
  });
  return context.loadOrFail(invoices, invoiceId);
}

/** The payments that something is kept of for the customer, the oldest first, locked. */
const keptOf = (tx: Transaction, { customerId, currency }: Invoice): Promise<Payment[]> =>
  tx.rows(
    paymentsFor('deposits:apply'),
    sql`t.organisation_id = ${tx.organisationId} and t.customer_id = ${customerId} and t.currency = ${currency}
      and t.kept_minor > 0`,
    sql`order by t.id for no key update of t`,
  );

function appliedAmount(invoice: Invoice, kept: readonly Payment[], { amount }: ApplyDepositInput): number {
  requireOpen(invoice, 'input.invoiceId');
  const balance = kept.reduce((sum, { keptMinor }) => sum + keptMinor, 0);
  if (balance === 0) throw badField('input.invoiceId', 'NO_BALANCE', 'The customer has nothing in balance.');
  if (!amount) return Math.min(balance, invoice.balanceMinor);
  const money = Money.from(amount, 'input.amount');
  requireCurrency(money, invoice, 'input.amount');
  if (money.minorUnits <= 0) throw badField('input.amount', 'NOT_POSITIVE', 'An amount is above zero.');
  if (money.minorUnits > invoice.balanceMinor)
    throw badField('input.amount', 'ABOVE_BALANCE', 'That is more than is left to pay of the invoice.');
  if (money.minorUnits > balance)
    throw badField('input.amount', 'ABOVE_CREDIT', 'That is more than the customer has in balance.');
  return money.minorUnits;
}

async function apply(
  tx: Transaction,
  invoice: Invoice,
  kept: readonly Payment[],
  amountMinor: number,
): Promise<void> {
  let [left, { paidMinor }] = [amountMinor, invoice];
  for (const payment of kept) {
    const part = Math.min(left, payment.keptMinor);
    if (part === 0) break;
    const share = { invoice: { ...invoice, paidMinor }, amountMinor: part };
    const applied = await post(tx, payment, {
      shares: [share],
      keptMinor: -part,
      cause: 'APPLIED',
      action: 'apply',
    });
    emitPaymentEvent(tx, 'DepositApplied', applied, [share]);
    left -= part;
    paidMinor += part;
  }
}
