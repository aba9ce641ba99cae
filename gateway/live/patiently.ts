import { setTimeout as pause } from 'node:timers/promises';
import { ApiError, type ErrorCode } from '../../shared/errors';
import { Refused } from './refused';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
/** For about a minute: a process is started again in that time, on a busy machine as well. */
const TRIES = 36;

/** What passes by itself: a subgraph or the database is being started again. */
const PASSING = new Set<unknown>(['SUBGRAPH_UNAVAILABLE', 'TIMEOUT', 'BUSY'] satisfies ErrorCode[]);

/** Does it again while what is in the way passes by itself: an event that was not told yet is not lost. */
export async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried >= TRIES || signal.aborted || !passes(error)) throw error;
    }
    await pauseOr(Math.min(FIRST_PAUSE_MS * 2 ** (tried - 1), LONGEST_PAUSE_MS), signal);
  }
}

/** Ends early, and without a word, when nobody waits for it any more. */
export const pauseOr = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch(() => undefined);

function passes(error: unknown): boolean {
  if (error instanceof Refused) return error.errors.some(({ extensions }) => PASSING.has(extensions.code));
  // An error that is not of the catalogue is a lost connection of ours.
  return !(error instanceof ApiError) || PASSING.has(error.code);
}
