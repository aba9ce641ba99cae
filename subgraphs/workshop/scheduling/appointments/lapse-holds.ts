import { idList, type Sql, sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { Appointment } from './appointment.entity';
import { AppointmentStatus } from './appointment.lifecycle';
import { everyAppointment } from './appointment.loader';
import { AppointmentAction } from './appointment-change.entity';
import { recordChange } from './record-change';

const LAPSED = 'The hold lapsed.';

async function lapse(tx: Transaction, which: Sql, tail: Sql): Promise<number> {
  const holds = await tx.rows(
    everyAppointment,
    sql`t.organisation_id = ${tx.organisationId} and t.status = 'HELD' and t.held_until <= ${tx.now} and ${which}`,
    tail,
  );
  for (const hold of holds) {
    const patch = { status: AppointmentStatus.CANCELLED, cancelReason: LAPSED };
    await recordChange(tx, await tx.update(Appointment, hold, patch, 'lapse'), AppointmentAction.LAPSED);
  }
  return holds.length;
}

/**
 * Exclusion constraints do not know what time it is: whoever takes a slot first ends the holds on its bay and its
 * technician whose time is over.
 */
export async function lapseHoldsOn(tx: Transaction, resourceIds: readonly string[]): Promise<void> {
  const ids = idList(resourceIds);
  await lapse(
    tx,
    sql`(t.bay_id = any(${ids}::uuid[]) or t.technician_id = any(${ids}::uuid[]))`,
    sql`order by t.id for no key update of t`,
  );
}

const AT_ONCE = 200;

/** All that are over, a few at a time; those that somebody is just taking are left to them. */
export async function sweepHolds(tx: Transaction): Promise<boolean> {
  const swept = await lapse(
    tx,
    sql`true`,
    sql`order by t.id limit ${AT_ONCE} for no key update of t skip locked`,
  );
  return swept === AT_ONCE;
}
