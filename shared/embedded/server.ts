import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type Binaries, cannotRun, PROGRAM_ENVIRONMENT } from './binaries';
import { connectionUrl, waitForAnswer } from './connection';
import { clusterFolder, logFile, WHAT_TO_DO } from './data-folder';
import { freePort } from './free-port';
import { identify, type ProcessIdentity, sendSignal, waitUntilGone } from './processes';
import { complaint, openServerLog, type ServerLog } from './server-log';
import { type User, workingFolderName } from './server-user';

export interface Server {
  readonly process: ProcessIdentity;
  readonly port: number;
}

export interface LaunchOptions {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly user: User | undefined;
  readonly password: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** For a developer's machine of two cores; the caller's settings win over these. */
const DEFAULTS = {
  max_connections: '200',
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What a killed process left running (and locking) ends soon, though nobody reads its result.
  client_connection_check_interval: '2s',
};

const PATIENCE = 30_000;

/** Passes by itself: somebody took our port; the last processes of a killed server are still ending. */
const PASSING = /Address already in use|is still in use/;
const PASSES_WITHIN = 10_000;

/** Starts PostgreSQL on the cluster, and waits until it lets us in. */
export async function launch(options: LaunchOptions): Promise<Server> {
  const giveUp = performance.now() + PASSES_WITHIN;
  for (;;) {
    const log = await openServerLog(options.folder);
    const server = await spawnServer(options, log).finally(() => log.close());
    const url = connectionUrl(server.port, options.password, 'postgres');
    const answer = await waitForAnswer(url, server.process, PATIENCE);
    if (answer === 'ready') return server;
    await stopHungServer(server.process);
    const said = await log.lastLines();
    const passing = answer === 'gone' && PASSING.test(said);
    if (!passing || performance.now() > giveUp) throw notStarted(options.folder, answer, said);
    await delay(100);
  }
}

const REASONS = {
  gone: 'did not start on',
  silent: 'does not answer on',
  refused: 'does not take the kept password in',
};

function notStarted(folder: string, answer: keyof typeof REASONS, said: string): Error {
  return new Error(
    `PostgreSQL ${REASONS[answer]} the data folder ${folder}: ${complaint(said)}. ${WHAT_TO_DO} Its log is ${logFile(folder)}.`,
  );
}

/** In a session of its own, so that a Ctrl-C in the terminal reaches us and leaves it up while we drain. */
async function spawnServer(options: LaunchOptions, log: ServerLog): Promise<Server> {
  const { binaries, user, settings } = options;
  const cluster = clusterFolder(options.folder);
  const port = await freePort();
  const given = Object.entries({
    ...DEFAULTS,
    ...settings,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    log_destination: 'stderr',
    logging_collector: 'off',
    [CLUSTER_MARK]: await clusterMark(cluster),
  });
  const flags = given.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', await workingFolderName(user, cluster), ...flags], {
    ...user,
    cwd: cluster,
    env: PROGRAM_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  await once(child, 'spawn').catch((error) => {
    throw cannotRun(binaries.postgres, error);
  });
  child.unref();
  const pid = child.pid ?? 0;
  return { process: (await identify(pid)) ?? { pid, startedAt: 'ended at once' }, port };
}

const CLUSTER_MARK = 'liftbay.cluster';

/**
 * Says in the server's own command line which folder it serves, for who finds it later: by device and inode,
 * which a moved folder keeps and a copied one does not.
 */
export async function clusterMark(cluster: string): Promise<string> {
  const { dev, ino } = await stat(cluster, { bigint: true });
  return `${dev}:${ino}`;
}

export const serves = (commandLine: string, mark: string): boolean =>
  `${commandLine} `.includes(` ${CLUSTER_MARK}=${mark} `);

/** A signal, and how long the server may take over it. */
type WayToStop = readonly [NodeJS.Signals, number];

const AT_ONCE: readonly WayToStop[] = [
  ['SIGQUIT', 3_000],
  ['SIGKILL', 5_000],
];

/** Fast shutdown first: open transactions are rolled back, and everything is on disk when it has ended. */
const GENTLY: readonly WayToStop[] = [['SIGINT', 10_000], ...AT_ONCE];

export const stopServer = (server: ProcessIdentity): Promise<void> => stop(server, GENTLY);

/** For one that does not answer. It loses nothing that was committed: the next start replays its log. */
export const stopHungServer = (server: ProcessIdentity): Promise<void> => stop(server, AT_ONCE);

async function stop(server: ProcessIdentity, ways: readonly WayToStop[]): Promise<void> {
  for (const [signal, patience] of ways) {
    await sendSignal(server, signal);
    if (await waitUntilGone(server, patience)) return;
  }
  throw new Error(`PostgreSQL (pid ${server.pid}) does not stop.`);
}
