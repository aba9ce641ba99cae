const DIGITS = 6;
const SPOKEN = /^(CO-?)?(\d{1,12})$/i;

/** `CO-000123`: what stands on the slip that the customer comes back with. */
export const counterOrderNumber = (count: number): string => `CO-${String(count).padStart(DIGITS, '0')}`;

/** The number that somebody means who typed `CO-000123`, `co123` or `123`; null when it is none. */
export function spokenNumber(typed: string): string | null {
  const digits = SPOKEN.exec(typed.trim())?.[2];
  return digits ? counterOrderNumber(Number(digits)) : null;
}
