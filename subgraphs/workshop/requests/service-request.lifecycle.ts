import { defineLifecycle } from '../../../shared/lifecycle';

export const serviceRequestLifecycle = defineLifecycle({
  name: 'ServiceRequestStatus',
  description: 'Where a service request stands.',
  initial: 'PENDING',
  states: {
    PENDING: { means: 'Raised; nobody has decided yet.', next: ['APPROVED', 'REJECTED', 'CANCELLED'] },
    APPROVED: { means: 'Taken on; it has no appointment yet.', next: ['SCHEDULED', 'CANCELLED'] },
    REJECTED: { means: 'Turned down, for the reason that its history tells. Final.', next: [] },
    SCHEDULED: {
      means: 'An appointment or a home visit was booked for it.',
      next: ['IN_PROGRESS', 'CANCELLED'],
    },
    IN_PROGRESS: { means: 'The vehicle has come and is being worked on.', next: ['COMPLETED'] },
    COMPLETED: { means: 'The work is done. Final.', next: [] },
    CANCELLED: { means: 'Called off by the customer or the shop. Final.', next: [] },
  },
});

export type ServiceRequestStatus = (typeof serviceRequestLifecycle.states)[number];
export const ServiceRequestStatus = serviceRequestLifecycle.enumeration;
