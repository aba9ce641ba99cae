import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { addDays } from '../../shared/time-zone';
import { keepDaysTask } from '../../subgraphs/reporting/figures/keep-days.task';
import { readFigures } from '../../subgraphs/reporting/figures/read-figures';
import { FIGURES } from '../../subgraphs/reporting/figures/source';
import { centreScope } from '../../subgraphs/reporting/scope/centres';
import { FACTS, system, useSubgraphs } from '../harness/subgraphs';
import { foundOrganisation } from './found-organisation.fixtures';
import { independentFigures } from './independent-figures.fixtures';
import { makeRandomShop, type Query } from './random-shop.fixtures';

/** Every figure against SQL of the test's own, over a day boundary in three zones; and rollups that heal. */
const open = useSubgraphs();
const ZONES = ['Europe/Rome', 'America/Los_Angeles', 'Pacific/Auckland'];
const organisationId = randomUUID();
const stranger = randomUUID();
const until = new Date();
const today = until.toISOString().slice(0, 10);
const days = { from: addDays(today, -40), to: addDays(today, 1) };
const query: Query = async (text, values) => (await open.admin.query(text, values)).rows;

beforeAll(async () => {
  for (const [seed, organisation] of [organisationId, stranger].entries()) {
    const centres = await foundOrganisation(query, organisation, ZONES);
    await makeRandomShop({
      query,
      organisationId: organisation,
      centres,
      technicians: [randomUUID(), randomUUID()],
      seed,
      until,
      days: 40,
      many: 120,
      currencies: ['EUR', 'USD'],
    });
  }
});

const context = () => open.of('reporting').context(system(organisationId), FACTS);

interface Line {
  figure: string;
  centreId: string | null;
  start: string | null;
  dim: string;
  currency: string;
  count: number;
  amount: string;
}

const text = (rows: readonly Line[]): string[] =>
  rows
    .map(({ figure, centreId, start, dim, currency, count, amount }) =>
      [figure, centreId, start, dim, currency, count, Number(amount).toFixed(3)].join(' | '),
    )
    .sort();

async function answered(): Promise<string[]> {
  const asked = context();
  const scope = await centreScope(asked, null);
  const by = { centre: true, dim: true, interval: 'DAY' } as const;
  const sums = await readFigures(asked, { scope, days, names: FIGURES, by });
  return text(FIGURES.flatMap((figure) => sums.of(figure)));
}

const expected = async () => text(await independentFigures(query, organisationId, days));
const keep = () => keepDaysTask.run(days, open.of('reporting').context(system(organisationId), FACTS));
const kept = async () =>
  query<{ day: string; stale: boolean }>(
    'select day::text, stale from reporting.day_rollup where organisation_id = $1 order by 1',
    [organisationId],
  );

