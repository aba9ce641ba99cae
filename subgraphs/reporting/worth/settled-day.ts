import { addDays } from '../../../shared/time-zone';

const DAYS_UNTIL_OVER_EVERYWHERE = 2;

/** The last day that is over in every time zone, and has been for longer than any unit of work. */
export const settledDay = (now: Date): string =>
  addDays(now.toISOString().slice(0, 10), -DAYS_UNTIL_OVER_EVERYWHERE);
