import { createHash } from 'node:crypto';
import { newId } from '../../../shared/ids';

/**
 * The id of an organisation that is about to sign up. It follows from the idempotency key, so that a repeated call
 * meets the tenant of the first one, and with it the record of the key: there is no other tenant to keep it in.
 * A UUIDv8, which is the version for hashes of one's own choice (RFC 9562, 5.8).
 */
export function tenantId(idempotencyKey: string | null | undefined): string {
  if (idempotencyKey == null) return newId();
  const bytes = createHash('sha256').update(`organisation:${idempotencyKey}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
