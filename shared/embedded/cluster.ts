import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  lchown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Binaries, cannotRun, PROGRAM_ENVIRONMENT } from './binaries';
import { brokenFolder, clusterFolder, passwordFile } from './data-folder';
import { complaint } from './server-log';
import { type User, workingFolderName } from './server-user';

export const SUPERUSER = 'liftbay_admin';

export interface ClusterOptions {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly user: User | undefined;
  /** Whether initdb has to bring what it made to the disk. */
  readonly durable: boolean;
  readonly say: (line: string) => void;
}

/** Makes the cluster on first use, checks it later. Gives the superuser's password. */
export async function openCluster(options: ClusterOptions): Promise<string> {
  const { folder, binaries, say } = options;
  if (await isMissingOrEmpty(clusterFolder(folder))) {
    say(`Making a PostgreSQL data folder in ${folder}.`);
    await makeCluster(options);
  } else {
    await checkVersion(folder, binaries);
    await removeInterrupted(folder);
    if (options.user) await takeFromRoot(clusterFolder(folder), options.user);
  }
  return readFile(passwordFile(folder), 'utf8').catch((error) => {
    throw brokenFolder(folder, `its password file cannot be read (${error.code})`, error);
  });
}

async function isMissingOrEmpty(cluster: string): Promise<boolean> {
  try {
    return (await readdir(cluster)).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw brokenFolder(cluster, `it cannot be read (${(error as NodeJS.ErrnoException).code})`, error);
  }
}

async function checkVersion(folder: string, binaries: Binaries): Promise<void> {
  const file = join(clusterFolder(folder), 'PG_VERSION');
  const found = (await readFile(file, 'utf8').catch(() => '')).trim();
  const expected = binaries.version.split('.')[0];
  if (!/^\d+(\.\d+)?$/.test(found)) throw brokenFolder(folder, 'it does not hold a PostgreSQL cluster');
  if (found !== expected) {
    throw brokenFolder(folder, `PostgreSQL ${found} made it, and this is PostgreSQL ${expected}`);
  }
}

/**
 * In a folder of its own, renamed when it is complete: whatever interrupts us leaves either no cluster or a
 * whole one. The password comes first, since a cluster without it would be lost.
 */
async function makeCluster(options: ClusterOptions): Promise<void> {
  const { folder } = options;
  mustHaveName();
  await removeInterrupted(folder);
  const staging = await mkdtemp(join(folder, STAGING_PREFIX));
  try {
    const [data, password] = [join(staging, 'data'), join(staging, 'password')];
    await mkdir(data, { mode: 0o700 });
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (options.user) await give([staging, data, password], options.user);
    await runInitdb(options, data);
    if (options.user) await give([password], { uid: 0, gid: 0 });
    await rename(password, passwordFile(folder));
    await rename(data, clusterFolder(folder));
    if (options.durable) await syncFolder(folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

const STAGING_PREFIX = 'initdb-';

/** An initdb that outlived its starter may still write there: what cannot be removed now is next time. */
async function removeInterrupted(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(STAGING_PREFIX)) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A copy that root made, such as a backup put back, belongs to root; PostgreSQL wants to own its files. */
async function takeFromRoot(cluster: string, user: User): Promise<void> {
  if ((await stat(cluster)).uid !== 0) return;
  const below = await readdir(cluster, { recursive: true });
  await give([...below.map((path) => join(cluster, path)), cluster], user);
}

async function give(paths: string[], user: User): Promise<void> {
  try {
    for (const path of paths) await lchown(path, user.uid, user.gid);
  } catch (error) {
    throw new Error(
      `PostgreSQL does not run as root, and this root may not give files to user ${user.uid} (${(error as NodeJS.ErrnoException).code}). Start as another user, or set DATABASE_URL to a PostgreSQL server of yours.`,
      { cause: error },
    );
  }
}

/** A container may run us under a mere number; initdb looks up its user's name, and nothing makes it do without. */
function mustHaveName(): void {
  try {
    userInfo();
  } catch (error) {
    throw new Error(
      `PostgreSQL insists on a user that has a name, and user ${process.getuid?.()} is not in /etc/passwd. Start as another user, or set DATABASE_URL to a PostgreSQL server of yours.`,
      { cause: error },
    );
  }
}

async function runInitdb({ binaries, user, durable, folder }: ClusterOptions, data: string): Promise<void> {
  const flags = [
    ...['-D', await workingFolderName(user, data), `--username=${SUPERUSER}`, '--pwfile=../password'],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    await promisify(execFile)(binaries.initdb, flags, { ...user, cwd: data, env: PROGRAM_ENVIRONMENT });
  } catch (error) {
    const failure = error as NodeJS.ErrnoException & { stderr?: string; signal?: string };
    if (typeof failure.code === 'string') throw cannotRun(binaries.initdb, failure);
    const said = failure.signal ? `ended by ${failure.signal}` : complaint(failure.stderr ?? '');
    throw new Error(
      `No PostgreSQL cluster could be made in ${folder} (initdb: ${said}). Put that right, or set DATABASE_URL to a PostgreSQL server of yours.`,
      { cause: error },
    );
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
