import { requireOrganisation } from '../../../../shared/access/identity';
import { sql } from '../../../../shared/database/sql';
import { badField } from '../../../../shared/errors';
import { isId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';
import { BOOKING_DEFAULTS, CentreSchedule } from './centre-schedule.entity';
import { everyCentreSchedule } from './centre-schedule.loader';

interface Told {
  timeZone: string;
  active: boolean;
}

/** The centre as booking knows it: asked of its owner the first time, kept in step by event afterwards. */
export async function knownCentre(context: Context, id: string): Promise<CentreSchedule | null> {
  if (!isId(id)) return null;
  const read = () => context.reader.rows(everyCentreSchedule, sql`t.id = ${id}`);
  const [known] = await read();
  if (known || !(await learnCentre(context, id))) return known ?? null;
  const [learned] = await read();
  return learned!;
}

export async function requireCentre(context: Context, id: string, path: string): Promise<CentreSchedule> {
  const centre = await knownCentre(context, id);
  if (!centre) throw badField(path, 'UNKNOWN', 'There is no such service centre.');
  if (!centre.active) throw badField(path, 'CLOSED', 'The service centre takes no work any more.');
  return centre;
}

/** False when there is no such centre. Of two who learn it at once, the second finds it there. */
export async function learnCentre(context: Context, id: string): Promise<boolean> {
  const system = context.asSystem(requireOrganisation(context.identity));
  const [told] = await system.peers.entities<Told>('customer', 'ServiceCentre', [id], 'timeZone active');
  if (!told) return false;
  await system.transaction(async (tx) => {
    await tx.query(sql`insert into workshop.centre_schedule (organisation_id, id, version, created_at, updated_at,
        time_zone, active, slot_minutes, minimum_notice_minutes, hold_minutes, reminder_minutes)
      values (${tx.organisationId}, ${id}, 1, ${tx.now}, ${tx.now}, ${told.timeZone}, ${told.active},
        ${BOOKING_DEFAULTS.slotMinutes}, ${BOOKING_DEFAULTS.minimumNoticeMinutes}, ${BOOKING_DEFAULTS.holdMinutes},
        ${BOOKING_DEFAULTS.reminderMinutes})
      on conflict (organisation_id, id) do nothing`);
    const centre = await tx.lock(everyCentreSchedule, id);
    await tx.update(CentreSchedule, centre, { timeZone: told.timeZone, active: told.active }, 'learn');
  });
  return true;
}
