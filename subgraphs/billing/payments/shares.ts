import type { Readable } from '../../../shared/database/readable';
import { idList, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { Money } from '../../../shared/money';
import type { Invoice } from '../invoices/invoice.entity';
import { InvoiceStatus } from '../invoices/invoice.lifecycle';
import type { Share } from './ledger';
import type { InvoiceShareInput } from './payment.input';

/** The invoices, locked in the order of their ids; of those not theirs to see there is none. */
export async function lockInvoices(
  tx: Transaction,
  type: Readable<Invoice>,
  ids: readonly string[],
): Promise<Map<string, Invoice>> {
  const rows = await tx.rows(
    type,
    sql`t.organisation_id = ${tx.organisationId} and t.id = any(${idList(ids)}::uuid[])`,
    sql`order by t.id for no key update of t`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface Asked {
  customerId: string;
  serviceCentreId: string;
  amount: Money;
  invoices: readonly InvoiceShareInput[];
  /** Where the input names the invoice of a place. */
  idPath(index: number): string;
}

/** Who gets how much, in the order in which they are named: what is stated, or what is left up to their balance. */
export function chooseShares(found: ReadonlyMap<string, Invoice>, asked: Asked): Share[] {
  const { amount, invoices } = asked;
  let left = amount.minorUnits;
  return invoices.flatMap(({ invoiceId, amount: stated }, index) => {
    const path = `input.invoices.${index}`;
    const invoice = requirePayable(found.get(invoiceId), asked, asked.idPath(index));
    const wanted = stated
      ? statedShare(stated, invoice, `${path}.amount`)
      : Math.min(left, invoice.balanceMinor);
    left -= wanted;
    if (left < 0)
      throw badField(`${path}.amount`, 'ABOVE_PAYMENT', 'The shares come to more than the payment.');
    return wanted > 0 ? [{ invoice, amountMinor: wanted }] : [];
  });
}

function statedShare(
  stated: NonNullable<InvoiceShareInput['amount']>,
  invoice: Invoice,
  path: string,
): number {
  const money = Money.from(stated, path);
  requireCurrency(money, invoice, path);
  if (money.minorUnits <= 0) throw badField(path, 'NOT_POSITIVE', 'An amount is above zero.');
  if (money.minorUnits > invoice.balanceMinor)
    throw badField(path, 'ABOVE_BALANCE', 'That is more than is left to pay of the invoice.');
  return money.minorUnits;
}

export function requireCurrency({ currency }: Money, invoice: Invoice, path: string): void {
  if (currency !== invoice.currency)
    throw badField(`${path}.currency`, 'FOREIGN_CURRENCY', `The invoice is in ${invoice.currency}.`);
}

function requirePayable(invoice: Invoice | undefined, asked: Asked, path: string): Invoice {
  if (!invoice) throw badField(path, 'UNKNOWN', 'There is no such invoice.');
  requireOneAccount(invoice, asked, path);
  requireCurrency(asked.amount, invoice, 'input.amount');
  requireOpen(invoice, path);
  return invoice;
}

function requireOneAccount(invoice: Invoice, { customerId, serviceCentreId }: Asked, path: string): void {
  if (invoice.customerId !== customerId)
    throw badField(path, 'OTHER_CUSTOMER', 'One payment is for invoices of one customer.');
  if (invoice.serviceCentreId !== serviceCentreId)
    throw badField(path, 'OTHER_CENTRE', 'One payment is for invoices of one service centre.');
}

export function requireOpen({ status, balanceMinor }: Invoice, path: string): void {
  if (status !== InvoiceStatus.ISSUED)
    throw badField(path, 'NOT_ISSUED', `An invoice that is ${status} cannot be paid.`);
  if (balanceMinor <= 0) throw badField(path, 'NOTHING_TO_PAY', 'Nothing is left to pay of the invoice.');
}
