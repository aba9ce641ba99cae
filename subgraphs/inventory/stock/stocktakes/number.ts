const DIGITS = 6;

/** `ST-000123`: what stands on the counting sheet. */
export const stocktakeNumber = (count: number): string => `ST-${String(count).padStart(DIGITS, '0')}`;
