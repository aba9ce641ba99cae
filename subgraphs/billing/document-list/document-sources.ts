import type { Readable } from '../../../shared/database/readable';
import { raw, type Sql } from '../../../shared/database/sql';
import { creditNotes } from '../credit-notes/credit-note.loader';
import type { DocumentRecord } from '../documents/document.entity';
import { invoices } from '../invoices/invoice.loader';
import { receipts } from '../payments/receipts/receipt.loader';
import { quotations } from '../quotes/quotation.loader';
import { DocumentKind } from './billing-document.type';

type Listed = Pick<
  DocumentRecord,
  'id' | 'createdAt' | 'totalMinor' | 'currency' | 'customerId' | 'vehicleId' | 'serviceCentreId'
>;

/** A table whose rows stand in the one list of documents; it has an index for each way to look at them. */
export interface DocumentSource {
  kind: DocumentKind;
  read: Readable<Listed>;
  /** Over the alias `t`. */
  status: Sql;
}

export const DOCUMENT_SOURCES: readonly DocumentSource[] = [
  { kind: DocumentKind.QUOTATION, read: quotations, status: raw('t.status') },
  { kind: DocumentKind.INVOICE, read: invoices, status: raw('t.status') },
  { kind: DocumentKind.CREDIT_NOTE, read: creditNotes, status: raw("'ISSUED'") },
  { kind: DocumentKind.RECEIPT, read: receipts, status: raw("'ISSUED'") },
];
