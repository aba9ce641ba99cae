import type { FieldProblem } from '../errors';
import { COMMON_PASSWORDS } from './common-passwords';

const MINIMUM_LENGTH = 10;
const MAXIMUM_LENGTH = 200;
/** Shorter names and local parts occur in good passwords by chance. */
const TELLING_LENGTH = 4;
/** More numbers and signs than this around a common word are a password of their own. */
const DECORATION_LENGTH = 8;

/** Who the password is for; it may not repeat what everybody knows of them. */
export interface PasswordOwner {
  email?: string | null;
  name?: string | null;
}

export type PasswordProblem = Omit<FieldProblem, 'path'>;

/** Length and guessability decide; no rules about kinds of characters, which make passwords worse (NIST). */
export function passwordProblems(password: string, owner: PasswordOwner = {}): PasswordProblem[] {
  const problems: PasswordProblem[] = [];
  const refuse = (code: string, message: string) => problems.push({ code, message });
  const characters = Array.from(password);
  const lower = password.normalize('NFKC').toLowerCase();

  if (characters.length < MINIMUM_LENGTH) refuse('TOO_SHORT', `Use at least ${MINIMUM_LENGTH} characters.`);
  if (characters.length > MAXIMUM_LENGTH) refuse('TOO_LONG', `Use at most ${MAXIMUM_LENGTH} characters.`);
  if (characters.length > 1 && new Set(characters).size === 1) {
    refuse('REPEATED_CHARACTER', 'Use more than one character over and over.');
  }
  if (isCommon(lower)) refuse('TOO_COMMON', 'This is one of the passwords that are tried first.');
  const localPart = owner.email?.split('@')[0]?.toLowerCase() ?? '';
  if (localPart.length >= TELLING_LENGTH && lower.includes(localPart)) {
    refuse('CONTAINS_EMAIL', 'Leave the e-mail address out of the password.');
  }
  const names = owner.name?.normalize('NFKC').toLowerCase().split(/\s+/) ?? [];
  if (names.some((name) => name.length >= TELLING_LENGTH && lower.includes(name))) {
    refuse('CONTAINS_NAME', 'Leave the name out of the password.');
  }
  return problems;
}

/** Also when dressed up as people do: `P@ssw0rd123!` is `password` with numbers and signs around it. */
function isCommon(lower: string): boolean {
  const core = lower.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const once = /^(.+?)\1+$/.exec(lower)?.[1] ?? lower;
  const plain = core.replace(/[0134578@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);
  const dressed = lower.length - core.length <= DECORATION_LENGTH ? [core, plain] : [];
  return [lower, once, ...dressed].some((candidate) => COMMON_PASSWORDS.has(candidate));
}

const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};