describe('figures', () => {
  it('are all there is in the test, and every one occurs', async () => {
    const rows = await independentFigures(query, organisationId, days);
    expect([...new Set(rows.map(({ figure }) => figure))].sort()).toEqual([...FIGURES].sort());
  });

  it('counted from the views are what the test counts', async () => {
    expect(await kept()).toEqual([]);
    expect(await answered()).toEqual(await expected());
  });

  it('kept by day are the same, the last two days are not kept', async () => {
    await keep();
    const rows = await kept();
    expect(rows.length).toBeGreaterThan(3 * 37);
    expect(rows.filter(({ stale }) => stale)).toEqual([]);
    expect(rows.filter(({ day }) => day >= today)).toEqual([]);
    expect(await answered()).toEqual(await expected());
  });

  it('are read from what is kept, and not counted again', async () => {
    await query(
      `update reporting.day_figure set counts[1] = 7000
       where organisation_id = $1 and (figure, day) in (select figure, max(day) from reporting.day_figure group by 1)`,
      [organisationId],
    );
    const rows = await answered();
    const tampered = rows.filter((row) => row.includes('| 7000 |'));
    expect(new Set(tampered.map((row) => row.split(' | ')[0]))).toEqual(new Set(FIGURES));
    await query('update reporting.day_rollup set stale = true where organisation_id = $1', [organisationId]);
    expect(await answered()).toEqual(await expected());
    await keep();
    expect((await kept()).filter(({ stale }) => stale)).toEqual([]);
    expect(await answered()).toEqual(await expected());
  });

  it('deleted at random heal', async () => {
    for (let round = 0; round < 3; round += 1) {
      await query('delete from reporting.day_rollup where organisation_id = $1 and random() < 0.4', [
        organisationId,
      ]);
      expect(await answered()).toEqual(await expected());
      await keep();
      expect(await answered()).toEqual(await expected());
    }
  });

  describe('of months', () => {
    const long = { from: addDays(today, -80), to: days.to };
    const byMonth = async (): Promise<string[]> => {
      const asked = context();
      const by = { centre: true, dim: true, interval: 'MONTH' } as const;
      const scope = await centreScope(asked, null);
      const sums = await readFigures(asked, { scope, days: long, names: FIGURES, by });
      return text(FIGURES.flatMap((figure) => sums.of(figure)));
    };
    const expectedByMonth = async () => text(await independentFigures(query, organisationId, long, 'month'));
    const keepLong = () => keepDaysTask.run(long, context());
    const months = () =>
      query('select month from reporting.month_rollup where organisation_id = $1', [organisationId]);

    it('are what their days came to, and are read from what is kept', async () => {
      await keepLong();
      expect(await months()).not.toEqual([]);
      expect(await byMonth()).toEqual(await expectedByMonth());
      await query('update reporting.month_figure set counts[1] = 7000 where organisation_id = $1', [
        organisationId,
      ]);
      expect((await byMonth()).filter((row) => row.includes('| 7000 |'))).not.toEqual([]);
    });

    it.each([
      ['marked as stale', 'update reporting.day_rollup set stale = true'],
      ['deleted', 'delete from reporting.day_rollup'],
      ['moved to another calendar', "update reporting.day_rollup set time_zone = 'Asia/Tokyo'"],
    ])('are none from the moment that a day of each is %s, and heal', async (_, change) => {
      await query(
        `${change} where organisation_id = $1 and (service_centre_id, day) in (
           select service_centre_id, max(day) from reporting.day_rollup group by 1, date_trunc('month', day))`,
        [organisationId],
      );
      expect(await byMonth()).toEqual(await expectedByMonth());
      await keepLong();
      expect(await months()).not.toEqual([]);
      expect(await byMonth()).toEqual(await expectedByMonth());
    });

    it('are none when all days are thrown away at once', async () => {
      await query('truncate reporting.day_rollup');
      expect(await months()).toEqual([]);
      expect(await byMonth()).toEqual(await expectedByMonth());
    });
  });

  it('of another calendar are not those of this one: a centre that moves is counted anew', async () => {
    await query(
      `update customer.service_centre set time_zone = 'Asia/Tokyo' where organisation_id = $1 and code = 'C0'`,
      [organisationId],
    );
    expect(await answered()).toEqual(await expected());
    await keep();
    expect(await answered()).toEqual(await expected());
  });

  it('are asked for in two statements, however many days and centres', async () => {
    const statements: string[] = [];
    open.of('reporting').database.onStatement = (statement) => statements.push(statement);
    await answered();
    open.of('reporting').database.onStatement = null;
    expect(statements).toHaveLength(2);
  });

  it('are of one organisation', async () => {
    const [{ total } = { total: 0 }] = await query<{ total: number }>(
      'select count(*)::int as total from workshop.job_card where organisation_id = $1',
      [stranger],
    );
    expect(total).toBe(120);
    const asked = open.of('reporting').context(system(randomUUID()), FACTS);
    expect((await centreScope(asked, null)).centres).toEqual([]);
  });
});
