import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A random token for a link, a session or a key. Keep only its hash. */
export const newToken = (bytes = 32): string => randomBytes(bytes).toString('base64url');

/** A plain SHA-256 is enough, because a token is random and long; what people choose goes through argon2id. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Compares in a time that depends neither on where the two differ nor on how long they are. */
export const equalInConstantTime = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
