/**
 * Wall time of an IANA zone and instants. A time that the clock skips is moved forward by what is skipped, one that
 * comes twice means the first: both are what the offset before the change gives, as in java.time.
 */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Zone and day: a calendar of a month asks for some fifty. */
const MOST_DAYS = 20_000;

interface Offsets {
  /** Well before the day, and well behind it. */
  before: number;
  after: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
const offsetsOfDays = new Map<string, Offsets>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** What the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(instant)) parts[type] = Number(value);
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

const midnightUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (utc: number): string => new Date(utc).toISOString().slice(0, 10);

function offsetsAround(zone: string, date: string): Offsets {
  const key = `${zone} ${date}`;
  let offsets = offsetsOfDays.get(key);
  if (!offsets) {
    const midnight = midnightUtc(date);
    offsets = { before: offsetAt(zone, midnight - DAY), after: offsetAt(zone, midnight + 2 * DAY) };
    if (offsetsOfDays.size >= MOST_DAYS) offsetsOfDays.clear();
    offsetsOfDays.set(key, offsets);
  }
  return offsets;
}

/** The instant at which the zone's clock shows so many minutes after midnight of a day, in milliseconds. */
export function instantOf(zone: string, date: string, minutes: number): number {
  const wall = midnightUtc(date) + minutes * MINUTE;
  const { before, after } = offsetsAround(zone, date);
  const early = wall - before;
  if (before === after || offsetAt(zone, early) === before) return early;
  const late = wall - after;
  return offsetAt(zone, late) === after ? late : early;
}

/** The day that the zone's calendar shows at an instant. */
export function localDate(zone: string, instant: number): string {
  return dateOf(instant + offsetAt(zone, instant));
}

export const addDays = (date: string, days: number): string => dateOf(midnightUtc(date) + days * DAY);

/** From one day to the other, both among them. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: string): number => new Date(midnightUtc(date)).getUTCDay() || 7;
