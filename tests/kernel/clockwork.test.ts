import { Pool } from 'pg';
import type { ClockworkItem, Span } from '../../shared/clockwork/clockwork';
import { timesOf } from '../../shared/clockwork/clockwork-task';
import { useSubgraphs } from '../harness/subgraphs';
import { until } from '../harness/until';
import { Bench } from './worker.fixtures';

/** What the program does by the clock: once each time, in the organisation's zone, and late only once. */
const open = useSubgraphs();
let bench: Bench;
beforeEach(() => {
  bench = new Bench(open);
});
afterEach(async () => {
  await bench.clear();
  await bench.sql('delete from platform.clockwork');
  await bench.sql('delete from platform.tenant_clock');
});

const idle = async (): Promise<void> => {};
const item = (name: string, at: ClockworkItem['at'], run: ClockworkItem['run'] = idle): ClockworkItem => ({
  name,
  at,
  run,
});

const liveIn = (timeZone: string) =>
  bench.sql('insert into platform.tenant_clock (organisation_id, time_zone) values ($1, $2)', [
    bench.organisationId,
    timeZone,
  ]);

const tick = async (items: ClockworkItem[], at: string): Promise<number> => {
  const [row] = await bench.sql<{ made: number }>('select platform.tick($1, $2) as made', [
    JSON.stringify(items.map(timesOf)),
    at,
  ]);
  return row!.made;
};

/** From as many connections. */
async function tickTogether(many: number, items: ClockworkItem[], at: string): Promise<number[]> {
  const pool = new Pool({ connectionString: open.databaseUrl, max: many });
  await Promise.all(Array.from({ length: many }, () => pool.query('select 1')));
  const values = [JSON.stringify(items.map(timesOf)), at];
  const answers = await Promise.all(
    Array.from({ length: many }, () =>
      pool.query<{ made: number }>('select platform.tick($1, $2) as made', values),
    ),
  );
  await pool.end();
  return answers.map(({ rows }) => rows[0]!.made);
}

interface QueuedJob {
  organisationId: string;
  item: string;
  since: string;
  until: string;
}
const queued = async (): Promise<QueuedJob[]> => {
  const rows = await bench.sql<{ payload: QueuedJob }>(
    'select payload from graphile_worker._private_jobs order by id',
  );
  return rows.map(({ payload }) => payload);
};
const spans = async () =>
  (await queued()).map(({ since, until: end }) => [
    new Date(since).toISOString(),
    new Date(end).toISOString(),
  ]);

/** The runs of a day's item in a zone, one after the other. */
async function runsOf(daily: string, zone: string, after: string, many: number): Promise<string[]> {
  const runs: string[] = [];
  for (let last = after; runs.length < many; last = runs.at(-1)!) {
    const [row] = await bench.sql<{ run: Date }>('select platform.next_run(null, $1, $2, $3) as run', [
      daily,
      zone,
      last,
    ]);
    runs.push(row!.run.toISOString());
  }
  return runs;
}

describe('a time of day', () => {
  beforeEach(() => bench.prepare([]));
  test.each([
    ['Europe/Rome', '09:00', '2026-03-28T00:00:00Z', ['28T08:00', '29T07:00', '30T07:00']],
    // 02:30 is not there on the 29th.
    ['Europe/Rome', '02:30', '2026-03-28T00:00:00Z', ['28T01:30', '29T01:30', '30T00:30']],
    // 02:30 is there twice on the 25th.
    ['Europe/Rome', '02:30', '2026-10-24T00:00:00Z', ['24T00:30', '25T01:30', '26T01:30']],
    // The clock goes from 24:00 of the 3rd to 01:00 of the 4th.
    ['America/Sao_Paulo', '00:00', '2018-11-03T00:00:00Z', ['03T03:00', '04T03:00', '05T02:00']],
    // By half an hour.
    ['Australia/Lord_Howe', '02:15', '2026-10-02T20:00:00Z', ['03T15:45', '04T15:15', '05T15:15']],
    ['Australia/Lord_Howe', '01:45', '2026-04-03T20:00:00Z', ['04T15:15', '05T15:15', '06T15:15']],
  ])('in %s at %s comes once a date', async (zone, daily, after, expected) => {
    const runs = await runsOf(daily, zone, after, 3);
    expect(runs.map((run) => run.slice(8, 16))).toEqual(expected);
  });
});

