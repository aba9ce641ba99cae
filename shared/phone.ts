import parsePhoneNumber, { isSupportedCountry } from 'libphonenumber-js/max';
import { badField } from './errors';

/** A phone as E.164, read as somebody in that country dials it; null when there is no such number. */
export function e164(text: string, country: string): string | null {
  const phone = parsePhoneNumber(text, {
    extract: false,
    ...(isSupportedCountry(country) ? { defaultCountry: country } : {}),
  });
  return phone?.isValid() ? phone.number : null;
}

/** The same, for input: what is no number is a bad field. */
export function requirePhone(text: string, country: string, path: string): string {
  const phone = e164(text, country);
  if (!phone)
    throw badField(
      path,
      'PHONE',
      `This is not a phone number of ${country}; others begin with + and a country.`,
    );
  return phone;
}

/** Input as a column keeps it: undefined leaves, null and blanks clear. */
export function phoneColumn(
  text: string | null | undefined,
  country: string,
  path: string,
): string | null | undefined {
  if (text === undefined) return undefined;
  return text?.trim() ? requirePhone(text, country, path) : null;
}
