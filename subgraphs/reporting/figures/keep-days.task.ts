import type { ClockworkItem } from '../../../shared/clockwork/clockwork';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { defineTask } from '../../../shared/events/task';
import type { Context } from '../../../shared/subgraph/context';
import { addDays } from '../../../shared/time-zone';
import { type CentreScope, centreScope } from '../scope/centres';
import { countedDays } from './count-days';
import { type Days, everyDay } from './days';
import { keepMonths } from './keep-months';

const KEEP_DAYS_TASK = 'reporting-keep-days';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Days of centres in one transaction: short enough that nobody waits for their locks. */
const AT_ONCE = 200;
/** What is looked over each night, beside what somebody asked for: there is a whole month in it. */
const NIGHTLY_DAYS = 70;

/** A job for the days that a reader had to count. The same days asked for twice are one job. */
export async function keepDays(context: Context, { organisationId }: CentreScope, days: Days): Promise<void> {
  const key = `${KEEP_DAYS_TASK}-${organisationId}-${days.from}-${days.to}`;
  const { from, to } = days;
  await context
    .asSystem(organisationId)
    .transaction(async (tx) => tx.enqueue({ task: KEEP_DAYS_TASK, payload: { from, to }, key }));
}

export const keepDaysTask = defineTask<Days>({
  name: KEEP_DAYS_TASK,
  parse({ from, to }) {
    if (typeof from !== 'string' || !DAY.test(from) || typeof to !== 'string' || !DAY.test(to))
      throw new Error('A job to keep days without its days.');
    return { from, to };
  },
  async run(days, context) {
    const scope = await centreScope(context, null);
    if (scope.centres.length === 0) return;
    let kept: number;
    do kept = await context.transaction((tx) => keepSome(tx, scope, days));
    while (kept === AT_ONCE);
    await context.transaction((tx) => keepMonths(tx, scope, days));
  },
});

/** What changed in the last weeks and nobody asked for since is counted anew at night, when nobody waits for it. */
export const keepDaysItem: ClockworkItem = {
  name: 'reporting.keep-days',
  at: { daily: '03:20' },
  async run(context, { until }) {
    const today = until.toISOString().slice(0, 10);
    const scope = await centreScope(context, null);
    await keepDays(context, scope, { from: addDays(today, -NIGHTLY_DAYS), to: today });
  },
};

/**
 * Takes the rows first, in one order, and counts in a statement after it: what is written meanwhile and marks a day as
 * stale waits for the row, and what was written before is seen. Counted in the statement that takes the rows, a change
 * between the two would be lost. All days are counted at once, and not each of them by itself.
 */
async function keepSome(tx: Transaction, scope: CentreScope, days: Days): Promise<number> {
  const taken = await tx.query<{ centreId: string; day: string }>(sql`
    with ${everyDay(scope, days, tx.now)}
    insert into reporting.day_rollup as r (organisation_id, service_centre_id, day, time_zone, stale, counted_at)
    select ${tx.organisationId}::uuid, d.centre_id, d.day, d.zone, true, ${tx.now}::timestamptz from d
    where d.settled order by d.centre_id, d.day limit ${AT_ONCE}
    on conflict (organisation_id, service_centre_id, day) do update
      set stale = true, time_zone = excluded.time_zone, counted_at = excluded.counted_at
    returning r.service_centre_id as "centreId", r.day`);
  if (taken.length === 0) return 0;
  const all = sql`(
    select * from unnest(${taken.map(({ centreId }) => centreId)}::uuid[], ${taken.map(({ day }) => day)}::date[]))`;
  const those = sql`r.organisation_id = ${tx.organisationId} and (r.service_centre_id, r.day) in ${all}`;
  await tx.query(sql`delete from reporting.day_figure r where ${those}`);
  await tx.query(sql`
    with d as (
      select r.service_centre_id as centre_id, r.day, r.time_zone as zone from reporting.day_rollup r where ${those}),
    ${countedDays('all')}
    insert into reporting.day_figure
      (organisation_id, figure, service_centre_id, day, dims, currencies, counts, amounts)
    select ${tx.organisationId}::uuid, c.figure, c.centre_id, c.day, array_agg(c.dim), array_agg(c.currency),
      array_agg(c.count), array_agg(c.amount)
    from counted c group by c.figure, c.centre_id, c.day order by 2, 3, 4`);
  await tx.query(sql`update reporting.day_rollup r set stale = false where ${those}`);
  return taken.length;
}
