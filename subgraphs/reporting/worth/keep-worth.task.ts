import type { ClockworkItem } from '../../../shared/clockwork/clockwork';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { defineTask } from '../../../shared/events/task';
import type { Context } from '../../../shared/subgraph/context';
import { type CentreScope, centreScope, idsOf } from '../scope/centres';
import { documentsOf } from './documents';
import { settledDay } from './settled-day';

const KEEP_WORTH_TASK = 'reporting-keep-worth';

/** A job for a reader who had to add up more than a few days. Asked for twice on a day, it is one job. */
export async function keepWorth(context: Context, { organisationId }: CentreScope): Promise<void> {
  const key = `${KEEP_WORTH_TASK}-${organisationId}-${settledDay(context.kernel.clock.now())}`;
  await context
    .asSystem(organisationId)
    .transaction(async (tx) => tx.enqueue({ task: KEEP_WORTH_TASK, payload: {}, key }));
}

export const keepWorthTask = defineTask<object>({
  name: KEEP_WORTH_TASK,
  parse: () => ({}),
  run: (_, context) => addUpAll(context),
});

/** At night the days that have settled since are added, which is little. */
export const keepWorthItem: ClockworkItem = {
  name: 'reporting.keep-worth',
  at: { daily: '03:40' },
  run: addUpAll,
};

async function addUpAll(context: Context): Promise<void> {
  const scope = await centreScope(context, null);
  await context.transaction((tx) => addUp(tx, scope));
}

/**
 * Takes the row first, and adds up in a statement after it: what is issued for a day that is kept waits for the row,
 * and finds it to forget; what was issued before is seen.
 */
async function addUp(tx: Transaction, scope: CentreScope): Promise<void> {
  const { organisationId } = tx;
  const until = settledDay(tx.now);
  const [kept] = await tx.query<{ until: string | null }>(sql`
    insert into reporting.worth_rollup as w (organisation_id) values (${organisationId})
    on conflict (organisation_id) do update set until = w.until returning w.until`);
  const after = kept!.until;
  if (after !== null && after >= until) return;
  if (after === null)
    await tx.query(sql`delete from reporting.customer_worth w where w.organisation_id = ${organisationId}`);
  const stretch = sql`(select c.centre_id, ${after ?? '-infinity'}::date as after, ${until}::date as last
    from unnest(${idsOf(scope)}::uuid[]) as c(centre_id))`;
  await tx.query(sql`
    insert into reporting.customer_worth as w
      (organisation_id, scope_id, customer_id, currency, invoices, minor, first_on)
    select ${organisationId}::uuid, coalesce(d.centre_id, ${organisationId}::uuid), d.customer_id, d.currency,
      sum(d.invoices), sum(d.minor), min(d.issued_on)
    from ${documentsOf(stretch)} d
    group by grouping sets ((d.customer_id, d.currency), (d.customer_id, d.currency, d.centre_id))
    on conflict (organisation_id, scope_id, customer_id, currency) do update
      set invoices = w.invoices + excluded.invoices, minor = w.minor + excluded.minor,
        first_on = least(w.first_on, excluded.first_on)`);
  await tx.query(sql`delete from reporting.worth_total t where t.organisation_id = ${organisationId}`);
  await tx.query(sql`
    insert into reporting.worth_total (organisation_id, scope_id, currency, customers, minor)
    select w.organisation_id, w.scope_id, w.currency, count(*), sum(w.minor)
    from reporting.customer_worth w where w.organisation_id = ${organisationId} and w.invoices > 0
    group by w.organisation_id, w.scope_id, w.currency`);
  await tx.query(sql`
    update reporting.worth_rollup set until = ${until} where organisation_id = ${organisationId}`);
}
