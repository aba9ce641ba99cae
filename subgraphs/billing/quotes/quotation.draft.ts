import type { DraftKind } from '../documents/write-lines';
import { Quotation } from './quotation.entity';
import { quotationLines } from './quotation.loader';
import { QuotationLine } from './quotation-line.entity';

export const quotationDrafts: DraftKind<Quotation, QuotationLine> = {
  document: Quotation,
  line: QuotationLine,
  lines: quotationLines,
  parent: 'quotation_id',
  ofDocument: (quotationId) => ({ quotationId }),
};