describe('the tick', () => {
  const minutely = item('minutely', { everyMinutes: 15 });
  const nightly = item('nightly', { daily: '03:00' });
  beforeEach(async () => {
    await bench.prepare([]);
    await liveIn('Europe/Rome');
  });

  test('begins an item without running it, and runs it when its time has come', async () => {
    expect(await tick([minutely, nightly], '2026-11-20T01:50:00Z')).toBe(0);
    expect(await tick([minutely, nightly], '2026-11-20T01:59:59Z')).toBe(0);
    expect(await tick([minutely, nightly], '2026-11-20T02:00:00Z')).toBe(2);
    expect((await queued()).map((job) => job.item).sort()).toEqual(['minutely', 'nightly']);
    expect(await tick([minutely, nightly], '2026-11-20T02:00:30Z')).toBe(0);
    expect(await tick([minutely, nightly], '2026-11-20T02:15:00Z')).toBe(1);
  });

  test('leaves no moment out and takes none twice', async () => {
    await tick([minutely], '2026-11-20T01:50:00Z');
    for (const at of ['02:00:10', '02:15:40', '02:31:00']) await tick([minutely], `2026-11-20T${at}Z`);
    expect(await spans()).toEqual([
      ['2026-11-20T01:50:00.000Z', '2026-11-20T02:00:10.000Z'],
      ['2026-11-20T02:00:10.000Z', '2026-11-20T02:15:40.000Z'],
      ['2026-11-20T02:15:40.000Z', '2026-11-20T02:31:00.000Z'],
    ]);
  });

  test('makes one job of all that a stop missed', async () => {
    await tick([minutely, nightly], '2026-11-20T01:50:00Z');
    expect(await tick([minutely, nightly], '2026-11-24T12:07:00Z')).toBe(2);
    expect(await spans()).toEqual(Array(2).fill(['2026-11-20T01:50:00.000Z', '2026-11-24T12:07:00.000Z']));
    expect(await tick([minutely, nightly], '2026-11-24T12:14:00Z')).toBe(0);
    expect(await tick([minutely, nightly], '2026-11-24T12:15:00Z')).toBe(1);
  });

  test('of fifty at once, one makes the job', async () => {
    await tick([minutely], '2026-11-20T01:50:00Z');
    const made = await tickTogether(50, [minutely], '2026-11-20T02:00:00Z');
    expect(made.filter((many) => many > 0)).toEqual([1]);
    expect(await queued()).toHaveLength(1);
  });

  test('leaves alone what it does not know: a newer program’s worker runs that', async () => {
    await tick([minutely, nightly], '2026-11-20T01:50:00Z');
    expect(await tick([minutely], '2026-11-21T01:50:00Z')).toBe(1);
    expect(await tick([nightly], '2026-11-21T01:51:00Z')).toBe(1);
  });

  test('follows the organisation into another zone', async () => {
    await tick([nightly], '2026-11-20T01:50:00Z');
    await tick([nightly], '2026-11-20T02:00:00Z');
    await bench.sql("update platform.tenant_clock set time_zone = 'Africa/Nairobi'");
    expect(await tick([nightly], '2026-11-21T02:00:00Z')).toBe(1);
    expect(await tick([nightly], '2026-11-21T23:59:59Z')).toBe(0);
    expect(await tick([nightly], '2026-11-22T00:00:00Z')).toBe(1);
  });
});

test('an item runs in its subgraph, for its organisation, by either of two workers, once', async () => {
  const ran: { organisation: string | null; subgraph: string; span: Span }[] = [];
  const probe = item('probe', { everyMinutes: 1 }, async (context, span) => {
    ran.push({ organisation: context.identity.organisationId, subgraph: context.app.name, span });
  });
  await bench.prepare([], [], [probe]);
  await liveIn('Europe/Rome');
  await tick([probe], '2026-11-20T01:50:00Z');
  await bench.startWorker();
  await bench.startWorker();
  for (let copy = 0; copy < 10; copy += 1) await bench.sql("select graphile_worker.add_job('tick')");
  await until('it ran', async () => ran.length > 0);
  await bench.untilIdle();
  const { organisationId } = bench;
  // A minute may begin meanwhile; then it runs for that one as well, and no moment is in both.
  for (const [n, run] of ran.entries()) {
    expect(run).toMatchObject({ organisation: organisationId, subgraph: 'inventory' });
    expect(run.span.since).toEqual(n === 0 ? new Date('2026-11-20T01:50:00Z') : ran[n - 1]!.span.until);
  }
  expect(ran.length).toBeLessThanOrEqual(2);
});
