import type { Context } from '../../../shared/subgraph/context';
import { giveBack, type ThrottleRule, throttle } from '../../../shared/throttle/throttle';

const QUARTER = 15 * 60;
const rule = (name: string, allowed: number, windowSeconds = QUARTER): ThrottleRule => ({
  name,
  allowed,
  windowSeconds,
});

/** How often what may be tried. Counted before the check, whatever comes of it. */
export const ATTEMPTS = {
  signInToAccount: rule('sign in, account', 10),
  signInFromAddress: rule('sign in, address', 50),
  /** Passwords and codes of somebody who is signed in already: a stolen token must not try them out. */
  confirmation: rule('confirmation', 10),
  messageToLogin: rule('message, login', 3),
  messageFromAddress: rule('message, address', 30),
  linkFromAddress: rule('link, address', 100),
} as const;

export const throttleAddress = (context: Context, limit: ThrottleRule): Promise<void> =>
  throttle(context, limit, addressOf(context));

export const giveBackAddress = (context: Context, limit: ThrottleRule): Promise<void> =>
  giveBack(context, limit, addressOf(context));

const addressOf = (context: Context): string => context.facts.address ?? 'unknown';

/** One account of one organisation, however its name was typed. */
export const accountSubject = (organisation: string, login: string): string => `${organisation}:${login}`;
