import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { invalidTransition, notFound } from '../../../shared/errors';
import { isId } from '../../../shared/ids';
import type { Context } from '../../../shared/subgraph/context';
import { estimateReminders } from './estimate-reminders';
import { VehicleReminder } from './reminder.entity';
import type { UpdateReminderInput } from './reminder.input';
import { reminderLifecycle } from './reminder.lifecycle';
import { changeableReminders, remindedVehicles, reminders } from './reminder.loader';
import { reminderColumns } from './reminder-columns';

/** Another day or mileage is another notice: it is announced anew. */
export async function updateReminder(
  context: Context,
  id: string,
  input: UpdateReminderInput,
): Promise<VehicleReminder> {
  const columns = { ...reminderColumns(input), noticeDays: input.noticeDays ?? undefined };
  await context.transaction(async (tx) => {
    const reminder = await lockWithVehicle(tx, id, input.expectedVersion);
    if (reminder.status !== 'OPEN') throw invalidTransition(reminder.status, 'OPEN', []);
    const moved =
      isOther(columns.dueOn, reminder.dueOn) || isOther(columns.dueDistance, reminder.dueDistance);
    const changed = await tx.update(VehicleReminder, reminder, {
      ...columns,
      ...(columns.dueDistance === null ? { estimatedDueOn: null } : {}),
      ...(moved ? { announcedAt: null } : {}),
    });
    if (changed.version === reminder.version) return;
    await estimateReminders(tx, reminder.vehicleId);
    announce(tx, 'VehicleReminderUpdated', changed);
  });
  return context.loadOrFail(reminders, id);
}

/** Again: nothing happens. */
export async function dismissReminder(
  context: Context,
  id: string,
  reason: string | null,
): Promise<VehicleReminder> {
  await context.transaction(async (tx) => {
    const reminder = await tx.lock(changeableReminders, id);
    if (reminder.status === 'DISMISSED') return;
    reminderLifecycle.demand(reminder.status, 'DISMISSED');
    const dismissedReason = reason?.trim() || null;
    await tx.update(VehicleReminder, reminder, { status: 'DISMISSED', dismissedReason }, 'dismiss');
    announce(tx, 'VehicleReminderDismissed', reminder);
  });
  return context.loadOrFail(reminders, id);
}

/** The vehicle first, as readings lock it: they estimate its reminders anew. */
export async function lockWithVehicle(
  tx: Transaction,
  id: string,
  expectedVersion?: number | null,
): Promise<VehicleReminder> {
  if (!isId(id)) throw notFound(changeableReminders.called);
  const [seen] = await tx.rows(
    changeableReminders,
    sql`t.organisation_id = ${tx.organisationId} and t.id = ${id}`,
  );
  if (seen) await tx.lock(remindedVehicles, seen.vehicleId);
  return tx.lock(changeableReminders, id, expectedVersion);
}

const isOther = (given: unknown, known: unknown): boolean => given !== undefined && given !== known;

export const announce = (tx: Transaction, name: string, { id, vehicleId, kind }: VehicleReminder): void =>
  tx.emit({ name, subjectType: 'VehicleReminder', subjectId: id, payload: { vehicleId, kind } });
