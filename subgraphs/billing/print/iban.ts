const FORM = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** The account number in what somebody typed, without spaces; null for anything else, or when its check fails. */
export function ibanIn(typed: string | null): string | null {
  const iban = (typed ?? '')
    .replace(/^\s*IBAN\b:?/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  return FORM.test(iban) && remainderOf(iban) === 1 ? iban : null;
}

/** As it is printed: in groups of four. */
export const spacedIban = (iban: string): string => iban.replace(/.{4}(?=.)/g, '$& ');

/** ISO 7064, MOD 97-10: the first four characters behind the others, a letter as its number from 10 on. */
function remainderOf(iban: string): number {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4))
    for (const digit of Number.parseInt(character, 36).toString())
      remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}
