import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { poll } from './poll';

/** A process id is used again for another process, sooner or later; together with the start time it is not. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

const hasProc = existsSync('/proc/self/stat');

/** Undefined when there is no such process. A zombie, which nobody may ever reap in a container, is none. */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const startedAt = hasProc ? await startFromProc(pid) : await startFromPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export async function isAlive(process: ProcessIdentity): Promise<boolean> {
  return (await identify(process.pid))?.startedAt === process.startedAt;
}

/** The arguments that a process was started with; empty when it is gone. Only `ps` joins them with blanks. */
export async function commandLine(pid: number): Promise<string> {
  if (!hasProc) return ps(pid, 'command');
  return readFile(`/proc/${pid}/cmdline`, 'utf8').then(
    (line) => line.replaceAll('\0', ' '),
    () => '',
  );
}

/** True when the process has ended within the time. It need not be a child of ours. */
export async function waitUntilGone(process: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const gone = await poll(milliseconds, async () => ((await isAlive(process)) ? undefined : true));
  return gone === true;
}

/** Sends the signal to this very process, and to nobody who has its id now. */
export async function sendSignal(target: ProcessIdentity, signal: NodeJS.Signals): Promise<void> {
  if (!(await isAlive(target))) return;
  try {
    process.kill(target.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function startFromProc(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name, in parentheses, may hold blanks and parentheses itself: what counts starts behind the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  return state === 'Z' || state === 'X' ? undefined : startTicks;
}

async function startFromPs(pid: number): Promise<string | undefined> {
  const line = await ps(pid, 'stat', 'lstart');
  const [, state, start] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
  if (!state || !start || state.startsWith('Z')) return undefined;
  return String(Date.parse(start));
}

async function ps(pid: number, ...columns: string[]): Promise<string> {
  const format = columns.flatMap((column) => ['-o', `${column}=`]);
  const env = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };
  return promisify(execFile)('ps', ['-ww', ...format, '-p', String(pid)], { env }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
}
