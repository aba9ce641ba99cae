import { join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import type { Days } from '../figures/days';
import type { CentreScope } from './centres';

/**
 * The first instant of a day in a time zone. Where the clock is put back over midnight, PostgreSQL means the second
 * midnight by it; the day began an hour before.
 */
const dayBegins = (day: Sql, zone: string): Sql => sql`least(${day}::timestamp at time zone ${zone}::text,
  ((${day}::timestamp - interval '1 hour') at time zone ${zone}::text) + interval '1 hour')`;

/**
 * A day or more wider than the days are in any time zone. Compared as instants, since PostgreSQL lets no comparison
 * with a date into an index behind row-level security, and would read all that the organisation ever had.
 */
export const aroundDays = (instant: Sql, { from, to }: Days): Sql =>
  sql`${instant} >= (${from}::date - 2)::timestamp at time zone 'UTC'
    and ${instant} < (${to}::date + 2)::timestamp at time zone 'UTC'`;

/**
 * `centre` is in scope and `instant` on one of the days, by its calendar: which day each row is of is not asked. A plan
 * for any days would be one for few.
 */
export function onDays(scope: CentreScope, days: Days, centre: Sql, instant: Sql): Sql {
  const zones = [...new Set(scope.centres.map(({ timeZone }) => timeZone))];
  const parts = zones.map((zone) => {
    const ids = scope.centres.filter(({ timeZone }) => timeZone === zone).map(({ id }) => id);
    return sql`${centre} = any(${ids}::uuid[]) and ${within(instant, days, zone)}`;
  });
  return parts.length ? plannedEachTime(sql`(${join(parts, ' or ')})`) : sql`false`;
}

/** The same of stock: with what is of a central warehouse, by the organisation's calendar, for those who see all. */
export const onDaysOfPlaces = (scope: CentreScope, days: Days, centre: Sql, instant: Sql): Sql =>
  scope.whole
    ? sql`(${onDays(scope, days, centre, instant)}
        or ${centre} is null and ${within(instant, days, scope.timeZone)})`
    : onDays(scope, days, centre, instant);

/** `instant` is on one of the days, by the calendar of one time zone. */
export const onDaysOf = (zone: string, days: Days, instant: Sql): Sql =>
  plannedEachTime(within(instant, days, zone));

const within = (instant: Sql, { from, to }: Days, zone: string): Sql =>
  sql`${instant} >= ${dayBegins(sql`${from}::date`, zone)} and ${instant} < ${dayBegins(sql`(${to}::date + 1)`, zone)}`;
