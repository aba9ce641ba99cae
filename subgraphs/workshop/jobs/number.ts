const DIGITS = 6;

/** `JC-000123`: what people say on the phone. The millionth card of a service centre simply has seven digits. */
export const jobCardNumber = (count: number): string => `JC-${String(count).padStart(DIGITS, '0')}`;

/** The number that somebody means who typed `JC-000123`, `jc123` or `123`. */
export const spokenNumber = (typed: string): string => jobCardNumber(Number(typed.replace(/\D/g, '')));
