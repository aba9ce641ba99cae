import type { Row } from '../../../shared/database/readable';
import type { Context } from '../../../shared/subgraph/context';
import type { Invoice } from '../invoices/invoice.entity';
import { invoiceLines } from '../invoices/invoice.loader';
import { partiesNow } from './parties-now';
import type { Printable } from './printable';

/** Of an issued invoice what it states, and nothing that is said of anybody today. */
export async function printableInvoice(context: Context, invoice: Row<Invoice>): Promise<Printable | null> {
  const { id, number, seller, buyer, vehicleThen, status } = invoice;
  const lines = await context.childrenOf(invoiceLines, 'invoiceId', id, {
    by: ['position'],
    descending: false,
  });
  const parties =
    seller && buyer ? { seller, buyer, vehicle: vehicleThen } : await partiesNow(context, invoice);
  if (!parties) return null;
  return {
    ...parties,
    kind: 'INVOICE',
    id,
    number,
    isOut: status === 'ISSUED',
    watermark: status === 'ISSUED' ? null : status,
    date: invoice.issuedAt ?? invoice.createdAt,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    validUntil: null,
    reference: invoice.reference,
    corrects: null,
    totals: invoice,
    lines,
    notes: invoice.notes,
  };
}
