import type { ThrottleRule } from '../../../../shared/throttle/throttle';

const HOUR = 60 * 60;

/** Anybody can announce cars that do not exist: so many that a shop can still look through them. */
export const PRE_CHECK_IN_LIMITS = {
  fromAddress: { name: 'pre-check-in, address', allowed: 10, windowSeconds: HOUR },
  inAll: { name: 'pre-check-in, organisation', allowed: 300, windowSeconds: HOUR },
} as const satisfies Record<string, ThrottleRule>;
