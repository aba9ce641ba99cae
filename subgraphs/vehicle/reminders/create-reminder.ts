import { reachOf } from '../../../shared/access/identity';
import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { estimateReminders } from './estimate-reminders';
import { ReminderKind, ReminderSource, VehicleReminder } from './reminder.entity';
import type { CreateReminderInput } from './reminder.input';
import { reminderLifecycle } from './reminder.lifecycle';
import { remindableVehicles, reminders } from './reminder.loader';
import { reminderColumns } from './reminder-columns';

export async function createReminder(context: Context, input: CreateReminderInput): Promise<VehicleReminder> {
  const columns = reminderColumns(input);
  if (!columns.dueOn && columns.dueDistance == null)
    throw badField('input.dueOn', 'REQUIRED', 'A reminder has a day, a mileage, or both.');
  if (input.kind === ReminderKind.OTHER && !columns.title)
    throw badField('input.title', 'REQUIRED', 'Say what it is about.');
  const isCustomers = reachOf(context.identity, 'reminders:create') === 'own';
  const { id } = await context.once(
    { operation: 'createReminder', key: input.idempotencyKey, input },
    async (tx) => {
      const vehicle = await tx.lock(remindableVehicles, input.vehicleId);
      if (vehicle.archivedAt) throw conflict('An archived vehicle takes no reminders.');
      const reminder = await tx.insert(VehicleReminder, {
        ...columns,
        vehicleId: vehicle.id,
        kind: input.kind,
        noticeDays: input.noticeDays,
        source: isCustomers ? ReminderSource.CUSTOMER : ReminderSource.STAFF,
        customerId: isCustomers ? tx.identity.customerId : null,
        status: reminderLifecycle.initial,
      });
      if (columns.dueDistance != null) await estimateReminders(tx, vehicle.id);
      tx.emit({
        name: 'VehicleReminderCreated',
        subjectType: 'VehicleReminder',
        subjectId: reminder.id,
        payload: { vehicleId: vehicle.id, kind: reminder.kind },
      });
      return { id: reminder.id };
    },
  );
  return context.loadOrFail(reminders, id);
}
