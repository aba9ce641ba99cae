import { defineLifecycle } from '../../../shared/lifecycle';

/**
 * The life of a job card. From a state of waiting it goes back to where it came from, and whether a card may be
 * assigned without an inspection is the organisation's setting: the commands look at those.
 */
export const jobCardLifecycle = defineLifecycle({
  name: 'JobCardStatus',
  description: 'Where a job card stands.',
  initial: 'CREATED',
  states: {
    CREATED: {
      means: 'Taken in; nobody has looked at the vehicle yet.',
      next: ['INSPECTED', 'ASSIGNED', 'CANCELLED'],
    },
    INSPECTED: { means: 'The vehicle has been looked over.', next: ['ASSIGNED', 'CANCELLED'] },
    ASSIGNED: {
      means: 'A technician has it and has not begun.',
      next: ['IN_PROGRESS', 'WAITING_PARTS', 'WAITING_APPROVAL', 'PAUSED', 'CANCELLED'],
    },
    IN_PROGRESS: {
      means: 'It is being worked on.',
      next: ['WAITING_PARTS', 'WAITING_APPROVAL', 'PAUSED', 'COMPLETED', 'CANCELLED'],
    },
    WAITING_PARTS: {
      means: 'Work stands still until parts are there.',
      next: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
    },
    WAITING_APPROVAL: {
      means: 'Work stands still until the customer has decided.',
      next: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
    },
    PAUSED: {
      means: 'Work stands still for another reason.',
      next: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
    },
    COMPLETED: { means: 'The work is done; the vehicle waits to be collected.', next: ['DELIVERED'] },
    DELIVERED: { means: 'The customer has the vehicle back. Final.', next: [] },
    CANCELLED: { means: 'Called off before it was completed. Final.', next: [] },
  },
});

export type JobCardStatus = (typeof jobCardLifecycle.states)[number];
export const JobCardStatus = jobCardLifecycle.enumeration;

/** Nothing is done about the work any more: it is done, or was called off. */
export const OVER: ReadonlySet<JobCardStatus> = new Set<JobCardStatus>([
  'COMPLETED',
  'DELIVERED',
  'CANCELLED',
]);

/** A technician has the card and is not done with it: it can change hands and stay as it is. */
export const IN_HAND: ReadonlySet<JobCardStatus> = new Set<JobCardStatus>([
  'ASSIGNED',
  'IN_PROGRESS',
  'WAITING_PARTS',
  'WAITING_APPROVAL',
  'PAUSED',
]);
