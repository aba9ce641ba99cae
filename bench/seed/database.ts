import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeLiteral } from 'pg';
import { migrate } from '../../program/migrate';
import { logFile } from '../../shared/embedded/data-folder';
import { startEmbeddedPostgres } from '../../shared/embedded/postgres';
import { type Installation, installationEnvironment } from '../contenders/installation';
import { startWhole } from '../contenders/ours';
import { ROOT } from '../place';
import type { Say } from '../say';
import { fill } from './fill';
import { openShops, type Shop } from './shops';
import type { Sizes } from './sizes';

const SEEDED = 'bench_seeded';
const MEASURED = 'bench_measured';

export interface BenchDatabase {
  /** The administrator's, of a database that is as it was seeded. */
  url: string;
  /** The server's own process, whose children serve the connections. */
  serverPid: number;
  /** The file that the server writes its log to. */
  serverLog: string;
  shops: readonly Shop[];
  close(): Promise<void>;
}

interface Seeded {
  version: string;
  shops: Shop[];
}

/** What is filled in on top of the seeded data, into a database that stays for the next run. */
export interface Addition {
  database: string;
  /** The compiled files that it follows from, below `dist`. */
  madeBy: readonly string[];
  fill(databaseUrl: string): Promise<void>;
}

/**
 * A server with the seeded data, made now or found from an earlier run, and a copy of it for this run; or with an
 * addition, that is made once, too, and then used as the last run left it.
 */
export async function openDatabase(
  installation: Installation,
  sizes: Sizes,
  say: Say,
  addition: Addition | null = null,
): Promise<BenchDatabase> {
  const folder = join(installation.folder, 'postgres');
  const server = await startEmbeddedPostgres({
    folder,
    database: 'bench',
    settings: {
      max_connections: '400',
      max_wal_size: '4GB',
      // Whose statement took how long: what reports are measured by.
      log_line_prefix: '%m [%p] %u ',
      // When what was committed: what updates are measured from.
      track_commit_timestamp: 'on',
    },
    say,
  });
  try {
    const version = versionOf(sizes);
    const { shops } =
      (await findMade(server.url, SEEDED, version)) ?? (await seed(server.url, installation, sizes, say));
    if (addition) await add(server.url, addition, { version, shops });
    else await onServer(server.url, copyOf(SEEDED, MEASURED));
    return {
      url: withDatabase(server.url, addition?.database ?? MEASURED),
      serverPid: Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]),
      serverLog: logFile(folder),
      shops,
      async close() {
        await onServer(server.url, [`drop database if exists ${MEASURED} with (force)`]);
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A database says in its comment what it holds; without one, its seeding was interrupted. */
async function findMade(serverUrl: string, database: string, version: string): Promise<Seeded | null> {
  const [row] = await onServer<{ comment: string | null }>(serverUrl, [
    `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = '${database}'`,
  ]);
  const made: Seeded | null = JSON.parse(row?.comment ?? 'null');
  return made?.version === version ? made : null;
}

const finished = (database: string, made: Seeded): string =>
  `comment on database ${database} is ${escapeLiteral(JSON.stringify(made))}`;

async function add(serverUrl: string, { database, madeBy, fill }: Addition, seeded: Seeded): Promise<void> {
  const hash = createHash('sha256').update(seeded.version);
  for (const file of madeBy) hash.update(readFileSync(join(ROOT, 'dist', file)));
  const made = { ...seeded, version: hash.digest('hex') };
  if (await findMade(serverUrl, database, made.version)) return;
  await onServer(serverUrl, copyOf(SEEDED, database));
  await fill(withDatabase(serverUrl, database));
  await onServer(serverUrl, [finished(database, made)]);
}

async function seed(serverUrl: string, installation: Installation, sizes: Sizes, say: Say): Promise<Seeded> {
  say(`Seeding ${sizes.jobCards} job cards, ${sizes.vehicles} vehicles, ${sizes.customers} customers …`);
  await onServer(serverUrl, [`drop database if exists ${SEEDED} with (force)`, `create database ${SEEDED}`]);
  const url = withDatabase(serverUrl, SEEDED);
  await migrate(url, installation.secretKey);
  const program = await startWhole(installationEnvironment(installation, url), installation);
  const shops = await openShops(program.url).finally(() => program.child.stop());
  await fill(url, { shops, sizes, encryptionKeys: installation.encryptionKeys }, say);
  const seeded = { version: versionOf(sizes), shops };
  await onServer(serverUrl, [finished(SEEDED, seeded)]);
  return seeded;
}

/** What the data follows from: how much, how it is made, and the tables that it goes into. */
function versionOf(sizes: Sizes): string {
  const hash = createHash('sha256').update(JSON.stringify(sizes));
  for (const folder of ['bench/seed', 'migrations'])
    for (const name of readdirSync(join(ROOT, 'dist', folder), { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.js')) hash.update(readFileSync(join(ROOT, 'dist', folder, name)));
  return hash.digest('hex');
}

const copyOf = (from: string, to: string): string[] => [
  `drop database if exists ${to} with (force)`,
  `create database ${to} template ${from} strategy file_copy`,
];

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Gives the rows of the last statement. */
async function onServer<T extends object>(url: string, statements: readonly string[]): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: T[] = [];
    for (const statement of statements) rows = (await client.query<T>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}
