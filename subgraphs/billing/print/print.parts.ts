import type { Parts } from '../../../shared/subgraph/parts';
import { CreditNotePdfResolver } from './credit-note-pdf.resolver';
import { InvoicePdfResolver } from './invoice-pdf.resolver';
import { forgetPrintedDraftsTask } from './print.personal-data';
import { QuotationPdfResolver } from './quotation-pdf.resolver';
import { ReceiptPdfResolver } from './receipt-pdf.resolver';

/** Documents as they are handed to customers. */
export const printParts = {
  resolvers: [InvoicePdfResolver, QuotationPdfResolver, CreditNotePdfResolver, ReceiptPdfResolver],
  tasks: [forgetPrintedDraftsTask],
} satisfies Parts;
