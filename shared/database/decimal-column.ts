import { Decimal } from 'decimal.js';

/** A `numeric` column as decimal text without trailing zeros: `2.5` for 2.500, never a binary fraction. */
export const decimalText = {
  to: (value: string | null | undefined): string | null | undefined => value,
  from: (stored: string | null): string | null => (stored === null ? null : new Decimal(stored).toFixed()),
};
