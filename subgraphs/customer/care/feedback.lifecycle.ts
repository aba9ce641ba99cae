import { defineLifecycle } from '../../../shared/lifecycle';

export const feedbackLifecycle = defineLifecycle({
  name: 'FeedbackStatus',
  description: 'What the shop has done about feedback.',
  initial: 'PENDING',
  states: {
    PENDING: { means: 'Nobody of the shop has said yet that they have read it.', next: ['ACKNOWLEDGED'] },
    ACKNOWLEDGED: { means: 'Somebody has read it.', next: ['RESOLVED'] },
    RESOLVED: { means: 'What was to be done about it is done. Final.', next: [] },
  },
});

export type FeedbackStatus = (typeof feedbackLifecycle.states)[number];
export const FeedbackStatus = feedbackLifecycle.enumeration;
