import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterFolder } from './data-folder';
import { commandLine, identify } from './processes';
import { clusterMark, type Server, serves } from './server';

export const pidFileOf = (folder: string): string => join(clusterFolder(folder), 'postmaster.pid');

/** The server that runs on the folder's cluster; undefined when none does. */
export async function findServer(folder: string): Promise<Server | undefined> {
  const lines = await linesOf(pidFileOf(folder));
  const found = await identify(Number(lines[0]));
  if (!found) return undefined;
  const ours = serves(await commandLine(found.pid), await clusterMark(clusterFolder(folder)));
  return ours ? { process: found, port: Number(lines[3]) } : undefined;
}

export async function linesOf(pidFile: string): Promise<string[]> {
  return readFile(pidFile, 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
}
