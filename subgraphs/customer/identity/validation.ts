import { buildMessage, Length, Matches, ValidateBy, type ValidationOptions } from 'class-validator';

const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

/** Newer programs take `+01:00` for a zone as well; it knows no summer time, so it is refused. */
function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || !ZONE_NAME.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

function isLanguageTag(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

export const IsZone = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'timeZone',
      validator: {
        validate: isTimeZone,
        defaultMessage: buildMessage(() => '$property is an IANA time zone such as Europe/Rome', options),
      },
    },
    options,
  );

export const IsLanguage = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'language',
      validator: {
        validate: isLanguageTag,
        defaultMessage: buildMessage(() => '$property is a BCP 47 language tag such as it-IT', options),
      },
    },
    options,
  );

/** A name that is not just spaces. */
export const IsName =
  (longest: number): PropertyDecorator =>
  (target, property) => {
    Length(1, longest)(target, property as string);
    Matches(/\S/, { message: '$property is blank' })(target, property as string);
  };

/** `it-it` → `it-IT`; undefined and null stay what they are. */
export const canonicalLocale = <T extends string | null | undefined>(locale: T): T =>
  (locale ? Intl.getCanonicalLocales(locale)[0] : locale) as T;
