import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { localDate } from '../../../shared/time-zone';
import { documentNumber } from '../documents/document-number';
import { taxTotals } from '../documents/tax-totals';
import { linesOf } from '../documents/write-lines';
import { invoiceDrafts } from '../invoices/invoice.draft';
import { Invoice } from '../invoices/invoice.entity';
import { InvoiceStatus } from '../invoices/invoice.lifecycle';
import { invoicesFor, invoiceTaxGroups } from '../invoices/invoice.loader';
import { InvoiceTaxGroup } from '../invoices/invoice-tax-group.entity';
import { type House, houseOf } from '../peers';
import type { CreditInvoiceInput } from './credit.input';
import { creditedAmounts, creditLine, type NewCreditLine } from './credit-lines';
import { CreditNote } from './credit-note.entity';
import { creditNotes, everyCreditNoteLine } from './credit-note.loader';
import { CreditNoteLine } from './credit-note-line.entity';
import { type CreditableLine, chosenCredit, wholeCredit } from './wanted-credit';

const creditable = invoicesFor('invoices:credit');

export async function creditInvoice(
  context: Context,
  invoiceId: string,
  input: CreditInvoiceInput,
): Promise<CreditNote> {
  const { serviceCentreId } = await context.loadOrFail(creditable, invoiceId);
  const house = await houseOf(context, serviceCentreId, 'invoiceId');
  const { id } = await context.once(
    { operation: 'creditInvoice', key: input.idempotencyKey, input: { invoiceId, ...input } },
    async (tx) => {
      const invoice = await tx.lock(creditable, invoiceId, input.expectedVersion);
      return { id: (await credit(tx, invoice, input, house)).id };
    },
  );
  return context.loadOrFail(creditNotes, id);
}

/** Everything is computed and checked before the number is taken. */
async function credit(
  tx: Transaction,
  invoice: Invoice,
  input: CreditInvoiceInput,
  house: House,
): Promise<CreditNote> {
  const groups = await tx.rows(invoiceTaxGroups, sql`t.invoice_id = ${invoice.id}`, sql`order by t.id`);
  const lines = await creditableLines(tx, invoice.id);
  const wanted = input.lines ? chosenCredit(lines, input.lines, invoice) : wholeCredit(lines, invoice);
  const { id, version, status } = invoice;
  if (status !== InvoiceStatus.ISSUED)
    throw conflict(`An invoice that is ${status} is not credited.`, { current: { id, version, status } });
  if (wanted.length === 0)
    throw conflict('Nothing is left of the invoice to credit.', { current: { id, version } });
  const amounts = creditedAmounts(invoice, wanted, groups);
  const credited = wanted.map((one, n) => creditLine(one, amounts[n]!, n + 1));
  await takeOffGroups(tx, groups, credited);
  const note = await writeNote(tx, invoice, input.reason.trim(), credited, house);
  await tx.update(Invoice, invoice, { creditedMinor: invoice.creditedMinor + note.totalMinor }, 'credit');
  emitCreditNoteEvent(tx, 'CreditNoteIssued', note);
  return note;
}

async function creditableLines(tx: Transaction, invoiceId: string): Promise<CreditableLine[]> {
  const lines = await linesOf(tx, invoiceDrafts, invoiceId);
  const before = await tx.rows(
    everyCreditNoteLine,
    sql`t.credit_note_id in (select n.id from billing.credit_note n
      where n.organisation_id = t.organisation_id and n.invoice_id = ${invoiceId})`,
  );
  return lines.map((line) => ({
    line,
    before: before.filter(({ invoiceLineId }) => invoiceLineId === line.id),
  }));
}

async function takeOffGroups(
  tx: Transaction,
  groups: readonly InvoiceTaxGroup[],
  credited: readonly NewCreditLine[],
): Promise<void> {
  for (const part of taxTotals(credited)) {
    const group = groups.find(
      ({ taxCategory, taxPercent }) => taxCategory === part.taxCategory && taxPercent === part.taxPercent,
    )!;
    await tx.update(InvoiceTaxGroup, group, {
      creditedNetMinor: group.creditedNetMinor + part.netMinor,
      creditedTaxMinor: group.creditedTaxMinor + part.taxMinor,
    });
  }
}

async function writeNote(
  tx: Transaction,
  invoice: Invoice,
  reason: string,
  credited: readonly NewCreditLine[],
  { centre }: House,
): Promise<CreditNote> {
  const total = (amount: 'amountMinor' | 'netMinor' | 'taxMinor') =>
    credited.reduce((sum, line) => sum + line[amount], 0);
  const { serviceCentreId, customerId, vehicleId, technicianId, currency, pricesIncludeTax, taxPerLine } =
    invoice;
  // The series stays locked until COMMIT, so the number is taken as late as can be.
  const sequence = await tx.nextNumber(serviceCentreId, 'credit note');
  const note = await tx.insert(CreditNote, {
    number: documentNumber('CN', centre.code, sequence),
    sequence,
    invoiceId: invoice.id,
    serviceCentreId,
    customerId,
    vehicleId,
    technicianId,
    currency,
    pricesIncludeTax,
    taxPerLine,
    timeZone: centre.timeZone,
    createdById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
    reason,
    issuedOn: localDate(centre.timeZone, tx.now.getTime()),
    seller: invoice.seller!,
    buyer: invoice.buyer!,
    vehicleThen: invoice.vehicleThen,
    subtotalMinor: total('amountMinor'),
    discountTotalMinor: 0,
    netMinor: total('netMinor'),
    taxMinor: total('taxMinor'),
    totalMinor: total('netMinor') + total('taxMinor'),
  });
  for (const line of credited) await tx.insert(CreditNoteLine, { ...line, creditNoteId: note.id });
  return note;
}

export function emitCreditNoteEvent(
  tx: Transaction,
  name: 'CreditNoteIssued' | 'CreditNoteSent',
  { id, invoiceId, customerId, vehicleId, serviceCentreId }: CreditNote,
): void {
  tx.emit({
    name,
    subjectType: 'CreditNote',
    subjectId: id,
    payload: { invoiceId, customerId, vehicleId, serviceCentreId },
  });
}
