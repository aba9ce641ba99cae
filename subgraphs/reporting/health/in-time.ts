import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 2_000;

/** Milliseconds until it said yes; null when it said no, failed, or was not heard of for too long. */
export async function inTime(answer: Promise<boolean>): Promise<number | null> {
  const began = performance.now();
  const patience = new AbortController();
  const tooLong = pause(PATIENCE_MS, false, { signal: patience.signal }).catch(() => false);
  const yes = await Promise.race([answer.catch(() => false), tooLong]);
  patience.abort();
  return yes ? performance.now() - began : null;
}
