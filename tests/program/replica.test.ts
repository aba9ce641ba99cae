import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../program/migrate';
import { clusterFolder } from '../../shared/embedded/data-folder';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../shared/embedded/postgres';
import { createCustomer } from '../api/customers.fixtures';
import { type OneProcess, startOneProcess } from '../harness/eight-processes';
import { callersOf } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Shop } from '../harness/shop';
import { eventually, until } from '../harness/until';
import { cleanUp, newFolder } from './program.fixtures';

/** A server that follows another, as an installation has it: what reports read is as late as it is, and says so. */
let folder: string;
let primary: EmbeddedPostgres;
let standby: EmbeddedPostgres;
let program: OneProcess;
let onStandby: Client;
let shop: Shop;

const place = (name: string) => join(folder, name);
const QUICK = { fsync: 'off', synchronous_commit: 'off', wal_level: 'replica' };

beforeAll(async () => {
  folder = await newFolder();
  const made = await startEmbeddedPostgres({ folder: place('primary'), settings: QUICK });
  await made.stop();
  execFileSync('cp', ['-a', place('primary'), place('standby')]);
  primary = await startEmbeddedPostgres({ folder: place('primary'), settings: QUICK });
  await writeFile(join(clusterFolder(place('standby')), 'standby.signal'), '', { mode: 0o666 });
  const { hostname, port, username, password } = new URL(primary.url);
  standby = await startEmbeddedPostgres({
    folder: place('standby'),
    settings: {
      ...QUICK,
      hot_standby: 'on',
      primary_conninfo: `host=${hostname} port=${port} user=${username} password=${password}`,
    },
  });
  onStandby = new Client({ connectionString: standby.url });
  await onStandby.connect();
  await migrate(primary.url, runState().secretKey);
  program = await startOneProcess('replica', {
    DATABASE_URL: primary.url,
    REPORTING_DATABASE_URL: standby.url,
  });
  shop = await callersOf(program).shop();
});

afterAll(async () => {
  await onStandby?.end();
  await program?.stop();
  await standby?.stop();
  await primary?.stop();
  await cleanUp();
});

interface Health {
  systemHealth: { database: { status: string; replicaLagSeconds: number | null } };
}
const database = async () =>
  (await shop.admin.client.ask<Health>('{ systemHealth { database { status replicaLagSeconds } } }'))
    .systemHealth.database;

const logged = async (): Promise<number> =>
  (await shop.admin.client.ask<{ auditLogs: { totalCount: number } }>('{ auditLogs { totalCount } }'))
    .auditLogs.totalCount;

async function pauseState(): Promise<string> {
  const { rows } = await onStandby.query<{ state: string }>(
    'select pg_get_wal_replay_pause_state() as state',
  );
  return rows[0]!.state;
}

test('reports are read from the server that follows, and are as late as it is', async () => {
  await onStandby.query('select pg_wal_replay_pause()');
  await until('it follows no further', async () => (await pauseState()) === 'paused');
  const before = await logged();
  await createCustomer(shop.admin.client);
  expect(await logged()).toBe(before);
  await onStandby.query('select pg_wal_replay_resume()');
  await eventually(async () => expect(await logged()).toBeGreaterThan(before));
});

test('how late it is, is told', async () => {
  await createCustomer(shop.admin.client);
  await eventually(async () => {
    const { status, replicaLagSeconds } = await database();
    expect(status).toBe('OK');
    expect(replicaLagSeconds).toBeGreaterThanOrEqual(0);
  });
});
