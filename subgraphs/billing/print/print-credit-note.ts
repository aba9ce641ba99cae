import type { Row } from '../../../shared/database/readable';
import type { Context } from '../../../shared/subgraph/context';
import type { CreditNote } from '../credit-notes/credit-note.entity';
import { creditNoteLines } from '../credit-notes/credit-note.loader';
import { invoices } from '../invoices/invoice.loader';
import type { Printable } from './printable';

/** Whoever sees a credit note sees the invoice that it takes back. */
export async function printableCreditNote(context: Context, note: Row<CreditNote>): Promise<Printable> {
  const { id, number, seller, buyer, vehicleThen, reason } = note;
  const [lines, invoice] = await Promise.all([
    context.childrenOf(creditNoteLines, 'creditNoteId', id, { by: ['position'], descending: false }),
    context.loadOrFail(invoices, note.invoiceId),
  ]);
  return {
    kind: 'CREDIT_NOTE',
    id,
    number,
    isOut: true,
    watermark: null,
    date: note.createdAt,
    seller,
    buyer,
    vehicle: vehicleThen,
    issuedOn: note.issuedOn,
    dueOn: null,
    validUntil: null,
    reference: invoice.reference,
    corrects: { number: invoice.number ?? '', reason },
    totals: note,
    lines,
    notes: null,
  };
}
