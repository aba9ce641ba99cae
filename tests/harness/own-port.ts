import { freePort } from '../../shared/embedded/free-port';

/** Below the ports that the system gives to connections, so that none of those takes one that a test is about to use. */
const FIRST = 12_000;
const PORTS_OF_A_WORKER = 1_000;
const WORKERS = 18;

const worker = Number(process.env.JEST_WORKER_ID ?? 0) % WORKERS;
const first = FIRST + worker * PORTS_OF_A_WORKER;
let next = Math.floor(Math.random() * PORTS_OF_A_WORKER);

/**
 * A port for a program that a test starts, and starts again: one of this worker's own, since of two files that ask for
 * any free port at the same time, both can get the same.
 */
export async function ownPort(): Promise<number> {
  for (let tried = 0; tried < PORTS_OF_A_WORKER; tried += 1) {
    next = (next + 1) % PORTS_OF_A_WORKER;
    const port = await freePort(first + next).catch(() => null);
    if (port !== null) return port;
  }
  throw new Error(`No port from ${first} on is free.`);
}
