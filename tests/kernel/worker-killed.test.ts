import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { roleUrl } from '../../shared/database/roles';
import { syncHandlers } from '../../shared/events/sync-handlers';
import { type RunningWorker, startWorker } from '../../shared/events/worker';
import { newId } from '../../shared/ids';
import { inventoryApp } from '../../subgraphs/inventory/app';
import { expectWithin, stopwatch } from '../harness/durations';
import { baseEnvironment } from '../harness/environment';
import { FACTS, system, useSubgraphs } from '../harness/subgraphs';
import { until } from '../harness/until';

const ROOT = join(__dirname, '../..');
const open = useSubgraphs();
const organisationId = newId();
let child: ChildProcess;
let survivor: RunningWorker | undefined;

afterAll(async () => {
  child?.kill('SIGKILL');
  await survivor?.stop();
});

/** The compiled program in its role of a worker. */
function startProgram(): ChildProcess {
  const env = { PATH: process.env.PATH, ...baseEnvironment(open.databaseUrl, 0) };
  return spawn(process.execPath, ['dist/main.js', 'worker'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function announceServiceCentre(): Promise<void> {
  const context = open.of('customer').context(system(organisationId), FACTS);
  await context.transaction(async (tx) => {
    tx.emit({
      name: 'ServiceCentreCreated',
      subjectType: 'ServiceCentre',
      subjectId: newId(),
      payload: { name: 'Store room' },
    });
  });
}

const heldJobs = async () =>
  (
    await open.admin.query<{ locked_by: string }>(
      'select locked_by from graphile_worker._private_jobs where locked_by is not null',
    )
  ).rows;

/** The handler's insert stands before the lock that the test holds: its transaction is open. */
const midway = async () =>
  (
    await open.admin.query(
      `select from pg_locks where not granted and relation = 'inventory.stock_location'::regclass`,
    )
  ).rows.length > 0;

test('a worker killed in the middle of a job leaves it undone, and another does it, once, within a minute', async () => {
  await syncHandlers(open.admin, [inventoryApp]);
  await open.admin.query('begin');
  await open.admin.query('lock table inventory.stock_location in access exclusive mode');
  child = startProgram();
  await announceServiceCentre();
  await until('the job is under way', midway);
  const [held] = await heldJobs();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const sinceKilled = stopwatch();
  await open.admin.query('commit');
  expect(await heldJobs()).toEqual([held]);

  const { kernel } = open.foundation;
  survivor = await startWorker({
    subgraphs: [open.of('inventory')],
    url: roleUrl(open.databaseUrl, kernel.secrets.secretKey, 'worker'),
    kernel,
    concurrency: 2,
  });
  const count = async (from: string) =>
    (await open.admin.query<{ many: number }>(`select count(*)::integer as many from ${from}`)).rows[0]!.many;
  await until('the queue is empty', async () => (await count('graphile_worker._private_jobs')) === 0);
  expectWithin('the job of a killed worker', sinceKilled(), 60);
  expect(await count('inventory.stock_location')).toBe(1);
  expect(await count('platform.inbox')).toBe(1);
});
