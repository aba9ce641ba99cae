import { badField } from '../../shared/errors';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Refuses a preferred day that is over everywhere on earth. */
export function requireNotPast(day: string | null | undefined, now: Date): void {
  if (day && day < new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10))
    throw badField('input.preferredDate', 'PAST', 'This day is over.');
}
