import { createHmac, hkdfSync } from 'node:crypto';

const MINIMUM_LENGTH = 32;

/**
 * One secret serves many purposes, and a key that leaks from one of them tells nothing of the others:
 * HKDF-SHA256 with the purpose as its info.
 */
export function deriveSecret(master: string, purpose: string): Buffer {
  if (master.length < MINIMUM_LENGTH) {
    throw new Error(`The secret for ${purpose} must have at least ${MINIMUM_LENGTH} characters`);
  }
  return Buffer.from(hkdfSync('sha256', master, '', purpose, 32));
}

/**
 * The same text gives the same hash, and nobody without the secret can try texts against it: for finding and
 * comparing what is too short for a plain hash. The secret is not the keyring's, because rotating it would make
 * every stored hash useless.
 */
export const keyedHash = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', deriveSecret(secret, purpose)).update(text).digest('hex');
