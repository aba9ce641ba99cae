import type { ClockworkItem } from '../../../../shared/clockwork/clockwork';
import { idList, sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { everyAppointment } from './appointment.loader';
import { sweepHolds } from './lapse-holds';
import { emitAbout } from './record-change';

/** Holds lapse without it; it only writes down that they did. */
export const sweepHoldsItem: ClockworkItem = {
  name: 'workshop.sweep-holds',
  at: { everyMinutes: 1 },
  async run(context) {
    while (await context.transaction(sweepHolds));
  },
};

const AT_ONCE = 200;

/** Once each, as late as it may be; of what has begun meanwhile nobody is reminded. */
export const remindOfAppointments: ClockworkItem = {
  name: 'workshop.remind-of-appointments',
  at: { everyMinutes: 15 },
  async run(context, { until }) {
    while (await context.transaction((tx) => remindSome(tx, until)));
  },
};

async function remindSome(tx: Transaction, until: Date): Promise<boolean> {
  const due = await tx.rows(
    everyAppointment,
    sql`t.organisation_id = ${tx.organisationId} and t.remind_at <= ${until}`,
    sql`order by t.remind_at, t.id limit ${AT_ONCE} for no key update of t`,
  );
  for (const appointment of due) {
    const isComing = appointment.status === 'BOOKED' || appointment.status === 'CONFIRMED';
    if (isComing && appointment.startsAt > tx.now) emitAbout(tx, 'AppointmentReminderDue', appointment);
  }
  const ids = due.map(({ id }) => id);
  await tx.query(sql`update workshop.appointment set remind_at = null
    where organisation_id = ${tx.organisationId} and id = any(${idList(ids)}::uuid[])`);
  return due.length === AT_ONCE;
}
