import type { Reference } from '../../../shared/subgraph/app';
import { quotations } from './quotation.loader';

export const quotationReference: Reference = { type: 'Quotation', read: quotations };
