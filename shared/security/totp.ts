import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { keyedHash } from './secrets';

const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** Steps accepted before and after the present one, for clocks that are a little off. */
const WINDOW = 1;

/** Crockford's: 32 characters, without I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new secret (160 bits, base32). Seal it before it is stored. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator's QR code says. */
export const totpUrl = (secret: string, issuer: string, account: string): string =>
  totpFor(secret, issuer, account).toString();

/**
 * The step that the code belongs to, or null. The caller stores the step under the same lock as it read
 * `lastUsedStep`: a code of that step or an earlier one is refused, so an overheard code works no second time.
 */
export function verifyTotp(
  secret: string,
  code: string,
  now: Date,
  lastUsedStep: number | null,
): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const totp = totpFor(secret);
  const timestamp = now.getTime();
  const offset = totp.validate({ token, timestamp, window: WINDOW });
  if (offset === null) return null;
  const step = totp.counter({ timestamp }) + offset;
  return lastUsedStep !== null && step <= lastUsedStep ? null : step;
}

/** Codes of 60 random bits, each good for one sign-in without the authenticator. Shown once, kept hashed. */
export function newRecoveryCodes(count = 10): string[] {
  return Array.from({ length: count }, () => {
    const characters = Array.from(randomBytes(12), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return characters.match(/.{4}/g)!.join('-');
  });
}

/**
 * Typed in either case, with or without hyphens, O for 0 and I or L for 1. Keyed, because 60 bits without a key
 * are within reach of whoever steals the table and tries a code against everybody at once.
 */
export function hashRecoveryCode(code: string, secret: string): string {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return keyedHash(secret, 'recovery-code', plain);
}

const totpFor = (secret: string, issuer = '', label = ''): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), issuer, label, digits: DIGITS, period: PERIOD_SECONDS });
