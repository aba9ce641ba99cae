import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { appOf } from '../../program/apps';
import { roleUrl } from '../../shared/database/roles';
import { audit } from '../../shared/invariants/audit';
import { addDays } from '../../shared/time-zone';
import { keepDaysTask } from '../../subgraphs/reporting/figures/keep-days.task';
import { keepWorthTask } from '../../subgraphs/reporting/worth/keep-worth.task';
import { runState } from '../harness/run-state';
import { FACTS, system, useSubgraphs } from '../harness/subgraphs';
import { foundOrganisation } from './found-organisation.fixtures';
import { makeRandomShop, type Query } from './random-shop.fixtures';

/** What is kept by day is recomputed from what happened, and what differs is found. */
const open = useSubgraphs();
const organisationId = randomUUID();
const today = new Date().toISOString().slice(0, 10);
const query: Query = async (text, values) => (await open.admin.query(text, values)).rows;

beforeAll(async () => {
  await makeRandomShop({
    query,
    organisationId,
    centres: await foundOrganisation(query, organisationId, ['Europe/Rome', 'Pacific/Auckland']),
    technicians: [randomUUID(), randomUUID()],
    seed: 23,
    until: new Date(),
    days: 40,
    many: 120,
    currencies: ['EUR', 'USD'],
  });
});
beforeEach(async () => {
  await query('update reporting.day_rollup set stale = true');
  await keepDaysTask.run(
    { from: addDays(today, -40), to: today },
    open.of('reporting').context(system(organisationId), FACTS),
  );
});

const OF_DAYS = 'What is kept of a day is what happened on it';
const OF_CUSTOMERS = 'What is kept of a customer is what was invoiced and credited';
const OF_MONTHS = 'What is kept of a month is what its days came to';

async function broken(name = OF_DAYS): Promise<string[]> {
  const url = roleUrl(open.databaseUrl, runState().secretKey, 'reporting');
  const audited = await audit(url, appOf('reporting').invariants ?? [], [organisationId]);
  expect(audited.map(({ invariant }) => invariant.name)).toEqual([OF_DAYS, OF_MONTHS, OF_CUSTOMERS]);
  return audited.find(({ invariant }) => invariant.name === name)!.breaches.map(({ what }) => what);
}

describe('the audit of what is kept by day', () => {
  it('agrees with what was counted, in every zone', async () => {
    const [{ days } = { days: 0 }] = await query<{ days: number }>(
      'select count(*)::int as days from reporting.day_rollup where not stale',
    );
    expect(days).toBeGreaterThan(2 * 37);
    expect(await broken()).toEqual([]);
  });

  it('finds a number that is another, one that is gone, and one that came of nothing', async () => {
    const [row] = await query<{
      centre: string;
      day: string;
      figure: string;
      dim: string;
      count: string;
      amount: string;
    }>(
      `select service_centre_id as centre, day::text, figure, dims[1] as dim, counts[1] as count, amounts[1] as amount
       from reporting.day_figure where cardinality(dims) = 1 order by day limit 1`,
    );
    const { centre, day, figure, dim, count, amount } = row!;
    const called = `${centre}, ${day}, ${figure}${dim && ` of ${dim}`}`;
    const change = (statement: string) =>
      query(`${statement} where service_centre_id = $1 and day = $2 and figure = $3`, [centre, day, figure]);
    await change('update reporting.day_figure set counts[1] = 7000');
    expect(await broken()).toEqual([`${called}: kept 7000, ${amount}; counted ${count}, ${amount}`]);
    await change(`update reporting.day_figure set dims = dims || 'CHEQUES'::text, currencies = currencies || 'XTS'::text,
      counts = counts || 1::bigint, amounts = amounts || 5::numeric`);
    expect(await broken()).toContain(`${centre}, ${day}, ${figure} of CHEQUES: kept 1, 5; counted nothing`);
    await change('delete from reporting.day_figure');
    expect(await broken()).toEqual([`${called}: kept nothing; counted ${count}, ${amount}`]);
  });

  it('finds what happened and marked no day, and asks nothing of a day that is marked', async () => {
    await query(
      `update workshop.job_card set delivered_at = delivered_at - interval '9 days'
       where id = (select id from workshop.job_card where delivered_at between now() - interval '20 days' and now() - interval '12 days' limit 1)`,
    );
    expect((await broken()).map((what) => what.split(', ')[2]!.split(':')[0])).toEqual([
      'JOBS_DELIVERED',
      'JOBS_DELIVERED',
    ]);
    await query('update reporting.day_rollup set stale = true');
    expect(await broken()).toEqual([]);
  });

  it('finds a month that is not what its days came to', async () => {
    await keepDaysTask.run(
      { from: addDays(today, -100), to: today },
      open.of('reporting').context(system(organisationId), FACTS),
    );
    expect(await broken(OF_MONTHS)).toEqual([]);
    const [row] = await query<{ called: string; count: string; amount: string }>(
      `update reporting.month_figure f set counts[1] = 7000 from reporting.month_figure o
       where f = o and (f.figure, f.service_centre_id, f.month) in (
         select figure, service_centre_id, month from reporting.month_figure where dims = '{""}' limit 1)
       returning o.service_centre_id || ', ' || o.month || ', ' || o.figure as called, o.counts[1] as count,
         o.amounts[1] as amount`,
    );
    const { called, count, amount } = row!;
    expect(await broken(OF_MONTHS)).toEqual([
      `${called}: kept 7000, ${amount}; its days ${count}, ${amount}`,
    ]);
  });

  it('finds a customer who is worth something else than was invoiced', async () => {
    await query('update reporting.worth_rollup set until = null');
    await keepWorthTask.run({}, open.of('reporting').context(system(organisationId), FACTS));
    expect(await broken(OF_CUSTOMERS)).toEqual([]);
    const [row] = await query<{ called: string; invoices: string; minor: string }>(
      `update reporting.customer_worth w set minor = 7000 from reporting.customer_worth o
       where w = o and o.scope_id = o.organisation_id and (o.customer_id, o.currency) = (
         select customer_id, currency from reporting.customer_worth limit 1)
       returning o.scope_id || ', customer ' || o.customer_id || ', ' || o.currency as called, o.invoices, o.minor`,
    );
    const { called, invoices, minor } = row!;
    expect(await broken(OF_CUSTOMERS)).toEqual([
      `${called}: kept ${invoices}, 7000; counted ${invoices}, ${minor}`,
      expect.stringMatching(
        `${organisationId}, all customers, ${called.slice(-3)}: kept .*; they come to .*`,
      ),
    ]);
    await query('update reporting.worth_rollup set until = null');
    expect(await broken(OF_CUSTOMERS)).toEqual([]);
  });
});
