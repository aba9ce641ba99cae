import type { Reference } from '../../../shared/subgraph/app';
import { reminders } from './reminder.loader';

export const reminderReference: Reference = { type: 'VehicleReminder', read: reminders };
