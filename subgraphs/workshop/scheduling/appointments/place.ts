import { requireReach } from '../../../../shared/access/identity';
import { type Sql, sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField } from '../../../../shared/errors';
import { localDate, MINUTE } from '../../../../shared/time-zone';
import { lockResources } from '../resource';
import type { Diary, Slot, Wish } from '../slots/diary';
import type { DiaryFacts } from '../slots/facts';
import { openDiary } from '../slots/open-diary';
import { inThePast, noBay, refusal } from '../slots/refusal';
import type { Appointment } from './appointment.entity';
import { lapseHoldsOn } from './lapse-holds';

const ALTERNATIVE_DAYS = 8;

export interface Wanted extends Wish {
  serviceCentreId: string;
  timeZone: string;
  startsAt: Date;
  /** Why it is taken although it may not fit. */
  override?: string | null;
}

export interface Rules {
  /** It begins where slots begin: for those who choose from what they are offered. */
  onGrid: boolean;
  /** The appointment that moves: it is not in its own way, and keeps its bay and technician if it can. */
  moving?: Appointment;
}

export type Place = Pick<
  Appointment,
  'startsAt' | 'endsAt' | 'minutes' | 'bayId' | 'technicianId' | 'overriddenById' | 'overrideReason'
>;

/** Finds the bay and the technician for an appointment, or says why there is none. */
export async function place(tx: Transaction, wanted: Wanted, rules: Rules): Promise<Place> {
  const diary = await lockedDiary(tx, await resourcesFor(tx, wanted), wanted, rules.moving?.id ?? null);
  const startsAt = wanted.startsAt.getTime();
  if (rules.onGrid && !diary.isOnGrid(startsAt))
    throw badField('input.startsAt', 'OFF_GRID', 'Choose one of the slots that are offered.');
  const slot = slotFor(diary, startsAt, wanted, rules.moving);
  if (slot) return { ...placeOf(slot, wanted), overriddenById: null, overrideReason: null };
  if (!wanted.override) throw refusal(diary, startsAt, wanted);
  return overridden(tx, diary, wanted, rules.moving);
}

/**
 * The diary around a time. Those who may be booked are locked until the end, so what is read now still holds when it
 * is written.
 */
export async function lockedDiary(
  tx: Transaction,
  resources: readonly string[],
  { serviceCentreId, timeZone, minutes, startsAt }: Wanted,
  except: string | null,
): Promise<Diary> {
  await lockResources(tx, resources);
  await lapseHoldsOn(tx, resources);
  const fromDate = localDate(timeZone, startsAt.getTime());
  const diary = await openDiary((statement: Sql) => tx.query<DiaryFacts>(statement), {
    organisationId: tx.organisationId,
    serviceCentreId,
    fromDate,
    toDate: localDate(timeZone, startsAt.getTime() + ALTERNATIVE_DAYS * 24 * 60 * MINUTE),
    minutes,
    now: tx.now,
    except,
  });
  return diary!;
}

interface Resource {
  id: string;
  kind: 'bay' | 'technician';
  usable: boolean;
}

/** What may be chosen from: what is named, or all that the service centre has. */
async function resourcesFor(tx: Transaction, wanted: Wanted): Promise<string[]> {
  const { serviceCentreId, bayId, technicianId } = wanted;
  const all = await tx.query<Resource>(sql`
    select b.id, 'bay' as kind, b.active as usable from workshop.bay b
      where b.organisation_id = ${tx.organisationId} and b.service_centre_id = ${serviceCentreId}
    union all
    select r.id, 'technician', r.bookable from workshop.booked_resource r
      where r.organisation_id = ${tx.organisationId} and exists (select from workshop.shift s
        where s.organisation_id = r.organisation_id and s.technician_id = r.id
          and s.service_centre_id = ${serviceCentreId})`);
  const named = (kind: Resource['kind'], id: string | null | undefined) => {
    const path = `input.${kind}Id`;
    const those = all.filter((resource) => resource.kind === kind && (!id || resource.id === id));
    if (id && those.length === 0) throw badField(path, 'UNKNOWN', `The service centre has no such ${kind}.`);
    if (id && !those[0]!.usable) throw badField(path, 'NOT_IN_USE', `This ${kind} is not booked any more.`);
    return those.map((resource) => resource.id);
  };
  return [...named('bay', bayId), ...named('technician', technicianId)];
}

function slotFor(diary: Diary, startsAt: number, wanted: Wanted, moving?: Appointment): Slot | null {
  if (!moving) return diary.slotAt(startsAt, wanted);
  const bayId = wanted.bayId ?? moving.bayId;
  const technicianId = wanted.technicianId ?? moving.technicianId;
  return (
    diary.slotAt(startsAt, { ...wanted, bayId, technicianId }) ??
    diary.slotAt(startsAt, { ...wanted, technicianId }) ??
    diary.slotAt(startsAt, { ...wanted, bayId }) ??
    diary.slotAt(startsAt, wanted)
  );
}

const placeOf = ({ from, until, bayId, technicianId }: Slot, { minutes }: Wanted) => ({
  startsAt: new Date(from),
  endsAt: new Date(until),
  minutes,
  bayId: bayId!,
  technicianId,
});

/** Over what is booked, or outside of what is open; never in the past. The work is then done in one go. */
function overridden(tx: Transaction, diary: Diary, wanted: Wanted, moving?: Appointment): Place {
  requireReach(tx.identity, 'appointments:override');
  const { startsAt, minutes } = wanted;
  const bays = diary.baysFor(wanted);
  const bay = bays.find(({ id }) => id === moving?.bayId) ?? bays[0];
  const refused =
    inThePast(diary, startsAt.getTime()) ?? (bay ? null : noBay(diary, startsAt.getTime(), wanted));
  if (refused) throw refused;
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * MINUTE),
    minutes,
    bayId: bay!.id,
    technicianId: wanted.technicianId ?? moving?.technicianId ?? null,
    overriddenById: tx.identity.actorId,
    overrideReason: wanted.override!,
  };
}
