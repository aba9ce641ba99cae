import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { connectionUrl } from '../../shared/embedded/connection';
import { poll } from '../../shared/embedded/poll';
import { identify, type ProcessIdentity, sendSignal, waitUntilGone } from '../../shared/embedded/processes';
import type { User } from '../../shared/embedded/server-user';
import { GraphClient } from '../harness/client';
import { type Lasted, waitedForProcessor } from '../harness/durations';
import { ownPort } from '../harness/own-port';

/** The program as a person starts it: compiled, in a process group of its own, with nothing in its environment. */
export const ROOT = join(__dirname, '../..');
const PATIENCE_MS = 60_000;

export interface StartOptions {
  folder: string;
  command?: string;
  environment?: Record<string, string>;
  user?: User;
  /** Where node and the checkout are, when not here. */
  node?: string;
  root?: string;
}

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

const started: Program[] = [];
const folders: string[] = [];

export class Program {
  stdout = '';
  stderr = '';
  readonly begun = performance.now();
  readonly ended: Promise<Ending>;
  private readonly child: ChildProcess;

  private constructor(
    options: StartOptions,
    private readonly port: number,
  ) {
    const { folder, command, environment = {}, user, node = process.execPath, root = ROOT } = options;
    this.child = spawn(node, ['dist/main.js', ...(command ? [command] : [])], {
      cwd: root,
      env: { PATH: process.env.PATH, DATA_FOLDER: folder, PORT: String(port), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...user,
    });
    this.child.stdout!.on('data', (text) => {
      this.stdout += text;
    });
    this.child.stderr!.on('data', (text) => {
      this.stderr += text;
    });
    this.ended = once(this.child, 'close').then(([code, signal]) => ({ code, signal }));
    started.push(this);
  }

  static async start(options: StartOptions): Promise<Program> {
    return new Program(options, Number(options.environment?.PORT ?? (await ownPort())));
  }

  get pid(): number {
    return this.child.pid!;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  client(token: string | null = null): GraphClient {
    return new GraphClient(this.url, token);
  }

  /** What a terminal does at Ctrl-C: everybody in the group gets the signal. */
  interrupt(): void {
    process.kill(-this.pid, 'SIGINT');
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Waits until the condition holds; an error with all that was said when the program ends before. */
  async until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
    const found = await poll(PATIENCE_MS, async () => {
      const answer = await ask();
      if (answer === undefined && !this.running) throw new Error(`It ended before ${what}:\n${this.output}`);
      return answer;
    });
    if (found === undefined) throw new Error(`Not in time: ${what}\n${this.output}`);
    return found;
  }

  said(pattern: RegExp): Promise<RegExpExecArray> {
    return this.until(`it said ${pattern}`, () => pattern.exec(this.stdout) ?? undefined);
  }

  /** The graph answers its first query. */
  async answers(): Promise<Lasted> {
    await this.until('the first answer', async () => {
      const answer = await this.client()
        .send('{ __typename }')
        .catch(() => null);
      return answer?.status === 200 || undefined;
    });
    const seconds = (performance.now() - this.begun) / 1000;
    return { seconds, waited: waitedForProcessor(this.pid) };
  }

  private get output(): string {
    return `${this.stdout}\n${this.stderr}`;
  }
}

/** A folder that every user can enter; gone when the file's tests are done. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liftbay-program-'));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** The server of a data folder that runs now. */
export async function runningPostgres(folder: string) {
  const file = join(folder, 'postgres/cluster/postmaster.pid');
  return existsSync(file) ? identify(Number.parseInt(readFileSync(file, 'utf8'), 10)) : undefined;
}

/** All of its processes. */
export async function postgresProcesses(folder: string): Promise<ProcessIdentity[]> {
  const read = (name: string) => readFileSync(join(folder, 'postgres', name), 'utf8');
  const [pid, , , port] = read('cluster/postmaster.pid').split('\n').map(Number);
  const client = new Client({ connectionString: connectionUrl(port!, read('password'), 'postgres') });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where pid <> pg_backend_pid()',
  );
  await client.end();
  const found = await Promise.all([pid!, ...rows.map((row) => row.pid)].map(identify));
  return found.filter((process) => process !== undefined);
}

/** Which of them run still, after the moment that a killed one needs to be gone. */
export async function stillAlive(processes: ProcessIdentity[]): Promise<ProcessIdentity[]> {
  const gone = await Promise.all(processes.map((process) => waitUntilGone(process, 10_000)));
  return processes.filter((_process, index) => !gone[index]);
}

/** What only a running or an interrupted program has in its data folder. */
export function traces(folder: string): string[] {
  const names = (path: string) => (existsSync(path) ? readdirSync(path) : []);
  return [
    ...names(join(folder, 'postgres')).filter((name) => /^(owner-|initdb-)/.test(name)),
    ...names(join(folder, 'postgres/cluster')).filter((name) => name === 'postmaster.pid'),
    ...names(folder).filter((name) => /^secrets\.json./.test(name)),
  ];
}

/** Ends whatever a failed test left: the programs, and the servers of those that were killed. */
export async function cleanUp(): Promise<void> {
  for (const program of started.splice(0)) {
    if (!program.running) continue;
    program.signal('SIGKILL');
    await program.ended;
  }
  for (const folder of folders.splice(0)) {
    const server = await runningPostgres(folder);
    if (server) {
      await sendSignal(server, 'SIGINT');
      await waitUntilGone(server, 10_000);
    }
    await rm(folder, { recursive: true, force: true });
  }
}
