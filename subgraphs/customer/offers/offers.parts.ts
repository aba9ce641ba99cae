import type { Parts } from '../../../shared/subgraph/parts';
import { offerQuotationHandler } from './offer-quotation.handler';
import { offerQuotationTask } from './offer-quotation.task';

/** How what billing offers reaches the customer. */
export const offersParts = {
  handlers: [offerQuotationHandler],
  tasks: [offerQuotationTask],
} satisfies Parts;
