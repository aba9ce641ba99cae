import { requireReach } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { MINUTE } from '../../../shared/time-zone';
import { lockedDiary } from '../scheduling/appointments/place';
import type { CentreSchedule } from '../scheduling/centre/centre-schedule.entity';
import { addResource } from '../scheduling/resource';
import type { Diary } from '../scheduling/slots/diary';
import { inThePast, refusal } from '../scheduling/slots/refusal';
import { minutesAway, roadOf } from '../scheduling/slots/travel';
import type { HomeService } from './home-service.entity';

export interface WantedVisit {
  centre: CentreSchedule;
  startsAt: Date;
  minutes: number;
  travelMinutes: number;
  technicianId: string | null;
  /** Why it is planned although it may not fit. */
  override: string | null;
  /** It begins where slots begin: for those who choose from what they are offered. */
  onGrid: boolean;
}

export type VisitPlace = Pick<
  HomeService,
  | 'startsAt'
  | 'endsAt'
  | 'minutes'
  | 'travelMinutes'
  | 'leavesAt'
  | 'returnsAt'
  | 'technicianId'
  | 'overriddenById'
  | 'overrideReason'
>;

/**
 * Finds who goes, or says why nobody can: by the same diary as appointments, and in the same queue for a technician.
 * `moving` is not in its own way, and keeps its technician if it can.
 */
export async function placeVisit(
  tx: Transaction,
  wanted: WantedVisit,
  moving: HomeService | null = null,
): Promise<VisitPlace> {
  const { centre, minutes, travelMinutes, technicianId, onGrid, override } = wanted;
  const wish = { minutes, travelMinutes, technicianId };
  const leavesAt = new Date(wanted.startsAt.getTime() - roadOf(wish));
  const diary = await lockedDiary(
    tx,
    await techniciansFor(tx, wanted, moving),
    {
      serviceCentreId: centre.id,
      timeZone: centre.timeZone,
      startsAt: leavesAt,
      minutes: minutesAway(wish),
    },
    moving?.id ?? null,
  );
  const startsAt = wanted.startsAt.getTime();
  if (onGrid && !diary.isOnGrid(startsAt))
    throw badField('input.startsAt', 'OFF_GRID', 'Choose one of the slots that are offered.');
  const same = moving && !technicianId ? { ...wish, technicianId: moving.technicianId } : wish;
  const slot = diary.slotAt(startsAt, same) ?? diary.slotAt(startsAt, wish);
  if (slot) return placeOf(wanted, slot.technicianId);
  if (!override) throw refusal(diary, startsAt, wish);
  return overridden(tx, diary, wanted, moving);
}

/** Over what is booked or outside of a shift, and never in the past unless it was there already. */
function overridden(
  tx: Transaction,
  diary: Diary,
  wanted: WantedVisit,
  moving: HomeService | null,
): VisitPlace {
  requireReach(tx.identity, 'appointments:override');
  const startsAt = wanted.startsAt.getTime();
  const refused = startsAt === moving?.startsAt.getTime() ? null : inThePast(diary, startsAt);
  if (refused) throw refused;
  return {
    ...placeOf(wanted, wanted.technicianId ?? moving?.technicianId ?? null),
    overriddenById: tx.identity.actorId,
    overrideReason: wanted.override,
  };
}

/** Done in one go, so it ends when its minutes are over. */
function placeOf({ startsAt, minutes, travelMinutes }: WantedVisit, technicianId: string | null): VisitPlace {
  const [begins, ends] = [startsAt.getTime(), startsAt.getTime() + minutes * MINUTE];
  const road = roadOf({ travelMinutes });
  return {
    startsAt,
    endsAt: new Date(ends),
    minutes,
    travelMinutes,
    leavesAt: new Date(begins - road),
    returnsAt: new Date(ends + road),
    technicianId,
    overriddenById: null,
    overrideReason: null,
  };
}

/** Who may be chosen from: who is named, or all who have shifts in the service centre and who has it now. */
async function techniciansFor(
  tx: Transaction,
  { centre, technicianId }: WantedVisit,
  moving: HomeService | null,
): Promise<readonly string[]> {
  if (technicianId) {
    await requireBookable(tx, technicianId);
    return [technicianId];
  }
  const rows = await tx.query<{ id: string }>(sql`select distinct s.technician_id as id from workshop.shift s
    where s.organisation_id = ${tx.organisationId} and s.service_centre_id = ${centre.id}`);
  return [...new Set([...rows.map(({ id }) => id), ...(moving?.technicianId ? [moving.technicianId] : [])])];
}

/** They may have no shift yet, and nothing to queue for. */
async function requireBookable(tx: Transaction, technicianId: string): Promise<void> {
  await addResource(tx, technicianId);
  const [row] = await tx.query<{ bookable: boolean }>(sql`select r.bookable from workshop.booked_resource r
    where r.organisation_id = ${tx.organisationId} and r.id = ${technicianId}`);
  if (!row!.bookable)
    throw badField('input.technicianId', 'NOT_IN_USE', 'This technician is not booked any more.');
}
