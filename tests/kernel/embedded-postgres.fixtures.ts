import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from '@swc/core';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../shared/embedded/postgres';
import { identify } from '../../shared/embedded/processes';

const SOURCES = resolve(__dirname, '../../shared/embedded');
const FAST = { fsync: 'off', full_page_writes: 'off', shared_buffers: '16MB' };

/** An instance that a test can kill. Listening to its parent keeps it, and nothing else does. */
const OWNER_SCRIPT = `
  const { startEmbeddedPostgres } = require('./postgres.js');
  process.on('message', () => undefined);
  process.on('SIGINT', () => process.send({ interrupted: true }));
  startEmbeddedPostgres({ folder: process.argv[2], settings: JSON.parse(process.argv[3]) }).then(
    ({ url, adopted }) => process.send({ url, adopted }),
    (error) => process.send({ error: error.message }),
  );`;

interface OwnerMessage {
  url?: string;
  error?: string;
  adopted?: boolean;
  interrupted?: boolean;
}

let base: string;
const running: EmbeddedPostgres[] = [];
const owners: ChildProcess[] = [];
const ownedFolders = new Set<string>();

/** The folder that all of a test file's data folders are in. */
export async function makeBase(): Promise<string> {
  base = await mkdtemp(join(fastDisk(), 'liftbay-embedded-'));
  await chmod(base, 0o755);
  compileOwnerScript(join(base, 'compiled'));
  return base;
}

export const removeBase = () => rm(base, { recursive: true, force: true });

/** Everything that the test started, and the servers that its killed owners left. */
export async function stopAll(): Promise<void> {
  await killOwners();
  for (const postgres of running.splice(0)) await postgres.stop();
  for (const folder of ownedFolders) {
    ownedFolders.delete(folder);
    if (existsSync(join(folder, 'cluster/postmaster.pid'))) await (await start(folder)).stop();
  }
}

export async function start(
  folder: string,
  settings: Record<string, string> = FAST,
): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ folder, settings });
  running.push(postgres);
  return postgres;
}

/** Memory where there is any to write to: it makes initdb twice as fast. */
function fastDisk(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return realpathSync(tmpdir());
  }
}

/** A process that can be killed needs the sources as JavaScript that plain node runs. */
function compileOwnerScript(folder: string): void {
  mkdirSync(folder);
  for (const name of readdirSync(SOURCES)) {
    const { code } = transformSync(readFileSync(join(SOURCES, name), 'utf8'), {
      ...{ swcrc: false, jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
      module: { type: 'commonjs' },
    });
    writeFileSync(join(folder, name.replace(/ts$/, 'js')), code);
  }
  symlinkSync(resolve(__dirname, '../../node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'owner.js'), OWNER_SCRIPT);
}

/** In a process group of its own, so that a test can play the terminal. */
export function startOwner(
  folder: string,
  settings: Record<string, string> = FAST,
  environment: Record<string, string> = {},
): ChildProcess {
  const owner = fork(join(base, 'compiled/owner.js'), [folder, JSON.stringify(settings)], {
    detached: true,
    execArgv: [],
    env: { ...process.env, ...environment },
  });
  owners.push(owner);
  ownedFolders.add(folder);
  return owner;
}

export async function nextMessage(owner: ChildProcess): Promise<OwnerMessage> {
  const [message] = await once(owner, 'message');
  return message;
}

export async function killOwners(): Promise<void> {
  for (const owner of owners.splice(0)) {
    const ended = once(owner, 'exit');
    if (owner.kill('SIGKILL')) await ended;
  }
}

export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connect(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function postmasterPid(folder: string): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8'), 10);
}

export async function serverProcesses(url: string, folder: string): Promise<number[]> {
  const rows = await query(url, 'select pid from pg_stat_activity where pid <> pg_backend_pid()');
  return [await postmasterPid(folder), ...rows.map((row) => Number(row.pid))];
}

export async function living(pids: number[]): Promise<number[]> {
  const found = await Promise.all(pids.map((pid) => identify(pid)));
  return pids.filter((_pid, index) => found[index] !== undefined);
}
