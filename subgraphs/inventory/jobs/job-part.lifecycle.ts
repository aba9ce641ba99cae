import { defineLifecycle } from '../../../shared/lifecycle';

/** It follows from the quantities of the line; the table says which ways there are. */
export const jobPartLifecycle = defineLifecycle({
  name: 'JobPartStatus',
  description: 'How far a part for a job is.',
  initial: 'WAITING',
  states: {
    WAITING: {
      means: 'Some of it is not there. What is there is reserved; the rest is, as soon as it comes.',
      next: ['RESERVED', 'ISSUED', 'RETURNED', 'CANCELLED'],
    },
    RESERVED: {
      means: 'All that is still to be issued lies there for the job.',
      next: ['WAITING', 'ISSUED', 'RETURNED', 'CANCELLED'],
    },
    ISSUED: { means: 'The job has it; nothing more of it is to come.', next: ['RETURNED'] },
    RETURNED: { means: 'All that was issued came back. Final.', next: [] },
    CANCELLED: { means: 'Not needed any more; none of it was issued. Final.', next: [] },
  },
});

export type JobPartStatus = (typeof jobPartLifecycle.states)[number];
export const JobPartStatus = jobPartLifecycle.enumeration;
