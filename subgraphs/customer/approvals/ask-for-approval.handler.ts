import type { EventHandler } from '../../../shared/events/handler';
import { ASK_FOR_APPROVAL_TASK } from './ask-for-approval.task';

/** Customers are asked about what is proposed, and again when it changes. */
export const askForApprovalHandlers: EventHandler[] = [
  'AdditionalServiceProposed',
  'AdditionalServiceRevised',
].map((event) => ({
  event,
  name: `customer.ask-for-approval-on-${event}`,
  handle: async (tx, { id: eventId, subjectType, subjectId, payload }) =>
    tx.enqueue({ task: ASK_FOR_APPROVAL_TASK, payload: { eventId, subjectType, subjectId, payload } }),
}));
