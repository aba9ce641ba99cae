import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { CentreScope } from '../scope/centres';
import { cutIntoMonths, type Days, everyDay, KEPT_ROWS } from './days';

/**
 * Keeps the whole months of these days of which each day is kept. Their days are locked first: what marks one of them as
 * stale waits, and finds the month to forget; what marked it before is seen.
 */
export async function keepMonths(tx: Transaction, scope: CentreScope, days: Days): Promise<void> {
  const { organisationId } = tx;
  const cut = { ...cutIntoMonths(days), rest: [] };
  const complete = await tx.query<{ centreId: string; month: string; zone: string }>(sql`
    with ${everyDay(scope, days, tx.now, cut)},
    locked as (
      select m.centre_id, m.month, m.zone, m.last from month m
      join reporting.day_rollup r on r.organisation_id = ${organisationId} and r.service_centre_id = m.centre_id
        and r.day between m.month and m.last and r.time_zone = m.zone and not r.stale
      where m.settled and not m.kept order by r.service_centre_id, r.day for share of r)
    select centre_id as "centreId", month, zone from locked
    group by centre_id, month, zone, last having count(*) = last - month + 1`);
  if (complete.length === 0) return;
  const those = sql`unnest(${complete.map(({ centreId }) => centreId)}::uuid[],
    ${complete.map(({ month }) => month)}::date[], ${complete.map(({ zone }) => zone)}::text[]) as t(centre_id, month, zone)`;
  await tx.query(sql`
    insert into reporting.month_rollup as r (organisation_id, service_centre_id, month, time_zone, counted_at)
    select ${organisationId}::uuid, t.centre_id, t.month, t.zone, ${tx.now}::timestamptz from ${those} order by 2, 3
    on conflict (organisation_id, service_centre_id, month) do update
      set time_zone = excluded.time_zone, counted_at = excluded.counted_at`);
  await tx.query(sql`
    delete from reporting.month_figure f using ${those}
    where f.organisation_id = ${organisationId} and f.service_centre_id = t.centre_id and f.month = t.month`);
  await tx.query(sql`
    with by_day as (
      select f.figure, f.service_centre_id, t.month, ${KEPT_ROWS}
      from ${those} join reporting.day_figure f on f.organisation_id = ${organisationId}
        and f.service_centre_id = t.centre_id and f.day >= t.month and f.day < t.month + interval '1 month'),
    sums as (
      select figure, service_centre_id, month, dim, currency, sum(count) as count, sum(amount) as amount
      from by_day group by 1, 2, 3, 4, 5)
    insert into reporting.month_figure
      (organisation_id, figure, service_centre_id, month, dims, currencies, counts, amounts)
    select ${organisationId}::uuid, figure, service_centre_id, month, array_agg(dim), array_agg(currency),
      array_agg(count), array_agg(amount)
    from sums group by figure, service_centre_id, month order by 2, 3, 4`);
}
