import type { Kept } from './questions/question';

const KEYS = { centre: 'service_centre_id', month: `date_trunc('month', day::timestamp)`, dim: 'dim' };
const ROWS = `f.figure, f.service_centre_id, unnest(f.dims) as dim, unnest(f.currencies) as currency,
  unnest(f.counts) as count, unnest(f.amounts) as amount`;
/** The first of the first whole month from `$2`, and of the first that is not whole before `$3`. */
const FIRST = `(date_trunc('month', $2::date - 1) + interval '1 month')::date`;
const AFTER = `date_trunc('month', $3::date + 1)::date`;

export function keptSql(wanted: Kept | string): string {
  return typeof wanted === 'string' ? wanted : daysAndMonths(wanted);
}

/** Kept months, and kept days before and after them: what one would write who knows that nothing has to be counted. */
function daysAndMonths({ figures, by }: Kept): string {
  const keys = ['figure', ...by.map((each) => KEYS[each]), 'currency'];
  const wanted = `f.organisation_id = $1 and f.figure = any('{${figures.join()}}'::text[])
    and f.service_centre_id = r.service_centre_id`;
  return `with centre as (select id, time_zone from customer.report_service_centre where organisation_id = $1),
    rows as (
      select f.month as day, ${ROWS} from centre c
      join reporting.month_rollup r on r.organisation_id = $1 and r.service_centre_id = c.id
        and r.time_zone = c.time_zone and r.month >= ${FIRST} and r.month < ${AFTER}
      join reporting.month_figure f on ${wanted} and f.month = r.month
      union all
      select f.day, ${ROWS} from centre c
      join reporting.day_rollup r on r.organisation_id = $1 and r.service_centre_id = c.id
        and r.time_zone = c.time_zone and not r.stale
        and (r.day >= $2::date and r.day < ${FIRST} or r.day >= ${AFTER} and r.day <= $3::date)
      join reporting.day_figure f on ${wanted} and f.day = r.day)
    select ${keys.join()}, sum(count), sum(amount) from rows group by ${keys.map((_, n) => n + 1).join()}`;
}
