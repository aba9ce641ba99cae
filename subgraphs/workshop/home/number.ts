const DIGITS = 6;

/** `HS-000123`: what people say on the phone. */
export const homeServiceNumber = (count: number): string => `HS-${String(count).padStart(DIGITS, '0')}`;

/** The number that somebody means who typed `HS-000123`, `hs123` or `123`. */
export const spokenNumber = (typed: string): string => homeServiceNumber(Number(typed.replace(/\D/g, '')));
