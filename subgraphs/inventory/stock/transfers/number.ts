const DIGITS = 6;

/** `TR-000123`: what stands on the delivery note. */
export const transferNumber = (count: number): string => `TR-${String(count).padStart(DIGITS, '0')}`;
