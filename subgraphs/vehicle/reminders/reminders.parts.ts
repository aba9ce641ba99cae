import { badField, conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { announceReminders } from './announce-reminders';
import { VehicleReminder } from './reminder.entity';
import { reminderReference } from './reminder.reference';
import { ReminderResolver, VehicleRemindersResolver } from './reminder.resolver';

export const remindersParts = {
  entities: [VehicleReminder],
  resolvers: [ReminderResolver, VehicleRemindersResolver],
  references: [reminderReference],
  clockwork: [announceReminders],
  constraints: {
    reminder_due: () => badField('input.dueOn', 'REQUIRED', 'A reminder has a day, a mileage, or both.'),
    reminder_open_mot: () =>
      conflict('The vehicle has an open MOT reminder: change that one.', { field: 'kind' }),
  },
} satisfies Parts;
