import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { SUBGRAPHS } from '../../shared/environment';
import { cloneDatabase } from './databases';
import { baseEnvironment } from './environment';
import { ownPort } from './own-port';
import { runState } from './run-state';
import { Unexpected } from './unexpected';

const ROOT = join(__dirname, '../..');
const START_PATIENCE_MS = 180_000;

export interface EightProcesses {
  url: string;
  databaseUrl: string;
  urlOf(role: string): string;
  /** What went wrong on the program's own side so far. */
  unexpected: Unexpected;
  /** Ends one role, the hard way unless told otherwise; `again` starts it on the same port, with more said if need be. */
  kill(role: string, signal?: 'SIGTERM'): Promise<{ again(more?: Record<string, string>): Promise<void> }>;
  stop(): Promise<void>;
}

/** Gateway, six subgraphs and worker, each a process of its own over HTTP and Redis. */
export async function startEightProcesses(
  label: string,
  extra: Record<string, string>,
): Promise<EightProcesses> {
  const database = await cloneDatabase(label);
  const roles = ['gateway', ...SUBGRAPHS, 'worker'] as const;
  const ports = new Map<string, number>();
  for (const role of roles) ports.set(role, await ownPort());
  const urls = Object.fromEntries(
    SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports.get(name)}/graphql`]),
  );
  const children = new Map<string, ChildProcess>();
  const unexpected = new Unexpected();
  // Files that one role takes in, another serves: they share the folder, as containers share a volume or a bucket.
  const { DATA_FOLDER } = baseEnvironment(database.url, 0);
  const start = (role: string, more: Record<string, string> = {}) => {
    const port = String(ports.get(role));
    const environment = {
      ...baseEnvironment(database.url, Number(port)),
      DATA_FOLDER: DATA_FOLDER!,
      PUBLIC_URL: `http://127.0.0.1:${ports.get('gateway')}`,
      GATEWAY_URL: `http://127.0.0.1:${ports.get('gateway')}`,
      REDIS_URL: runState().redisUrl!,
      ...urls,
      ...extra,
      ...more,
    };
    children.set(role, launch(role, environment, unexpected));
  };
  for (const role of roles) start(role);
  const url = `http://127.0.0.1:${ports.get('gateway')}`;
  // The gateway answers for the subgraphs; of the worker it knows nothing.
  const allReady = async () => {
    await untilReady(`${url}/readyz`, children);
    await untilReady(`http://127.0.0.1:${ports.get('worker')}/healthz`, children);
  };
  const stop = async () => {
    await Promise.all([...children.values()].map((child) => ended(child, 'SIGTERM')));
    await database.drop();
  };
  try {
    await allReady();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    databaseUrl: database.url,
    urlOf: (role) => `http://127.0.0.1:${ports.get(role)}`,
    unexpected,
    async kill(role, signal) {
      await ended(children.get(role)!, signal ?? 'SIGKILL');
      return {
        again: async (more) => {
          start(role, more);
          await allReady();
        },
      };
    },
    stop,
  };
}

export interface OneProcess extends Pick<EightProcesses, 'url' | 'databaseUrl' | 'unexpected' | 'stop'> {
  /** Ends it in order, and starts it again on the same port. */
  restart(): Promise<void>;
}

/** The whole program in one process, as `npm start` runs it, on a database of its own. */
export async function startOneProcess(label: string, extra: Record<string, string>): Promise<OneProcess> {
  const database = await cloneDatabase(label);
  const port = await ownPort();
  const environment = { ...baseEnvironment(database.url, port), ...extra };
  const unexpected = new Unexpected();
  const start = () => launch('all', environment, unexpected);
  let child = start();
  const url = `http://127.0.0.1:${port}`;
  const ready = () => untilReady(`${url}/readyz`, new Map([['all', child]]));
  const stop = async () => {
    await ended(child, 'SIGTERM');
    await database.drop();
  };
  try {
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }
  const restart = async () => {
    await ended(child, 'SIGTERM');
    child = start();
    await ready();
  };
  return { url, databaseUrl: database.url, unexpected, restart, stop };
}

function launch(role: string, environment: Record<string, string>, unexpected: Unexpected): ChildProcess {
  const child = spawn(process.execPath, ['dist/main.js', role], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let last = '';
  createInterface({ input: child.stderr! }).on('line', (line) => {
    last = `${last}${line}\n`.slice(-4000);
    unexpected.hear(line);
  });
  child.on('exit', (code) => {
    if (code) console.error(`${role} ended with ${code}:\n${last}`);
  });
  return child;
}

async function untilReady(url: string, children: Map<string, ChildProcess>): Promise<void> {
  const until = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const gone = [...children].find(([, child]) => child.exitCode !== null);
    if (gone) throw new Error(`${gone[0]} ended while the others were starting.`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    if (Date.now() > until) throw new Error(`Not ready in time: ${url} ${await response?.text()}`);
    await pause(100);
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}
