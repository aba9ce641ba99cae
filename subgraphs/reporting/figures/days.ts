import { type Sql, sql } from '../../../shared/database/sql';
import { addDays, datesBetween } from '../../../shared/time-zone';
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

/** Named part of a WITH: the service centres in scope, and `over`, the day before which all are settled. */
const centresOf = ({ centres }: CentreScope, now: Date): Sql => {
  const ids = centres.map(({ id }) => id);
  const zones = centres.map(({ timeZone }) => timeZone);
  const since = centres.map((centre) => centre.since);
  return sql`centre as (
    select c.*, (${now}::timestamptz at time zone c.zone)::date - ${RECENT_DAYS}::integer as over
    from unnest(${ids}::uuid[], ${zones}::text[], ${since}::date[]) as c(centre_id, zone, since))`;
};

/**
 * Named parts of a WITH: `month`, the months of the centres with whether each is `kept`, `stretch`, the days that no
 * kept month tells of, `known`, each of those days with whether it is `kept` by itself, and `d`, those to count.
 */
export function everyDay(scope: CentreScope, days: Days, now: Date, cut: Cut = uncut(days)): Sql {
  const { organisationId } = scope;
  return sql`${centresOf(scope, now)},
  month as (
    select m.*, r.month is not null as kept
    from (select c.centre_id, c.zone, c.since, c.over, m.month, (m.month + interval '1 month -1 day')::date as last,
        m.month >= c.since and (m.month + interval '1 month')::date <= c.over as settled
      from centre c, unnest(${cut.months}::date[]) as m(month)) m
    left join reporting.month_rollup r on r.organisation_id = ${organisationId} and r.service_centre_id = m.centre_id
      and r.month = m.month and r.time_zone = m.zone and m.settled),
  stretch as (
    select c.centre_id, c.zone, c.since, c.over, s.first, s.last
    from centre c, unnest(${cut.rest.map(({ from }) => from)}::date[], ${cut.rest.map(({ to }) => to)}::date[]) as s(first, last)
    union all
    select m.centre_id, m.zone, m.since, m.over, m.month, m.last from month m where not m.kept),
  known as (
    select e.*, r.day is not null as kept
    from (select s.centre_id, s.zone, g::date as day, g::date >= s.since and g::date < s.over as settled
      from stretch s, generate_series(s.first::timestamp, s.last::timestamp, interval '1 day') as g) e
    left join (select s.centre_id, r.day from stretch s cross join lateral (
        select x.day from reporting.day_rollup x where x.organisation_id = ${organisationId}
          and x.service_centre_id = s.centre_id and x.day between s.first and s.last and x.time_zone = s.zone
          and not x.stale offset 0) r) r
      on r.centre_id = e.centre_id and r.day = e.day and e.settled),
  d as (select k.* from known k where not k.kept)`;
}

/** Days as whole months, of which each is told by its first, and what is left of them before and after. */
export interface Cut {
  months: readonly string[];
  rest: readonly Days[];
}

const uncut = (days: Days): Cut => ({ months: [], rest: [days] });

export function cutIntoMonths({ from, to }: Days): Cut {
  const after = addDays(to, 1);
  const firsts = datesBetween(from, after).filter((date) => date.endsWith('-01'));
  const [first, last] = [firsts[0], firsts.at(-1)];
  if (first === undefined || first === last) return uncut({ from, to });
  const rest = [
    { from, to: addDays(first, -1) },
    { from: last!, to },
  ];
  return { months: firsts.slice(0, -1), rest: rest.filter((days) => days.from <= days.to) };
}

/** Of what is kept by figure, `f`, a row for each distinction. In a FROM they would take twice as long. */
export const KEPT_ROWS = sql`unnest(f.dims) as dim, unnest(f.currencies) as currency, unnest(f.counts) as count,
      unnest(f.amounts) as amount`;
