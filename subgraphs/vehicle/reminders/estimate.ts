import { type Distance, millimetres } from '../registry/distance';
import { type OdometerReading, OdometerReadingKind } from '../registry/odometer.entity';
import { daysBetween, plusDays } from './days';

/** Two readings of one week say what that week was like, not how the car is driven. */
const SHORTEST_BASE_DAYS = 14;
/** How a car was driven before is another life of it. */
const LONGEST_BASE_DAYS = 730;
const FARTHEST_DAYS = 3650;

/**
 * The day on which an odometer will show `due`, by what the car was driven a day; the day of its latest reading when
 * it shows that already; null when the readings do not tell. `readings` come with the latest first.
 */
export function estimatedDay(due: Distance, readings: readonly OdometerReading[]): string | null {
  const latest = readings[0];
  if (!latest) return null;
  const latestDay = latest.readAt.toISOString().slice(0, 10);
  const left = millimetres(due) - millimetres(latest);
  if (left <= 0) return latestDay;
  const first = ofThisInstrument(readings)
    .filter(({ readAt }) => daysBetween(readAt, latest.readAt) <= LONGEST_BASE_DAYS)
    .at(-1)!;
  const base = daysBetween(first.readAt, latest.readAt);
  const driven = millimetres(latest) - millimetres(first);
  if (base < SHORTEST_BASE_DAYS || driven <= 0) return null;
  const days = Math.ceil((left * base) / driven);
  return days > FARTHEST_DAYS ? null : plusDays(latestDay, days);
}

/** Back to the replacement or correction that the latest readings go on from. */
function ofThisInstrument(readings: readonly OdometerReading[]): readonly OdometerReading[] {
  const begun = readings.findIndex(({ kind }) => kind !== OdometerReadingKind.NORMAL);
  return begun === -1 ? readings : readings.slice(0, begun + 1);
}
