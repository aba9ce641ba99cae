const DIGITS = 6;

/** `APT-000123`: what people say on the phone. */
export const appointmentNumber = (count: number): string => `APT-${String(count).padStart(DIGITS, '0')}`;

/** The number that somebody means who typed `APT-000123`, `apt123` or `123`. */
export const spokenNumber = (typed: string): string => appointmentNumber(Number(typed.replace(/\D/g, '')));
