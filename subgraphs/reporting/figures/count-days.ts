import { join, type Sql, sql } from '../../../shared/database/sql';
import { billingFigures } from './billing.figures';
import { otherFigures } from './other.figures';
import type { FigureName, FigureSource } from './source';
import { workshopFigures } from './workshop.figures';

const SOURCES: readonly FigureSource[] = [...workshopFigures, ...billingFigures, ...otherFigures];

/**
 * The stretch to count for each service centre, from the days to count (`d`, with their `zone`). The instants around it
 * are a little wider than it is, for the nights on which the clock changes: which day a row is of is asked of the row.
 */
const STRETCHES = sql`w as (
  select s.*, (s.from_day::timestamp at time zone s.zone) - interval '3 hours' as starts_at,
    ((s.to_day + 1)::timestamp at time zone s.zone) + interval '3 hours' as ends_at
  from (select centre_id, zone, min(day) as from_day, max(day) as to_day from d group by centre_id, zone) s)`;

/** What happened on the days of `d`, counted from the published views. Named parts of a WITH: `w` and `counted`. */
export function countedDays(names: readonly FigureName[] | 'all'): Sql {
  const wanted =
    names === 'all' ? SOURCES : SOURCES.filter(({ figures }) => figures.some((name) => names.includes(name)));
  // Numbered columns: the first part names them, and not every part is there.
  const parts = join(
    wanted.map(({ rows }) => sql`(${rows})`),
    ' union all ',
  );
  return sql`${STRETCHES}, counted as (
    select c.* from (${parts}) as c(figure, centre_id, day, dim, currency, count, amount)
    join d on d.centre_id = c.centre_id and d.day = c.day)`;
}
