const DIGITS = 6;
const SPOKEN = /^(WC-?)?(\d{1,12})$/i;

/** `WC-000123`: what the supplier is told on the phone. */
export const warrantyClaimNumber = (count: number): string => `WC-${String(count).padStart(DIGITS, '0')}`;

/** The number that somebody means who typed `WC-000123`, `wc123` or `123`; null when it is none. */
export function spokenNumber(typed: string): string | null {
  const digits = SPOKEN.exec(typed.trim())?.[2];
  return digits ? warrantyClaimNumber(Number(digits)) : null;
}
