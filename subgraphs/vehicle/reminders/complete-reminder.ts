import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { type Distance, distanceOf, inUnit, LONGEST_DISTANCE } from '../registry/distance';
import { announce, lockWithVehicle } from './change-reminder';
import { plusMonths, today } from './days';
import { estimateReminders, latestReadings } from './estimate-reminders';
import { ReminderSource, VehicleReminder } from './reminder.entity';
import type { CompleteReminderInput } from './reminder.input';
import { reminderLifecycle } from './reminder.lifecycle';
import { changeableReminders, reminders } from './reminder.loader';

/** The next one is made in the same breath, once; a repeated call finds it made. */
export async function completeReminder(
  context: Context,
  id: string,
  input: CompleteReminderInput,
): Promise<VehicleReminder> {
  const now = await today(context);
  const completedOn = input.completedOn ?? now;
  if (completedOn > now)
    throw badField('input.completedOn', 'IN_FUTURE', 'What is done was done today or before.');
  await context.transaction(async (tx) => {
    const reminder = await lockWithVehicle(tx, id);
    if (reminder.status === 'COMPLETED') return;
    // Only now: a repetition brings the version that it has used up itself.
    await tx.lock(changeableReminders, id, input.expectedVersion);
    reminderLifecycle.demand(reminder.status, 'COMPLETED');
    const completed = await tx.update(
      VehicleReminder,
      reminder,
      {
        status: 'COMPLETED',
        completedOn,
        completedDistance: input.mileage?.value,
        completedDistanceUnit: input.mileage?.unit,
      },
      'complete',
    );
    announce(tx, 'VehicleReminderCompleted', reminder);
    await makeNext(tx, completed);
  });
  return context.loadOrFail(reminders, id);
}

async function makeNext(tx: Transaction, done: VehicleReminder): Promise<void> {
  const { repeatMonths, repeatDistance, repeatDistanceUnit } = done;
  const every = distanceOf(repeatDistance, repeatDistanceUnit);
  const dueOn = repeatMonths ? plusMonths(done.completedOn!, repeatMonths) : null;
  const due = every ? await nextMileage(tx, done, every) : null;
  if (!dueOn && !due) return;
  const next = await tx.insert(VehicleReminder, {
    vehicleId: done.vehicleId,
    customerId: done.customerId,
    kind: done.kind,
    source: done.source === ReminderSource.REGISTER ? ReminderSource.STAFF : done.source,
    title: done.title,
    note: done.note,
    status: reminderLifecycle.initial,
    dueOn,
    dueDistance: due?.value,
    dueDistanceUnit: due?.unit,
    noticeDays: done.noticeDays,
    repeatMonths,
    repeatDistance,
    repeatDistanceUnit,
    followsId: done.id,
  });
  if (due) await estimateReminders(tx, done.vehicleId);
  announce(tx, 'VehicleReminderCreated', next);
}

/** From the mileage it was done at: as said, or the latest reading, or the one it was due at. */
async function nextMileage(
  tx: Transaction,
  done: VehicleReminder,
  every: Distance,
): Promise<Distance | null> {
  const [latest] = await latestReadings(tx, done.vehicleId);
  const from =
    distanceOf(done.completedDistance, done.completedDistanceUnit) ??
    latest ??
    distanceOf(done.dueDistance, done.dueDistanceUnit);
  if (!from) return null;
  const value = inUnit(from, every.unit) + every.value;
  return { value: Math.min(value, LONGEST_DISTANCE), unit: every.unit };
}
