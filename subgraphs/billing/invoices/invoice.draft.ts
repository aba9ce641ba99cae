import type { DraftKind } from '../documents/write-lines';
import { Invoice } from './invoice.entity';
import { invoiceLines } from './invoice.loader';
import { InvoiceLine } from './invoice-line.entity';

export const invoiceDrafts: DraftKind<Invoice, InvoiceLine> = {
  document: Invoice,
  line: InvoiceLine,
  lines: invoiceLines,
  parent: 'invoice_id',
  ofDocument: (invoiceId) => ({ invoiceId }),
};
