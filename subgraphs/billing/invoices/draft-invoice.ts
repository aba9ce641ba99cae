import type { Transaction } from '../../../shared/database/transaction';
import { localDate } from '../../../shared/time-zone';
import { discountColumns, type LineFacts, newLine } from '../documents/line-facts';
import { writeLines } from '../documents/write-lines';
import type { House } from '../peers';
import { RatesOf } from '../tax/find-rate';
import { invoiceDrafts } from './invoice.draft';
import { Invoice } from './invoice.entity';
import type { CreateInvoiceInput } from './invoice.input';
import { invoiceLifecycle } from './invoice.lifecycle';

/** For whom, about what and out of what a draft is made, once that is known to be there. */
export type InvoiceSubject = Pick<Invoice, 'serviceCentreId' | 'customerId' | 'vehicleId'> &
  Partial<Pick<Invoice, 'jobCardId' | 'counterOrderId' | 'quotationId' | 'technicianId'>>;

type Words = Pick<
  CreateInvoiceInput,
  'discount' | 'discountPercent' | 'paymentTermsDays' | 'reference' | 'notes'
>;

/** A draft, in the transaction of whoever has a reason for one. */
export async function draftInvoice(
  tx: Transaction,
  house: House,
  subject: InvoiceSubject,
  words: Words,
  linesFrom: (rates: RatesOf) => LineFacts[],
): Promise<Invoice> {
  const { organisation, centre, country } = house;
  const { currency, pricesIncludeTax, taxPerLine } = organisation;
  const rates = await RatesOf.day(tx, localDate(centre.timeZone, tx.now.getTime()), country);
  const lines = linesFrom(rates);
  const nothing = { subtotalMinor: 0, discountTotalMinor: 0, netMinor: 0, taxMinor: 0, totalMinor: 0 };
  const invoice = await tx.insert(Invoice, {
    ...subject,
    ...nothing,
    status: invoiceLifecycle.initial,
    currency,
    pricesIncludeTax,
    taxPerLine,
    timeZone: centre.timeZone,
    createdById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
    paymentTermsDays: words.paymentTermsDays ?? null,
    reference: words.reference?.trim() || null,
    notes: words.notes?.trim() || null,
    ...discountColumns(words, currency, 'input'),
  });
  const written = await writeLines(
    tx,
    invoiceDrafts,
    invoice,
    lines.map((facts) => ({ facts, line: null })),
    { pathOf: (index) => `input.lines.${index}`, discountPath: 'input.discount' },
  );
  emitInvoiceEvent(tx, 'InvoiceDrafted', written);
  return written;
}

export const writtenLines =
  ({ lines }: Pick<CreateInvoiceInput, 'lines'>, currency: string) =>
  (rates: RatesOf): LineFacts[] =>
    lines.map((line, index) => newLine(line, currency, rates, `input.lines.${index}`));

export type InvoiceEvent =
  | 'InvoiceDrafted'
  | 'InvoiceUpdated'
  | 'InvoiceIssued'
  | 'InvoiceCancelled'
  | 'InvoiceSent';

export function emitInvoiceEvent(tx: Transaction, name: InvoiceEvent, invoice: Invoice): void {
  const { id, customerId, vehicleId, serviceCentreId, jobCardId, counterOrderId } = invoice;
  tx.emit({
    name,
    subjectType: 'Invoice',
    subjectId: id,
    payload: { customerId, vehicleId, serviceCentreId, jobCardId, counterOrderId },
  });
}
