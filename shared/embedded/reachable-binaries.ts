import { randomBytes } from 'node:crypto';
import { chmod, copyFile, lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Binaries, binariesIn } from './binaries';
import { canEnter, type User } from './server-user';

const PLACES = ['/var/cache', tmpdir()];

/**
 * The binaries where this user can reach them: a checkout below a private folder such as /root is closed to
 * everybody but root, so the programs (about 60 MB) are copied once, for all folders of the same version.
 */
export async function reachableBinaries(
  binaries: Binaries,
  user: User | undefined,
  say: (line: string) => void,
  places: readonly string[] = PLACES,
): Promise<Binaries> {
  if (!user || (await canEnter(user, dirname(binaries.postgres)))) return binaries;
  const failures: unknown[] = [];
  for (const place of places) {
    const copy = join(place, `liftbay-postgres-${binaries.version}-${binaries.platform}`);
    try {
      if (!(await canEnter(user, place))) continue;
      if (!(await isOurs(copy))) {
        await copyWhole(binaries.native, copy);
        say(`PostgreSQL does not run as root, and no other user can reach its programs: copied to ${copy}.`);
      }
      return binariesIn(copy, binaries.version, binaries.platform);
    } catch (error) {
      failures.push(error);
    }
  }
  throw new Error(
    `PostgreSQL does not run as root, and no other user can reach its programs in ${binaries.native}; they could not be copied to ${places.join(' or ')}. Start as another user, or set DATABASE_URL.`,
    { cause: new AggregateError(failures) },
  );
}

/** The place may be open to everybody: what another user put there under this name is not run. */
async function isOurs(copy: string): Promise<boolean> {
  const found = await lstat(copy).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0;
}

/** Under its name the copy is complete: it is made beside it and renamed. */
async function copyWhole(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${randomBytes(6).toString('hex')}`;
  try {
    await copyTree(from, unfinished);
    await rename(unfinished, to).catch(async (error) => {
      if (!(await isOurs(to))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Readable by everybody, whatever the modes of the original and our umask are. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else {
      await copyFile(source, target);
      const executable = ((await lstat(source)).mode & 0o100) !== 0;
      await chmod(target, executable ? 0o755 : 0o644);
    }
  }
}
