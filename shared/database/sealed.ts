import type { ValueTransformer } from 'typeorm';
import type { Keyring } from '../security/keyring';

let keyring: Keyring | null = null;
const SEALED = new WeakSet<ValueTransformer>();

/** Whether the values of a column with this transformer are encrypted. */
export const isSealed = (transformer: unknown): boolean => SEALED.has(transformer as ValueTransformer);

/** Says so of a transformer that is made of another. */
export function sealing(transformer: ValueTransformer): ValueTransformer {
  SEALED.add(transformer);
  return transformer;
}

/** Columns are declared by decorators, before any program runs; the keys come here when it starts. */
export function sealColumnsWith(keys: Keyring): void {
  keyring = keys;
}

/** A text column that is encrypted at rest. `purpose` (`schema.table.column`) binds the text to its column. */
export function sealed(purpose: string): ValueTransformer {
  const keys = () => {
    if (!keyring) throw new Error('No keys yet: sealColumnsWith was not called.');
    return keyring;
  };
  return sealing({
    to: (plain: string | null | undefined) => (plain == null ? plain : keys().encrypt(plain, purpose)),
    from: (stored: string | null) => (stored === null ? null : keys().decrypt(stored, purpose)),
  });
}
