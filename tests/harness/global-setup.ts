import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../program/migrate';
import { logFile } from '../../shared/embedded/data-folder';
import { startEmbeddedPostgres } from '../../shared/embedded/postgres';
import { composeGraph } from '../../tools/compose';
import { ANSWERED_FOLDER } from './answered-folder';
import { createDatabase, sealTemplate, urlOf } from './databases';
import { deadlocksIn } from './deadlocks';
import { startEightProcesses, startOneProcess } from './eight-processes';
import { startTestRedis } from './redis';
import { publishRunState, type RunState } from './run-state';

type Stop = () => Promise<void>;
const TEMPLATE = 'liftbay_template';

/** Once a run: a PostgreSQL in memory where there is some, the migrated template, the composed graph. */
export default async function setUp(): Promise<void> {
  const stops: Stop[] = [];
  (globalThis as { tearDownRun?: Stop }).tearDownRun = () => stopAll(stops);
  try {
    publishRunState(await prepare(stops));
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

/** The last first. One that fails leaves none of the others running. */
async function stopAll(stops: readonly Stop[]): Promise<void> {
  const failures: unknown[] = [];
  for (const stop of stops.toReversed())
    await stop().catch((failure: unknown) => {
      failures.push(failure);
    });
  if (failures.length > 0) throw failures[0];
}

async function prepare(stops: Stop[]): Promise<RunState> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'liftbay-test-'));
  stops.push(async () => rmSync(folder, { recursive: true, force: true }));
  build();
  const clusterUrl = await cluster(folder, stops);
  const supergraphFile = join(folder, 'supergraph.graphql');
  const apiFile = join(folder, 'api.graphql');
  const composed = composeGraph();
  writeFileSync(supergraphFile, composed.supergraph);
  writeFileSync(apiFile, composed.api);
  const state: RunState = {
    clusterUrl,
    template: TEMPLATE,
    supergraphFile,
    apiFile,
    shape: process.env.TEST_SHAPE === 'eight' ? 'eight' : 'one',
    redisUrl: null,
    sharedGraph: null,
    secretKey: randomBytes(32).toString('base64url'),
    encryptionKeys: `k1:${randomBytes(32).toString('base64')}`,
  };
  // What is answered is asked of the one process; the other shape leaves that as it is.
  if (state.shape === 'one') rmSync(ANSWERED_FOLDER, { recursive: true, force: true });
  await createDatabase(clusterUrl, TEMPLATE);
  await migrate(urlOf(clusterUrl, TEMPLATE), state.secretKey);
  await sealTemplate(clusterUrl, TEMPLATE);
  const redis = await startTestRedis();
  stops.push(redis.stop);
  state.redisUrl = redis.url;
  publishRunState(state);
  const shared = await (state.shape === 'eight'
    ? startEightProcesses('shared', {})
    : startOneProcess('shared', {}));
  stops.push(async () => {
    await shared.stop();
    fail(shared.unexpected.told());
  });
  state.sharedGraph = { url: shared.url, databaseUrl: shared.databaseUrl };
  return state;
}

/** Tests that start processes start the compiled program. Whether the types are right, `npm run check` says. */
function build(): void {
  const compiler = require.resolve('typescript/package.json').replace('package.json', 'bin/tsc');
  const given = [compiler, '-p', 'tsconfig.build.json', '--noCheck'];
  const cwd = join(__dirname, '../..');
  execFileSync(process.execPath, given, { cwd });
  execFileSync('npm', ['run', '--silent', 'bundle'], { cwd });
}

async function cluster(folder: string, stops: Stop[]): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  const postgres = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' },
  });
  stops.push(async () => {
    await postgres.stop();
    fail(deadlocksIn(readFileSync(logFile(join(folder, 'postgres')), 'utf8')));
  });
  return postgres.url;
}

/** What a log told when all was over. It is written down as well where somebody reads what is left of a run. */
function fail(found: string | null): void {
  if (!found) return;
  if (process.env.TEST_FOUND) appendFileSync(process.env.TEST_FOUND, `${found}\n`);
  throw new Error(found);
}
