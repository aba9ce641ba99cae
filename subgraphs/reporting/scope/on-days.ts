import { join, plannedEachTime, type Sql, sql } from '../../../shared/database/sql';
import { addDays, instantOf } from '../../../shared/time-zone';
import type { Days } from '../figures/days';
import { type CentreScope, ofCentres } from './centres';

/** Which service centres, and by whose calendar their days are. */
interface Part {
  centres: Sql;
  zone: string;
}

/**
 * `centre` is in scope and `instant` on one of the days, by its calendar: which day each row is of is not asked. A plan
 * for any days would be one for few.
 */
export function onDays(scope: CentreScope, days: Days, centre: Sql, instant: Sql): Sql {
  return onDaysOf(partsOf(scope, centre), days, instant);
}

/** The same of stock: with what is of a central warehouse, by the organisation's calendar, for those who see all. */
export function onDaysOfPlaces(scope: CentreScope, days: Days, centre: Sql, instant: Sql): Sql {
  const parts = partsOf(scope, centre);
  if (!scope.whole) return onDaysOf(parts, days, instant);
  if (parts.every(({ zone }) => zone === scope.timeZone))
    return onDaysOf([{ centres: sql`true`, zone: scope.timeZone }], days, instant);
  return onDaysOf([...parts, { centres: sql`${centre} is null`, zone: scope.timeZone }], days, instant);
}

/** `instant` is on one of the days, by the calendar of one time zone. */
export const onDaysOfZone = (zone: string, days: Days, instant: Sql): Sql =>
  plannedEachTime(within(instant, spanIn(zone, days)));

function partsOf(scope: CentreScope, centre: Sql): Part[] {
  const zones = [...new Set(scope.centres.map(({ timeZone }) => timeZone))];
  const [only, ...others] = zones;
  if (only && others.length === 0) return [{ centres: ofCentres(scope, centre), zone: only }];
  return zones.map((zone) => {
    const ids = scope.centres.filter(({ timeZone }) => timeZone === zone).map(({ id }) => id);
    return { centres: sql`${centre} = any(${ids}::uuid[])`, zone };
  });
}

/** Of several calendars, the instants around all of their days come first: an index knows no alternatives. */
function onDaysOf(parts: readonly Part[], days: Days, instant: Sql): Sql {
  const spans = parts.map(({ zone }) => spanIn(zone, days));
  if (spans.length === 0) return sql`false`;
  const around: Span = [
    new Date(Math.min(...spans.map(([from]) => from.getTime()))),
    new Date(Math.max(...spans.map(([, until]) => until.getTime()))),
  ];
  const [only, ...others] = parts;
  if (others.length === 0) return plannedEachTime(sql`(${only!.centres} and ${within(instant, around)})`);
  const each = parts.map(({ centres }, n) => sql`${centres} and ${within(instant, spans[n]!)}`);
  return plannedEachTime(sql`(${within(instant, around)} and (${join(each, ' or ')}))`);
}

type Span = readonly [from: Date, until: Date];

/** As instants: PostgreSQL lets no comparison with a date into an index behind row-level security. */
const spanIn = (zone: string, { from, to }: Days): Span => [
  new Date(instantOf(zone, from, 0)),
  new Date(instantOf(zone, addDays(to, 1), 0)),
];

const within = (instant: Sql, [from, until]: Span): Sql =>
  sql`${instant} >= ${from}::timestamptz and ${instant} < ${until}::timestamptz`;
