import type { ClockworkItem } from '../../../shared/clockwork/clockwork';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { Context } from '../../../shared/subgraph/context';
import { dayIn, plusDays, zoneOf } from './days';

const BATCH = 200;
/** After a longer stop, or for a car that was taken in with an old date, nobody is written to: lists show it. */
const MOST_OVERDUE_DAYS = 14;

/** Every morning: who is to be told that something of their vehicle comes due. Each reminder once. */
export const announceReminders: ClockworkItem = {
  name: 'vehicle.announce-reminders',
  at: { daily: '09:00' },
  async run(context: Context, { until }): Promise<void> {
    const today = dayIn(await zoneOf(context), until);
    let noticed: number;
    do noticed = await context.transaction((tx) => announceSome(tx, today));
    while (noticed === BATCH);
  },
};

interface Noticed {
  id: string;
  vehicle_id: string;
  kind: string;
  customer_id: string | null;
  owner_id: string | null;
  is_fresh: boolean;
}

/** The mark and the event are one: a second run finds the mark. What nobody changed keeps its version. */
async function announceSome(tx: Transaction, today: string): Promise<number> {
  const noticed = await tx.query<Noticed>(sql`
    with due as (
      select r.organisation_id, r.id, v.owner_id
      from vehicle.reminder r join vehicle.vehicle v on v.organisation_id = r.organisation_id and v.id = r.vehicle_id
      where r.organisation_id = ${tx.organisationId} and r.status = 'OPEN' and r.announced_at is null
        and r.announce_on <= ${today}::date and v.archived_at is null
      order by r.announce_on, r.id limit ${BATCH} for no key update of r)
    update vehicle.reminder t set announced_at = ${tx.now} from due
    where t.organisation_id = due.organisation_id and t.id = due.id
    returning t.id, t.vehicle_id, t.kind, t.customer_id, due.owner_id,
      t.due_by >= ${plusDays(today, -MOST_OVERDUE_DAYS)}::date as is_fresh`);
  for (const { id, vehicle_id: vehicleId, kind, customer_id, owner_id: customerId, is_fresh } of noticed) {
    const isSomebodyElses = customer_id !== null && customer_id !== customerId;
    if (!is_fresh || isSomebodyElses) continue;
    const payload = { vehicleId, customerId, kind };
    tx.emit({ name: 'VehicleReminderDue', subjectType: 'VehicleReminder', subjectId: id, payload });
  }
  return noticed.length;
}
