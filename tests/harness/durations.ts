import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const ROUNDS = 9;
export const MOST_ROUNDS = 45;

async function lasted(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/**
 * How many times as long as the other the one takes. They are run in turn, and their quickest runs are compared:
 * a busy machine adds to a run and takes from none. While the ratio lies outside of the bounds they run again, for
 * a machine so busy that not one run was left alone.
 */
export async function timesAsLong(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  [least, most]: [number, number],
): Promise<number> {
  let [ofOne, ofOther] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 1; ; round += 1) {
    ofOne = Math.min(ofOne, await lasted(one));
    ofOther = Math.min(ofOther, await lasted(other));
    const ratio = ofOne / ofOther;
    const within = ratio >= least && ratio <= most;
    if (round >= MOST_ROUNDS || (round >= ROUNDS && within)) return ratio;
  }
}

/** The quickest run: the first that takes less than this many milliseconds, or the best of many. */
export async function quickest(work: () => Promise<unknown>, enough: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS && best >= enough; round += 1)
    best = Math.min(best, await lasted(work));
  return best;
}

export interface Lasted {
  seconds: number;
  /** Of these, the ones in which it could have run, and others had the processors. */
  waited: number;
}

/** The time that the claim is about: what others took of a busy machine is not the program's. */
export function expectWithin(what: string, { seconds, waited }: Lasted, allowed: number): void {
  const report = `${what}: ${seconds.toFixed(1)} s, ${waited.toFixed(1)} s of it without a processor; allowed: ${allowed} s`;
  process.stderr.write(`${report}\n`);
  expect([report, seconds - waited <= allowed]).toEqual([report, true]);
}

/** Linux counts it, in nanoseconds; elsewhere nothing is known. */
export function waitedForProcessor(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e9;
  } catch {
    return 0;
  }
}

/** What lasted from here to its call, in this process. */
export function stopwatch(): () => Lasted {
  const begun = performance.now();
  const waitedBefore = waitedForProcessor(process.pid);
  return () => ({
    seconds: (performance.now() - begun) / 1000,
    waited: waitedForProcessor(process.pid) - waitedBefore,
  });
}
