import type { ValueTransformer } from 'typeorm';
import { sealed, sealing } from '../../../shared/database/sealed';

/** A value of several parts that is encrypted at rest as one. */
export function sealedValue(purpose: string): ValueTransformer {
  const text = sealed(purpose);
  return sealing({
    to: (value: object | null | undefined) => text.to(value == null ? value : JSON.stringify(value)),
    from: (stored: string | null) => (stored === null ? null : JSON.parse(text.from(stored))),
  });
}
