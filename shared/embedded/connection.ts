import { Client, DatabaseError } from 'pg';
import { SUPERUSER } from './cluster';
import { poll } from './poll';
import { isAlive, type ProcessIdentity } from './processes';

/** A server that says it is starting may be replaying its log after a crash. */
const LONGEST_RECOVERY = 120_000;
const CONNECT_TIMEOUT = 2_000;

const CANNOT_CONNECT_NOW = '57P03';
const TOO_MANY_CONNECTIONS = '53300';

export function connectionUrl(port: number, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/**
 * Waits until the server lets us in ('ready') or knows better ('refused'), its process has ended ('gone'), or
 * nothing was heard of it for this long ('silent').
 */
export async function waitForAnswer(
  url: string,
  server: ProcessIdentity,
  patience: number,
): Promise<'ready' | 'refused' | 'gone' | 'silent'> {
  let lastHeard = performance.now();
  const answer = await poll(LONGEST_RECOVERY, async () => {
    const heard = await knock(url);
    if (heard === 'ready' || heard === 'refused') return heard;
    if (!(await isAlive(server))) return 'gone';
    if (heard === 'busy') lastHeard = performance.now();
    return performance.now() - lastHeard > patience ? 'silent' : undefined;
  });
  return answer ?? 'silent';
}

async function knock(url: string): Promise<'ready' | 'busy' | 'refused' | 'nothing'> {
  try {
    await withClient(url, async () => undefined);
    return 'ready';
  } catch (error) {
    if (!(error instanceof DatabaseError)) return 'nothing';
    return error.code === CANNOT_CONNECT_NOW || error.code === TOO_MANY_CONNECTIONS ? 'busy' : 'refused';
  }
}

/** Makes the database where it is missing; its encoding and locale are the cluster's. */
export async function ensureDatabase(port: number, password: string, database: string): Promise<void> {
  await withClient(connectionUrl(port, password, 'postgres'), async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  });
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({
    connectionString: url,
    ssl: false,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
  });
  // A connection that breaks while nobody awaits it must not end our process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
