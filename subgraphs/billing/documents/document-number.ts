const DIGITS = 6;

/** `INV-MI1-000123`: the centre's code is in it, because each centre counts its own. */
export const documentNumber = (prefix: string, centreCode: string, count: number): string =>
  `${prefix}-${centreCode}-${String(count).padStart(DIGITS, '0')}`;
