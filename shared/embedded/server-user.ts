import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Whom root runs it as: the owner of a data folder that is there already,
 * else `nobody` (initdb insists on a user that has a name). Undefined when we are not root: as ourselves.
 */
export async function serverUser(cluster: string): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(users) ?? [];
  if (!uid || !gid) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "nobody" to run it as. Start as another user, or set DATABASE_URL.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether the permission bits of the folder and of all that it lies in let this user through. */
export async function canEnter(user: User, folder: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const search = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & search) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canEnter(user, parent);
}

const CURRENT_FOLDER = '/proc/self/cwd';

/**
 * How a program that is started in `folder`, as this user, can name it. Below a private folder such as /root
 * no path leads there for anybody else; the link to one's own working directory does, since root put it there.
 * So the data stay in the folder that was asked for, where a mounted volume or a backup expects them.
 */
export async function workingFolderName(user: User | undefined, folder: string): Promise<string> {
  if (!user || (await canEnter(user, folder))) return folder;
  if (existsSync(CURRENT_FOLDER)) return CURRENT_FOLDER;
  throw new Error(
    `PostgreSQL does not run as root, and no other user can reach ${folder}. Start as another user, open the folders above it for others (chmod o+x), or set DATABASE_URL.`,
  );
}
