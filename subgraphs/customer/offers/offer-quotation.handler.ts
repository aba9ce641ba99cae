import type { EventHandler } from '../../../shared/events/handler';
import { OFFER_QUOTATION_TASK } from './offer-quotation.task';

/** A quotation that goes out takes a link along, which only this subgraph can write into a message. */
export const offerQuotationHandler: EventHandler = {
  event: 'QuotationSent',
  name: 'customer.offer-quotation',
  async handle(tx, { id: eventId, subjectId: quotationId, payload }) {
    const { customerId, serviceCentreId, notify } = payload;
    if (notify !== true) return;
    tx.enqueue({
      task: OFFER_QUOTATION_TASK,
      payload: { eventId, quotationId, customerId, serviceCentreId },
    });
  },
};
