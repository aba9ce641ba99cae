import type { Context } from '../../../../shared/subgraph/context';
import { giveBackAll, type ThrottleRule, throttleAll } from '../../../../shared/throttle/throttle';
import { addressOf } from '../entrance';

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/** How often somebody may be wrong, and how often one address may ask at all. */
export const TRACKING_LIMITS = {
  readsFromAddress: { name: 'tracking, address', allowed: 100, windowSeconds: 60 },
  wrongFromAddress: { name: 'tracking wrong, address', allowed: 10, windowSeconds: QUARTER },
  wrongForCode: { name: 'tracking wrong, code', allowed: 10, windowSeconds: HOUR },
  wrongInAll: { name: 'tracking wrong, organisation', allowed: 1000, windowSeconds: HOUR },
} as const satisfies Record<string, ThrottleRule>;

/**
 * Runs a look-up that may be a guess. Each is counted as wrong before it is looked at, so that many at once do not
 * slip through; one that was right is taken back. Null is wrong.
 */
export async function guarded<T>(
  context: Context,
  { organisationId, code }: { organisationId: string; code: string },
  look: () => Promise<T | null>,
): Promise<T | null> {
  const { readsFromAddress, wrongFromAddress, wrongForCode, wrongInAll } = TRACKING_LIMITS;
  const wrong = [
    [wrongFromAddress, addressOf(context)],
    [wrongForCode, `${organisationId}:${code}`],
    [wrongInAll, organisationId],
  ] as const;
  await throttleAll(context, [[readsFromAddress, addressOf(context)], ...wrong]);
  const found = await look();
  if (found !== null) await giveBackAll(context, wrong);
  return found;
}
