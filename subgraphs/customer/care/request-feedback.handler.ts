import type { EventHandler } from '../../../shared/events/handler';
import { REQUEST_FEEDBACK_TASK } from './request-feedback.task';

/** Who has their vehicle back is asked how it was. */
export const requestFeedbackHandler: EventHandler = {
  event: 'JobCardDelivered',
  name: 'customer.request-feedback',
  handle: async (tx, { subjectId: jobCardId, payload: { customerId, serviceCentreId } }) =>
    tx.enqueue({ task: REQUEST_FEEDBACK_TASK, payload: { jobCardId, customerId, serviceCentreId } }),
};
