import { defineLifecycle } from '../../../shared/lifecycle';

export const inspectionLifecycle = defineLifecycle({
  name: 'InspectionStatus',
  description: 'Where an inspection of a vehicle stands.',
  initial: 'IN_PROGRESS',
  states: {
    IN_PROGRESS: { means: 'Somebody is looking the vehicle over.', next: ['PUBLISHED', 'CANCELLED'] },
    PUBLISHED: { means: 'Done, and for the customer to see. It never changes any more. Final.', next: [] },
    CANCELLED: { means: 'Given up before it was done. Final.', next: [] },
  },
});

export type InspectionStatus = (typeof inspectionLifecycle.states)[number];
export const InspectionStatus = inspectionLifecycle.enumeration;
