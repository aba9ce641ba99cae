const DIGITS = 6;
const SPOKEN = /^(SR-?)?(\d{1,12})$/i;

/** `SR-000123`: what people say on the phone. */
export const serviceRequestNumber = (count: number): string => `SR-${String(count).padStart(DIGITS, '0')}`;

/** The number that somebody means who typed `SR-000123`, `sr123` or `123`; null when it is none. */
export function spokenRequestNumber(typed: string): string | null {
  const digits = SPOKEN.exec(typed.trim())?.[2];
  return digits ? serviceRequestNumber(Number(digits)) : null;
}
