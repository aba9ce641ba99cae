import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { identify, isAlive, type ProcessIdentity } from './processes';

export interface OwnerLock {
  release(): Promise<void>;
}

const CLAIM = /^owner-(\d+)-(\d+)$/;
const ATTEMPTS = 5;

/**
 * One process at a time owns a data folder. A claim is an empty file whose name says who made it, so that it is
 * there whole or not at all. Who sees another living claim beside its own steps back; it tries again a little
 * later, because the other one may have stepped back as well. A dead process's claim counts for nothing.
 */
export async function acquireOwnerLock(folder: string): Promise<OwnerLock> {
  const me = await identify(process.pid);
  if (!me) throw new Error(`The start time of this process (pid ${process.pid}) cannot be read.`);
  const claim = join(folder, `owner-${me.pid}-${me.startedAt}`);
  let owner = me;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!(await makeClaim(claim))) break;
    const other = await otherLivingOwner(folder, me);
    if (!other) return { release: () => rm(claim, { force: true }) };
    owner = other;
    await rm(claim, { force: true });
    await delay(20 + Math.random() * 60);
  }
  throw new Error(
    `Another instance is using the data folder ${folder} (pid ${owner.pid}). Stop it first, or give this one a folder of its own.`,
  );
}

/** False when this process itself has the folder already. */
async function makeClaim(claim: string): Promise<boolean> {
  try {
    await writeFile(claim, '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function otherLivingOwner(folder: string, me: ProcessIdentity): Promise<ProcessIdentity | undefined> {
  for (const name of await readdir(folder)) {
    const [, pid, startedAt] = CLAIM.exec(name) ?? [];
    if (!pid || !startedAt) continue;
    const owner = { pid: Number(pid), startedAt };
    if (owner.pid === me.pid && owner.startedAt === me.startedAt) continue;
    if (await isAlive(owner)) return owner;
    await rm(join(folder, name), { force: true });
  }
  return undefined;
}
