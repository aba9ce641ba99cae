import { derivedId, newId } from '../../../shared/ids';

/**
 * The id of an organisation that is about to sign up. It follows from the idempotency key, so that a repeated call
 * meets the tenant of the first one, and with it the record of the key: there is no other tenant to keep it in.
 */
export const tenantId = (idempotencyKey: string | null | undefined): string =>
  idempotencyKey == null ? newId() : derivedId(`organisation:${idempotencyKey}`);
