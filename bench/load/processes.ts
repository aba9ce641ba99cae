import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts processor time in, for programs: a hundredth of a second, on every machine of ours. */
const TICKS_PER_SECOND = 100;

interface Stat {
  parent: number;
  cpuSeconds: number;
}

/** Processor time that the processes have used so far; null where the system does not tell (no /proc). */
export function cpuSeconds(pids: readonly number[]): number | null {
  let sum = 0;
  for (const pid of pids) {
    const stat = readStat(pid);
    if (!stat) return null;
    sum += stat.cpuSeconds;
  }
  return sum;
}

/** As above, for a process and its children: PostgreSQL's server and the backends of its connections. */
export function familyCpuSeconds(pid: number): number | null {
  const own = readStat(pid);
  if (!own) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)) ?? [])
    .filter((stat) => stat.parent === pid);
  return children.reduce((sum, stat) => sum + stat.cpuSeconds, own.cpuSeconds);
}

export interface Memory {
  /** Megabytes in memory now, and the most that it was. */
  resident: number;
  peak: number;
}

export function memoryOf(pids: readonly number[]): Memory | null {
  const sum: Memory = { resident: 0, peak: 0 };
  for (const pid of pids) {
    const text = readIfThere(`/proc/${pid}/status`);
    if (text === null) return null;
    sum.resident += kilobytes(text, 'VmRSS') / 1024;
    sum.peak += kilobytes(text, 'VmHWM') / 1024;
  }
  return sum;
}

const kilobytes = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);

/** Of `pid (name) state parent …`; the name may hold anything, brackets too. */
function readStat(pid: number): Stat | null {
  const text = readIfThere(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  // Of children that have ended, too: connections come and go with their backends.
  const [endedUser, endedSystem] = [Number(fields[13]), Number(fields[14])];
  return {
    parent: Number(fields[1]),
    cpuSeconds: (user + system + endedUser + endedSystem) / TICKS_PER_SECOND,
  };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      (error as NodeJS.ErrnoException).code === 'ESRCH'
    )
      return null;
    throw error;
  }
}
