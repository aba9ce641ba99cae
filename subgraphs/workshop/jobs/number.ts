const DIGITS = 6;
const SPOKEN = /^(JC-?\d{1,12}|\d{1,6})$/i;

/** `JC-000123`: what people say on the phone. The millionth card of a service centre simply has seven digits. */
export const jobCardNumber = (count: number): string => `JC-${String(count).padStart(DIGITS, '0')}`;

/** The number that somebody means who typed `JC-000123`, `jc123` or `123`; null for what is no number. */
export function spokenNumber(typed: string): string | null {
  const text = typed.trim();
  return SPOKEN.test(text) ? jobCardNumber(Number(text.replace(/\D/g, ''))) : null;
}
