import 'reflect-metadata';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRedisMock } from 'js-redis-server';
import { migrate } from '../program/migrate';
import { startEmbeddedPostgres } from '../shared/embedded/postgres';
import { type Environment, readEnvironment } from '../shared/environment';
import { loadSecrets } from '../shared/secrets';
import { type Common, PROCESS_ROLES, roleEnvironment } from './processes/role-environment';
import { Supervised } from './processes/supervised';
import { toldToStop } from './processes/told-to-stop';

type Stop = () => Promise<unknown>;

const WIDTH = Math.max(...PROCESS_ROLES.map((role) => role.length));
const say = (who: string, line: string): void => console.log(`${who.padEnd(WIDTH)} | ${line}`);

/**
 * `npm run processes`: the eight roles as processes on this machine. DATABASE_URL and REDIS_URL say where they
 * keep things; without, this process brings a PostgreSQL and a Redis of its own.
 */
async function main(): Promise<void> {
  const told = toldToStop();
  const stops: Stop[] = [];
  try {
    const common = await prepare(readEnvironment(process.env), stops);
    const processes = PROCESS_ROLES.map(
      (role) =>
        new Supervised({
          args: [join(__dirname, '..', 'main.js'), role],
          environment: { ...process.env, ...roleEnvironment(role, common) },
          say: (line) => say(role, line),
        }),
    );
    stops.push(() => Promise.all(processes.map((child) => child.stop())));
    for (const child of processes) child.start();
    void tellWhenReady(`http://127.0.0.1:${common.firstPort}`);
    say('all', `stopping after ${await told}`);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function prepare(environment: Environment, stops: Stop[]): Promise<Common> {
  const { secretKey, encryptionKeys } = loadSecrets(environment);
  const databaseUrl = environment.databaseUrl ?? (await ownPostgres(environment, stops));
  const ran = await migrate(databaseUrl, secretKey);
  say('all', ran.length ? `migrated: ${ran.join(', ')}` : 'nothing to migrate');
  const redisUrl = environment.redisUrl ?? (await ownRedis(stops));
  return { firstPort: environment.port, databaseUrl, redisUrl, secretKey, encryptionKeys };
}

async function ownPostgres(environment: Environment, stops: Stop[]): Promise<string> {
  const postgres = await startEmbeddedPostgres({
    folder: join(environment.dataFolder, 'postgres'),
    say: (line) => say('postgres', line),
  });
  stops.push(() => postgres.stop());
  return postgres.url;
}

async function ownRedis(stops: Stop[]): Promise<string> {
  const redis = await createRedisMock();
  stops.push(() => redis.close());
  const [address] = redis.addresses();
  return `redis://${address!.host}:${address!.port}`;
}

async function tellWhenReady(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return say('all', `ready at ${url}`);
    await pause(200, undefined, { ref: false });
  }
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(`The processes cannot start: ${error.message}`);
    process.exit(1);
  },
);
