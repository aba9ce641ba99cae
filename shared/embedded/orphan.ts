import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectionUrl, waitForAnswer } from './connection';
import { clusterFolder } from './data-folder';
import { commandLine, identify } from './processes';
import { clusterMark, type Server, serves, stopHungServer } from './server';

const PATIENCE = 3_000;

/**
 * A server whose starter was killed still runs: taken over when it answers, stopped when it does not. Call it
 * as the folder's owner only. Undefined when a server has to be started, for which the way is then free.
 */
export async function adoptOrphan(
  folder: string,
  password: string,
  say: (line: string) => void,
): Promise<Server | undefined> {
  const pidFile = join(clusterFolder(folder), 'postmaster.pid');
  const orphan = await findOrphan(folder, pidFile);
  if (orphan && (await answers(orphan, password, say))) return orphan;
  await disown(pidFile);
  return undefined;
}

async function findOrphan(folder: string, pidFile: string): Promise<Server | undefined> {
  const lines = await linesOf(pidFile);
  const found = await identify(Number(lines[0]));
  if (!found) return undefined;
  const ours = serves(await commandLine(found.pid), await clusterMark(clusterFolder(folder)));
  return ours ? { process: found, port: Number(lines[3]) } : undefined;
}

async function answers(orphan: Server, password: string, say: (line: string) => void): Promise<boolean> {
  const { pid } = orphan.process;
  const url = connectionUrl(orphan.port, password, 'postgres');
  const answer = await waitForAnswer(url, orphan.process, PATIENCE);
  if (answer === 'ready') {
    say(`Took over the PostgreSQL that an earlier run left behind (pid ${pid}).`);
    return true;
  }
  if (answer !== 'gone') {
    say(`Stopping the PostgreSQL that an earlier run left behind (pid ${pid}): it does not answer.`);
    await stopHungServer(orphan.process);
  }
  return false;
}

/**
 * The id in a file that was left may belong to some other process by now, or to a zombie, and PostgreSQL would
 * refuse to start. It ignores its parent's id there: with ours in that place it starts, and still reads from
 * the rest which shared memory to look at, so that it never runs beside processes that the dead server left.
 */
async function disown(pidFile: string): Promise<void> {
  const lines = await linesOf(pidFile);
  if (lines.length === 0) return;
  if (/^-?\d+$/.test(lines[0] ?? '')) await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'));
  else await rm(pidFile);
}

async function linesOf(pidFile: string): Promise<string[]> {
  return readFile(pidFile, 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
}
