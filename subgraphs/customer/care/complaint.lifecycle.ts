import { defineLifecycle } from '../../../shared/lifecycle';

export const complaintLifecycle = defineLifecycle({
  name: 'ComplaintStatus',
  description: 'Where a complaint stands.',
  initial: 'NEW',
  states: {
    NEW: { means: 'Registered; nobody looks after it yet.', next: ['ASSIGNED', 'ESCALATED'] },
    ASSIGNED: { means: 'Somebody looks after it.', next: ['INVESTIGATING', 'ESCALATED'] },
    INVESTIGATING: { means: 'It is being found out what happened.', next: ['PROPOSED', 'ESCALATED'] },
    PROPOSED: {
      means: 'A resolution waits to be approved.',
      next: ['RESOLVED', 'INVESTIGATING', 'ESCALATED'],
    },
    RESOLVED: { means: 'The resolution was approved; how the customer takes it is open.', next: ['CLOSED'] },
    CLOSED: { means: 'Done with. Final.', next: [] },
    ESCALATED: { means: 'It needs somebody with more say: give it to them.', next: ['ASSIGNED'] },
  },
});

export type ComplaintStatus = (typeof complaintLifecycle.states)[number];
export const ComplaintStatus = complaintLifecycle.enumeration;

/** Nobody has approved a resolution yet: these can be late. */
export const OPEN_COMPLAINTS: readonly ComplaintStatus[] = [
  'NEW',
  'ASSIGNED',
  'INVESTIGATING',
  'PROPOSED',
  'ESCALATED',
];
