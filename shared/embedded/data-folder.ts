import { constants } from 'node:fs';
import { access, mkdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** What lies where in the folder that `startEmbeddedPostgres` is given. */
export const clusterFolder = (folder: string) => join(folder, 'cluster');
export const passwordFile = (folder: string) => join(folder, 'password');
export const logFile = (folder: string) => join(folder, 'server.log');

export const WHAT_TO_DO =
  'Move the folder away to start with an empty one, or set DATABASE_URL to a PostgreSQL server of yours.';

export const brokenFolder = (folder: string, why: string, cause?: unknown) =>
  new Error(`The data folder ${folder} cannot be used: ${why}. ${WHAT_TO_DO}`, { cause });

/** Makes the folder where it is missing, and gives its true path. */
export async function prepareFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(folder);
  } catch (error) {
    const owner = await stat(folder).catch(() => undefined);
    const who = owner?.isDirectory()
      ? `it belongs to user ${owner.uid}, we run as user ${process.getuid?.()}`
      : 'it cannot be made';
    throw brokenFolder(resolve(folder), `${who} (${(error as NodeJS.ErrnoException).code})`, error);
  }
}
