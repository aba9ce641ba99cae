import { defineLifecycle } from '../../../shared/lifecycle';

export const reminderLifecycle = defineLifecycle({
  name: 'ReminderStatus',
  description: 'Where a reminder stands. That it is due or overdue follows from its day.',
  initial: 'OPEN',
  states: {
    OPEN: { means: 'Still to be done.', next: ['COMPLETED', 'DISMISSED'] },
    COMPLETED: { means: 'Done; the next one follows by its interval, if it has one. Final.', next: [] },
    DISMISSED: { means: 'Not to be done; nothing follows. Final.', next: [] },
  },
});

export type ReminderStatus = (typeof reminderLifecycle.states)[number];
export const ReminderStatus = reminderLifecycle.enumeration;
