import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { appOf } from '../../program/apps';
import { roleUrl } from '../../shared/database/roles';
import { audit } from '../../shared/invariants/audit';
import { addDays } from '../../shared/time-zone';
import { keepDaysTask } from '../../subgraphs/reporting/figures/keep-days.task';
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

async function broken(): Promise<string[]> {
  const url = roleUrl(open.databaseUrl, runState().secretKey, 'reporting');
  const audited = await audit(url, appOf('reporting').invariants ?? [], [organisationId]);
  expect(audited.map(({ invariant }) => invariant.name)).toEqual([
    'What is kept of a day is what happened on it',
  ]);
  return audited.flatMap(({ breaches }) => breaches.map(({ what }) => what));
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
});
