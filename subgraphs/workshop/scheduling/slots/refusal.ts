import { type ApiError, badField, conflict } from '../../../../shared/errors';
import { addDays, localDate } from '../../../../shared/time-zone';
import type { Diary, Slot, Wish } from './diary';
import { containsInstant, overlapsAny } from './intervals';
import { isAway, minutesAway, roadOf } from './travel';

const MOST_ALTERNATIVES = 5;
const ALTERNATIVE_DAYS = 7;

/** What may be tried instead, as errors tell it. */
const alternative = ({ from, until, bayId, technicianId }: Slot) => ({
  startsAt: new Date(from).toISOString(),
  endsAt: new Date(until).toISOString(),
  bayId,
  technicianId,
});

export const slotTaken = (details: Record<string, unknown> = {}) =>
  conflict('The slot is taken.', { reason: 'SLOT_TAKEN', field: 'input.startsAt', ...details });

/** The first that are free from the day of the wish on. */
export function alternatives(diary: Diary, startsAt: number, wish: Wish) {
  const date = localDate(diary.facts.timeZone, startsAt);
  const slots = diary.slots(date, addDays(date, ALTERNATIVE_DAYS), wish, MOST_ALTERNATIVES);
  return [...slots.values()].flat().map(alternative);
}

/** Why nothing is free then, the plainest reason first. */
export function refusal(diary: Diary, startsAt: number, wish: Wish): ApiError {
  const leaves = startsAt - roadOf(wish);
  return (
    tooEarly(diary, leaves) ??
    notOpen(diary, leaves) ??
    nobodyThere(diary, leaves, wish) ??
    (isAway(wish) ? null : noBay(diary, startsAt, wish)) ??
    slotTaken({ alternatives: alternatives(diary, startsAt, wish) })
  );
}

const at = (code: string, message: string) => badField('input.startsAt', code, message);

/** Not even an override goes back in time. */
export const inThePast = ({ now }: Diary, startsAt: number): ApiError | null =>
  startsAt < now ? at('IN_PAST', 'This is in the past.') : null;

function tooEarly(diary: Diary, startsAt: number): ApiError | null {
  const past = inThePast(diary, startsAt);
  if (past || startsAt >= diary.earliest) return past;
  const { minimumNoticeMinutes } = diary.facts;
  return at('TOO_SOON', `It is booked at least ${minimumNoticeMinutes} minutes ahead.`);
}

function notOpen({ facts, opening }: Diary, startsAt: number): ApiError | null {
  if (containsInstant(opening, startsAt)) return null;
  const date = localDate(facts.timeZone, startsAt);
  const closed = facts.closures.some(
    ({ bayId, fromDate, toDate }) => bayId === null && fromDate <= date && date <= toDate,
  );
  return closed
    ? at('CLOSED_DAY', 'The service centre is closed on this day.')
    : at('OUTSIDE_HOURS', 'The service centre is not open then.');
}

function nobodyThere(diary: Diary, startsAt: number, wish: Wish): ApiError | null {
  const workers = diary.workersFor(wish);
  const spans = diary.spans(localDate(diary.facts.timeZone, startsAt), wish);
  if (workers.some((worker) => diary.endOf(worker, startsAt, minutesAway(wish), spans) !== null)) return null;
  if (!containsInstant(diary.opening, startsAt + 1)) return null;
  if (wish.technicianId)
    return badField('input.technicianId', 'OFF_SHIFT', 'They do not work then, or not for so long.');
  return at('OUTSIDE_HOURS', 'The work does not fit in before the service centre or its people stop.');
}

export function noBay(diary: Diary, startsAt: number, wish: Wish): ApiError | null {
  const bays = diary.baysFor(wish);
  if (bays.length === 0)
    return badField('input.serviceCentreId', 'NO_BAY', 'The service centre has no such bay in use.');
  if (!bays.every(({ closed }) => overlapsAny(closed, startsAt, startsAt + 1))) return null;
  return wish.bayId
    ? badField('input.bayId', 'BAY_CLOSED', 'The bay is closed on this day.')
    : at('CLOSED_DAY', 'All bays are closed on this day.');
}
