import { defineLifecycle } from '../../../shared/lifecycle';

/** What the provider said of it. Its words come in any order: only what says more than is known is a step. */
export const messageLifecycle = defineLifecycle({
  name: 'MessageState',
  description: 'How far a message has come, by the word of its provider.',
  initial: 'QUEUED',
  states: {
    QUEUED: {
      means: 'It waits to be sent, the first time or again.',
      next: ['SENT', 'DELIVERED', 'FAILED', 'KEPT', 'SUPPRESSED'],
    },
    SENT: { means: 'The provider has taken it.', next: ['DELIVERED', 'FAILED'] },
    DELIVERED: { means: 'It has reached the phone.', next: [] },
    FAILED: {
      means: 'It was refused, or tried too often; `errorCode` has the provider’s code.',
      next: ['QUEUED', 'DELIVERED'],
    },
    KEPT: { means: 'There are no credentials for its channel: it was not sent at all.', next: [] },
    SUPPRESSED: { means: 'It must not be sent; `suppressedBecause` says why.', next: [] },
  },
});

export const MessageState = messageLifecycle.enumeration;
export type MessageState = keyof typeof MessageState;
