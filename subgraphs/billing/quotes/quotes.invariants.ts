import type { Invariant } from '../../../shared/invariants/invariant';
import { documentInvariants, type Paper, taxInvariants } from '../documents/documents.invariants';

const QUOTATIONS: Paper = {
  called: 'Quotations',
  table: 'billing.quotation',
  lines: 'billing.quotation_line',
  parent: 'quotation_id',
};

export const quotesInvariants: Invariant[] = [
  ...documentInvariants(QUOTATIONS),
  ...taxInvariants(QUOTATIONS),
];
