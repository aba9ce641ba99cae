import { rm, writeFile } from 'node:fs/promises';
import { connectionUrl, waitForAnswer } from './connection';
import { findServer, linesOf, pidFileOf } from './find-server';
import { type Server, stopHungServer } from './server';

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
  const orphan = await findServer(folder);
  if (orphan && (await answers(orphan, password, say))) return orphan;
  await disown(pidFileOf(folder));
  return undefined;
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
