import type { DocumentRecord } from '../documents/document.entity';
import type { DocumentLine } from '../documents/document-line.entity';
import type { DocumentBuyer, DocumentSeller, DocumentVehicle } from '../documents/parties.type';
import type { PaymentMethod } from '../payments/payment-method';

export type PrintedKind = 'INVOICE' | 'QUOTATION' | 'CREDIT_NOTE' | 'RECEIPT';

export type PrintedLine = Pick<
  DocumentLine,
  | 'code'
  | 'description'
  | 'quantity'
  | 'unitPriceMinor'
  | 'discountPercent'
  | 'discountMinor'
  | 'taxCategory'
  | 'taxPercent'
  | 'taxReason'
  | 'currency'
  | 'amountMinor'
  | 'netMinor'
  | 'taxMinor'
>;

export type PrintedTotals = Pick<
  DocumentRecord,
  | 'currency'
  | 'pricesIncludeTax'
  | 'subtotalMinor'
  | 'discountTotalMinor'
  | 'netMinor'
  | 'taxMinor'
  | 'totalMinor'
>;

/** What every document says: what it is, from whom, to whom, of when. */
export interface PrintedHead {
  kind: PrintedKind;
  /** Null for what has none yet. */
  number: string | null;
  /** Which draft it is, in its file's name. */
  id: string;
  /** It never changes again. */
  isOut: boolean;
  watermark: 'DRAFT' | 'CANCELLED' | null;
  /** When it is from, for the file itself. */
  date: Date;
  seller: DocumentSeller;
  buyer: DocumentBuyer;
  vehicle: DocumentVehicle | null;
  issuedOn: string | null;
  dueOn: string | null;
  validUntil: string | null;
  /** The customer's own. */
  reference: string | null;
  /** Of a credit note: the number of the invoice, and why. */
  corrects: { number: string; reason: string } | null;
}

/** A document with lines. */
export interface Printable extends PrintedHead {
  totals: PrintedTotals;
  /** In the document's order. */
  lines: readonly PrintedLine[];
  notes: string | null;
}

export interface PrintableReceipt extends PrintedHead {
  method: PaymentMethod;
  currency: string;
  /** The invoices that it was for. */
  settled: readonly { number: string; amountMinor: number }[];
  keptMinor: number;
  totalMinor: number;
}
