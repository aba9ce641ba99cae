import { defineLifecycle } from '../../../shared/lifecycle';

/** Interest may end at any time; what becomes a customer was qualified before. */
export const leadLifecycle = defineLifecycle({
  name: 'LeadStatus',
  description: 'How far a lead has come.',
  initial: 'NEW',
  states: {
    NEW: { means: 'Somebody showed interest; nobody has answered yet.', next: ['CONTACTED', 'LOST'] },
    CONTACTED: { means: 'Somebody has spoken with them.', next: ['QUALIFIED', 'LOST'] },
    QUALIFIED: { means: 'What they want is known, and can be offered.', next: ['CONVERTED', 'LOST'] },
    CONVERTED: { means: 'They are a customer. Final.', next: [] },
    LOST: { means: 'Nothing came of it; `lostReason` says why. Final.', next: [] },
  },
});

export type LeadStatus = (typeof leadLifecycle.states)[number];
export const LeadStatus = leadLifecycle.enumeration;
