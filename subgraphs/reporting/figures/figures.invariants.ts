import { escapeLiteral } from 'pg';
import type { Sql } from '../../../shared/database/sql';
import type { Invariant } from '../../../shared/invariants/invariant';
import { countedDays } from './count-days';
import { KEPT_ROWS } from './days';

/** An invariant takes no parameters; the values here are names of figures. */
const written = ({ strings, values }: Sql): string =>
  strings.reduce((text, part, n) => text + escapeLiteral(String(values[n - 1])) + part);

/** What would be read of it: neither what is to be counted anew nor what was counted by another calendar. */
const KEPT_DAYS = `reporting.day_rollup r join customer.report_service_centre c
  on c.organisation_id = r.organisation_id and c.id = r.service_centre_id and c.time_zone = r.time_zone and not r.stale`;

/** It is counted here by the definition that it was counted by: what is looked for is a change that marked no day. */
export const figuresInvariants: Invariant[] = [
  {
    name: 'What is kept of a day is what happened on it',
    breaches: `
      with d as (select r.service_centre_id as centre_id, r.time_zone as zone, r.day from ${KEPT_DAYS}),
      ${written(countedDays('all'))},
      kept as (select d.centre_id, d.day, f.figure, ${written(KEPT_ROWS)} from d join reporting.day_figure f
        on f.service_centre_id = d.centre_id and f.day = d.day)
      select coalesce(k.centre_id, n.centre_id) || ', ' || coalesce(k.day, n.day) || ', ' || coalesce(k.figure, n.figure)
        || coalesce(' of ' || nullif(coalesce(k.dim, n.dim), ''), '') || ': kept ' || coalesce(k.count || ', ' || k.amount, 'nothing')
        || '; counted ' || coalesce(n.count || ', ' || n.amount, 'nothing') as what
      from kept k full join counted n on n.centre_id = k.centre_id and n.day = k.day and n.figure = k.figure and n.dim = k.dim
        and n.currency = k.currency
      where (k.count, round(k.amount, 3)) is distinct from (n.count, round(n.amount, 3))`,
  },
  {
    name: 'What is kept of a month is what its days came to',
    breaches: `
      with month as (select m.service_centre_id, m.month from reporting.month_rollup m join customer.report_service_centre c
        on c.organisation_id = m.organisation_id and c.id = m.service_centre_id and c.time_zone = m.time_zone),
      by_month as (select m.service_centre_id, m.month, f.figure, ${written(KEPT_ROWS)} from month m
        join reporting.month_figure f on f.service_centre_id = m.service_centre_id and f.month = m.month),
      by_day as (select m.service_centre_id, m.month, f.figure, ${written(KEPT_ROWS)} from month m
        join reporting.day_figure f on f.service_centre_id = m.service_centre_id
          and f.day >= m.month and f.day < m.month + interval '1 month'),
      n as (select service_centre_id, month, figure, dim, currency, sum(count) as count, sum(amount) as amount
        from by_day group by 1, 2, 3, 4, 5)
      select coalesce(k.service_centre_id, n.service_centre_id) || ', ' || coalesce(k.month, n.month) || ', '
        || coalesce(k.figure, n.figure) || coalesce(' of ' || nullif(coalesce(k.dim, n.dim), ''), '')
        || ': kept ' || coalesce(k.count || ', ' || k.amount, 'nothing')
        || '; its days ' || coalesce(n.count || ', ' || n.amount, 'nothing') as what
      from by_month k full join n using (service_centre_id, month, figure, dim, currency)
      where (k.count, round(k.amount, 3)) is distinct from (n.count, round(n.amount, 3))`,
  },
];
