import { plannedOnce, raw, type Sql, sql } from '../../../shared/database/sql';
import type { Context } from '../../../shared/subgraph/context';
import type { CentreScope } from '../scope/centres';
import { countedDays } from './count-days';
import { type Cut, cutIntoMonths, type Days, everyDay, KEPT_ROWS } from './days';
import { keepDays } from './keep-days.task';
import type { FigureName } from './source';
import { type Sum, Sums } from './sums';

/** What a stretch of days is cut into. */
export type Interval = 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';

export interface Wanted {
  scope: CentreScope;
  days: Days;
  names: readonly FigureName[];
  /** What sums are told apart by; what is left out is added up. */
  by?: { centre?: boolean; dim?: boolean; interval?: Interval };
}

const MISSING = 'MISSING';

/**
 * The figures of some days, added up: of months and days that are kept as they were kept, of all others counted now, by
 * the same definition and in the same statement. What is settled and was not kept is kept by a job, for the next who
 * asks.
 */
export async function readFigures(context: Context, wanted: Wanted): Promise<Sums> {
  const { scope, days } = wanted;
  if (scope.centres.length === 0) return new Sums([]);
  const rows = await context.reader.query<Sum>(figuresQuery(wanted, context.kernel.clock.now()));
  if (rows.some(({ figure }) => figure === MISSING)) await keepDays(context, scope, days);
  return new Sums(rows);
}

/**
 * Named parts of a WITH: `figures`, of each centre and day in scope one row for each distinction of a figure. Cut into
 * months, it has one for each month that is kept, on its first day.
 */
export function figuresOfDays({ scope, days, names }: Wanted, now: Date, cut?: Cut): Sql {
  const wanted = sql`f.organisation_id = ${scope.organisationId} and f.figure = any(${[...names]}::text[])`;
  return sql`${everyDay(scope, days, now, cut)}, ${countedDays(names)},
  kept_figures as (
    select f.service_centre_id as centre_id, f.day, f.figure, ${KEPT_ROWS}
    from stretch s cross join lateral (select f.* from reporting.day_figure f
      where ${wanted} and f.service_centre_id = s.centre_id and f.day between s.first and s.last offset 0) f
    join known e on e.centre_id = f.service_centre_id and e.day = f.day and e.kept
    union all
    select f.service_centre_id, f.month, f.figure, ${KEPT_ROWS}
    from month m cross join lateral (select f.* from reporting.month_figure f
      where ${wanted} and f.service_centre_id = m.centre_id and f.month = m.month offset 0) f where m.kept),
  counted_figures as (
    select c.centre_id, c.day, c.figure, c.dim, c.currency, c.count, c.amount from counted c
    where c.figure = any(${[...names]}::text[])),
  figures as (select * from kept_figures union all select * from counted_figures)`;
}

/** To plan it takes longer than to read what is kept, and the plan is the same for all days. */
function figuresQuery(wanted: Wanted, now: Date): Sql {
  const { by = {}, days } = wanted;
  const centre = by.centre ? sql`t.centre_id` : sql`null::uuid`;
  const dim = by.dim ? sql`t.dim` : sql`''`;
  const interval = by.interval
    ? sql`date_trunc('${raw(by.interval.toLowerCase())}', t.day::timestamp)::date`
    : sql`null::date`;
  const isFine = by.interval === 'DAY' || by.interval === 'WEEK';
  const sums = (figures: Sql) => sql`
    select t.figure, ${centre} as centre_id, ${interval} as start, ${dim} as dim, t.currency, sum(t.count) as count,
      sum(t.amount) as amount
    from ${figures} t group by 1, 2, 3, 4, 5`;
  // Added up by themselves: beside what counting might cost, how the others are added up is all the same to the planner.
  return plannedOnce(sql`with ${figuresOfDays(wanted, now, isFine ? undefined : cutIntoMonths(days))},
  sums as (${sums(sql`kept_figures`)} union all ${sums(sql`counted_figures`)})
  select figure, centre_id as "centreId", start, dim, currency, sum(count)::bigint as count, sum(amount)::text as amount
  from sums group by 1, 2, 3, 4, 5
  union all
  select ${MISSING}::text, null, null, '', '', 0, '0' where exists (select from d where settled)
    or exists (select from month where settled and not kept)`);
}
