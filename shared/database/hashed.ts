import { createHmac } from 'node:crypto';
import { deriveSecret } from '../security/secrets';

let secret: string | null = null;
const keys = new Map<string, Buffer>();

/** As for sealed columns: declared before any program runs, the secret comes when it starts. */
export function hashColumnsWith(secretKey: string): void {
  secret = secretKey;
  keys.clear();
}

/**
 * What stands beside a sealed text to find it by: the same text gives the same hash in every organisation, and nobody
 * without the installation's secret can try texts against it.
 */
export function columnHash(purpose: string, text: string): string {
  if (!secret) throw new Error('No secret yet: hashColumnsWith was not called.');
  const key = keys.get(purpose) ?? deriveSecret(secret, purpose);
  keys.set(purpose, key);
  return createHmac('sha256', key).update(text).digest('hex');
}
