import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Semaphore } from '../semaphore';

/** OWASP's first recommendation for argon2id; some 10 ms of one core and 19 MiB a password. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };
const ARGON2ID = 2;

/**
 * Well-formed, of today's cost, and no password is known for it. It is compared where there is no account, so
 * that the answer takes as long as for a wrong password.
 */
const NOBODYS_HASH =
  `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}` +
  '$bm9ib2R5IGhhcyB0aGlzIA$KdnRndkuwQ8zq/GbbHcJNF067yoDQWXUBmGEcAo/tB8';

/**
 * Hashing runs on libuv's four threads, which files and name look-ups need too: one is always left to them, and
 * there is no gain in more at once than there are cores.
 */
const hashing = new Semaphore(Math.min(availableParallelism(), 3), 256);

export const hashPassword = (password: string): Promise<string> =>
  hashing.run(() => hash(spelling(password), COST));

/** `stored` is null where there is no such account or no password: the same work, and always false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await hashing.run(() => verify(stored ?? NOBODYS_HASH, spelling(password)));
  return matches && stored !== null;
}

/** True for a hash of another cost or algorithm than today's: hash again at the next successful sign-in. */
export function needsRehash(stored: string): boolean {
  const used = parseOptions(stored);
  return (
    used.algorithm !== ARGON2ID ||
    used.memoryCost !== COST.memoryCost ||
    used.timeCost !== COST.timeCost ||
    used.parallelism !== COST.parallelism ||
    used.outputLen !== COST.outputLen
  );
}

/** Keyboards write é as one character or as two; both are the same password (NIST SP 800-63B, 5.1.1.2). */
const spelling = (password: string): string => password.normalize('NFKC');
