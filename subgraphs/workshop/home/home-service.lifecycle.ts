import { defineLifecycle } from '../../../shared/lifecycle';

/** A visit that has begun is called off only when its job was: the command looks at that. */
export const homeServiceLifecycle = defineLifecycle({
  name: 'HomeServiceStatus',
  description: 'Where a visit to a customer’s home stands.',
  initial: 'SCHEDULED',
  states: {
    SCHEDULED: { means: 'Agreed upon; nobody is on the way yet.', next: ['EN_ROUTE', 'CANCELLED'] },
    EN_ROUTE: { means: 'The technician is on the way.', next: ['ARRIVED', 'CANCELLED'] },
    ARRIVED: { means: 'The technician is there and has not begun.', next: ['IN_PROGRESS', 'CANCELLED'] },
    IN_PROGRESS: {
      means: 'The work is done on site, under its job card.',
      next: ['COMPLETED', 'CANCELLED'],
    },
    COMPLETED: { means: 'The work is done and the technician has left. Final.', next: [] },
    CANCELLED: { means: 'Called off. Final.', next: [] },
  },
});

export type HomeServiceStatus = (typeof homeServiceLifecycle.states)[number];
export const HomeServiceStatus = homeServiceLifecycle.enumeration;
