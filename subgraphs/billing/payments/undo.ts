import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { everyInvoice } from '../invoices/invoice.loader';
import type { Share } from './ledger';
import type { Payment } from './payment.entity';
import { everyAllocation } from './payment.loader';
import { lockInvoices } from './shares';

/** What invoices have of a payment by now, those first that came to it last. The payment is locked, and they will be. */
export async function sharesOf(tx: Transaction, payment: Payment): Promise<Share[]> {
  const rows = await tx.rows(
    everyAllocation,
    sql`t.organisation_id = ${tx.organisationId} and t.payment_id = ${payment.id}`,
    sql`order by t.id`,
  );
  const sums = new Map<string, number>();
  for (const { invoiceId, amountMinor } of rows)
    sums.set(invoiceId, (sums.get(invoiceId) ?? 0) + amountMinor);
  const found = await lockInvoices(tx, everyInvoice, [...sums.keys()]);
  return [...sums]
    .reverse()
    .flatMap(([invoiceId, amountMinor]) =>
      amountMinor > 0 ? [{ invoice: found.get(invoiceId)!, amountMinor }] : [],
    );
}

export const takenBack = (shares: readonly Share[]): Share[] =>
  shares.map(({ invoice, amountMinor }) => ({ invoice, amountMinor: -amountMinor }));
