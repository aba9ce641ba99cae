import { everyone, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { seenWithVehicle } from '../registry/seen-with-vehicle';
import { vehicles } from '../registry/vehicle.loader';
import { VehicleReminder } from './reminder.entity';

export const reminders = readable({
  entity: VehicleReminder,
  permission: 'reminders:read',
  called: 'Reminder',
  visible: seenWithVehicle,
});

export const openReminders = readable({
  ...reminders,
  visible: (viewer) => sql`t.status = 'OPEN' and ${seenWithVehicle(viewer)}`,
});

/** What a command may touch reaches as far as the command's own permission does, not as far as reading. */
export const changeableReminders = { ...reminders, permission: 'reminders:update' };
export const remindableVehicles = { ...vehicles, permission: 'reminders:create' };
export const remindedVehicles = { ...vehicles, permission: 'reminders:update' };

/** For what follows from a vehicle's readings and from the register, whoever may see it. */
export const everyReminder = { ...reminders, permission: null, visible: everyone };
