import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeLiteral } from 'pg';
import { migrate } from '../../program/migrate';
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
  shops: readonly Shop[];
  close(): Promise<void>;
}

interface Seeded {
  version: string;
  shops: Shop[];
}

/** A server with the seeded data, made now or found from an earlier run, and a copy of it for this run. */
export async function openDatabase(
  installation: Installation,
  sizes: Sizes,
  say: Say,
): Promise<BenchDatabase> {
  const folder = join(installation.folder, 'postgres');
  const server = await startEmbeddedPostgres({
    folder,
    database: 'bench',
    settings: { max_connections: '400' },
    say,
  });
  try {
    const { shops } =
      (await findSeeded(server.url, sizes)) ?? (await seed(server.url, installation, sizes, say));
    await onServer(server.url, copyOf(SEEDED, MEASURED));
    return {
      url: withDatabase(server.url, MEASURED),
      serverPid: Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]),
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

/** The seeded database says in its comment what it holds; without one, its seeding was interrupted. */
async function findSeeded(serverUrl: string, sizes: Sizes): Promise<Seeded | null> {
  const [row] = await onServer<{ comment: string | null }>(serverUrl, [
    `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = '${SEEDED}'`,
  ]);
  const seeded: Seeded | null = JSON.parse(row?.comment ?? 'null');
  return seeded?.version === versionOf(sizes) ? seeded : null;
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
  await onServer(serverUrl, [`comment on database ${SEEDED} is ${escapeLiteral(JSON.stringify(seeded))}`]);
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
