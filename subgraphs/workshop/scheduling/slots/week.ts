import { addDays, datesBetween, instantOf, weekdayOf } from '../../../../shared/time-zone';
import type { StoredSpan } from '../opening/spans';
import type { DiaryFacts, ShiftFact } from './facts';
import { type Interval, intersection, merged } from './intervals';

const MINUTES_OF_A_DAY = 24 * 60;

/** The week that holds on a day: the last one that began. */
export function openingOn(facts: DiaryFacts, date: string): StoredSpan[] {
  return facts.opening.findLast((hours) => hours.validFrom <= date)?.week ?? [];
}

const holdsOn = ({ fromDate, toDate }: ShiftFact, date: string): boolean =>
  fromDate <= date && (toDate === null || date <= toDate);

interface WorkingDay {
  week: StoredSpan[];
  /** What is said for this very day; null when it is a usual one. */
  exception: StoredSpan[] | null;
}

/** Shifts of one technician; the last one that began is what counts. */
function workingDay(shifts: readonly ShiftFact[], date: string): WorkingDay {
  const said = (kind: ShiftFact['kind']) =>
    shifts.findLast((shift) => shift.kind === kind && holdsOn(shift, date))?.spans;
  return { week: said('WEEKLY') ?? [], exception: said('DAYS') ?? null };
}

const ofWeekday = (week: readonly StoredSpan[], date: string): StoredSpan[] => {
  const weekday = weekdayOf(date);
  return week.filter((span) => span.weekday === weekday);
};

const instants = (zone: string, date: string, spans: readonly StoredSpan[]): Interval[] =>
  spans.map(({ from, until }) => ({
    from: instantOf(zone, date, from),
    until: until === MINUTES_OF_A_DAY ? instantOf(zone, addDays(date, 1), 0) : instantOf(zone, date, until),
  }));

export function openIntervals(facts: DiaryFacts, fromDate: string, toDate: string): Interval[] {
  const closed = facts.closures.filter(({ bayId }) => bayId === null);
  return merged(
    datesBetween(fromDate, toDate)
      .filter((date) => !closed.some((closure) => closure.fromDate <= date && date <= closure.toDate))
      .flatMap((date) => instants(facts.timeZone, date, ofWeekday(openingOn(facts, date), date))),
  );
}

export function shiftIntervals(
  { timeZone }: Pick<DiaryFacts, 'timeZone'>,
  shifts: readonly ShiftFact[],
  fromDate: string,
  toDate: string,
): Interval[] {
  return merged(
    datesBetween(fromDate, toDate).flatMap((date) => {
      const { week, exception } = workingDay(shifts, date);
      return instants(timeZone, date, exception ?? ofWeekday(week, date));
    }),
  );
}

export function closedDays({ timeZone, closures }: DiaryFacts, bayId: string): Interval[] {
  return closures
    .filter((closure) => closure.bayId === bayId)
    .map(({ fromDate, toDate }) => ({
      from: instantOf(timeZone, fromDate, 0),
      until: instantOf(timeZone, addDays(toDate, 1), 0),
    }));
}

/** Minutes since Monday, twice round, so that a stretch over the end of the week is seen in one piece. */
const roundTheClock = (week: readonly StoredSpan[]): Interval[] =>
  merged(
    [0, 7].flatMap((days) =>
      week.map(({ weekday = 1, from, until }) => {
        const start = (days + weekday - 1) * MINUTES_OF_A_DAY;
        return { from: start + from, until: start + until };
      }),
    ),
  );

const longest = (intervals: readonly Interval[]): number =>
  intervals.reduce((most, { from, until }) => Math.max(most, until - from), 0);

/**
 * The longest that somebody works without a break in the usual week of a day, in minutes. By the week alone and not
 * by what a holiday leaves of it: whether work is too long for a day must not hang on which days are looked at.
 */
export function longestStretch(facts: DiaryFacts, shifts: readonly ShiftFact[] | null, date: string): number {
  const open = roundTheClock(openingOn(facts, date));
  if (!shifts) return longest(open);
  const { week, exception } = workingDay(shifts, date);
  const onTheDay = longest(exception ?? []);
  return Math.max(longest(intersection(open, roundTheClock(week))), onTheDay);
}
