import { sql } from '../../../shared/database/sql';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { announce } from './change-reminder';
import { ReminderKind, ReminderSource, VehicleReminder } from './reminder.entity';
import { USUAL_NOTICE_DAYS } from './reminder.input';
import { reminderLifecycle } from './reminder.lifecycle';
import { everyReminder, remindableVehicles, remindedVehicles } from './reminder.loader';

const MONTHS_BETWEEN_TESTS = 12;

/** The register's day becomes that of the shop's open MOT reminder; only where there is none, one is made. */
export async function remindOfTest(context: Context, vehicleId: string, dueOn: string): Promise<void> {
  await context.transaction(async (tx) => {
    const vehicle = await tx.lock(remindableVehicles, vehicleId);
    await tx.lock(remindedVehicles, vehicleId);
    if (vehicle.archivedAt) throw conflict('An archived vehicle takes no reminders.');
    const [open] = await tx.rows(
      everyReminder,
      sql`t.organisation_id = ${tx.organisationId} and t.vehicle_id = ${vehicleId} and t.kind = 'MOT'
        and t.status = 'OPEN' and t.source <> 'CUSTOMER'`,
      sql`for no key update of t`,
    );
    if (open?.dueOn === dueOn) return;
    const { REGISTER: source } = ReminderSource;
    if (open) {
      const moved = { dueOn, source, announcedAt: null };
      announce(tx, 'VehicleReminderUpdated', await tx.update(VehicleReminder, open, moved));
      return;
    }
    const made = await tx.insert(VehicleReminder, {
      vehicleId,
      kind: ReminderKind.MOT,
      source,
      status: reminderLifecycle.initial,
      dueOn,
      noticeDays: USUAL_NOTICE_DAYS,
      repeatMonths: MONTHS_BETWEEN_TESTS,
    });
    announce(tx, 'VehicleReminderCreated', made);
  });
}
