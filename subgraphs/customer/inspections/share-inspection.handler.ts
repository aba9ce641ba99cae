import type { EventHandler } from '../../../shared/events/handler';
import { SHARE_INSPECTION_TASK } from './share-inspection.task';

/** Customers are sent what was found, and again when somebody asks for that. */
export const shareInspectionHandler: EventHandler = {
  event: 'InspectionShared',
  name: 'customer.share-inspection',
  handle: async (tx, { id: eventId, subjectType, subjectId, payload }) =>
    tx.enqueue({ task: SHARE_INSPECTION_TASK, payload: { eventId, subjectType, subjectId, payload } }),
};
