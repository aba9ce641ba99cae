import { type Sql, sql } from '../../../shared/database/sql';
import type { CentreScope } from '../scope/centres';

/** Days of the calendar, both among them. */
export interface Days {
  from: string;
  to: string;
}

/**
 * A day is settled, and may be kept, when it is over for longer than any unit of work: what is younger is counted each
 * time, so that it is never behind. Neither is kept what was before the service centre was.
 */
const RECENT_DAYS = 1;

/** Named parts of a WITH: the days of the centres in scope, `known` with whether each is `kept`, and `d`, those to count. */
export function everyDay({ organisationId, centres }: CentreScope, { from, to }: Days, now: Date): Sql {
  const ids = centres.map(({ id }) => id);
  const zones = centres.map(({ timeZone }) => timeZone);
  const since = centres.map((centre) => centre.since);
  return sql`every as (
    select c.centre_id, c.zone, g::date as day,
      g::date >= c.since and g::date < (${now}::timestamptz at time zone c.zone)::date - ${RECENT_DAYS}::integer as settled
    from unnest(${ids}::uuid[], ${zones}::text[], ${since}::date[]) as c(centre_id, zone, since),
      generate_series(${from}::date::timestamp, ${to}::date::timestamp, interval '1 day') as g),
  known as (
    select e.*, r.day is not null as kept
    from every e left join reporting.day_rollup r on r.organisation_id = ${organisationId}
      and r.service_centre_id = e.centre_id and r.day = e.day and r.time_zone = e.zone and e.settled and not r.stale),
  d as (select k.* from known k where not k.kept)`;
}

/** Of what is kept by figure and day, `f`, a row for each distinction. In a FROM they would take twice as long. */
export const KEPT_ROWS = sql`unnest(f.dims) as dim, unnest(f.currencies) as currency, unnest(f.counts) as count,
      unnest(f.amounts) as amount`;
