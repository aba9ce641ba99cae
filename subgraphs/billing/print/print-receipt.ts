import type { Row } from '../../../shared/database/readable';
import type { Receipt } from '../payments/receipts/receipt.entity';
import type { PrintableReceipt } from './printable';

/** Receipts are out from the start, and hold all that they state. */
export const printableReceipt = (receipt: Row<Receipt>): PrintableReceipt => ({
  kind: 'RECEIPT',
  id: receipt.id,
  number: receipt.number,
  isOut: true,
  watermark: null,
  date: receipt.createdAt,
  seller: receipt.seller,
  buyer: receipt.buyer,
  vehicle: null,
  issuedOn: receipt.issuedOn,
  dueOn: null,
  validUntil: null,
  reference: null,
  corrects: null,
  method: receipt.method,
  currency: receipt.currency,
  settled: receipt.settled,
  keptMinor: receipt.keptMinor,
  totalMinor: receipt.totalMinor,
});
