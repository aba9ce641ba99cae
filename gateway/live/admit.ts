import { ApiError, rateLimited } from '../../shared/errors';
import type { LiveCaller } from '../callers';
import { TRY_AGAIN_AFTER_S } from './caps';
import type { LiveEndpoint } from './endpoint';

/** The longest that a timer of Node's takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Lets a caller in, and says so when they must leave: their token ends, or their session does. Throws when there are
 * too many of them already, or nobody stands behind the token. Gives how to say that they left by themselves.
 */
export async function admit(
  caller: LiveCaller,
  { callers, principals }: LiveEndpoint,
  turnAway: (reason: string) => void,
): Promise<() => void> {
  const { identity } = await caller.now();
  const key = identity.sessionId ?? identity.actorId;
  const giveBack = key ? callers.take(key) : () => {};
  if (!giveBack) throw rateLimited(TRY_AGAIN_AFTER_S);
  const { endsAt } = caller;
  const left = endsAt ? Math.min(endsAt.getTime() - Date.now(), LONGEST_TIMER_MS) : LONGEST_TIMER_MS;
  const timer = setTimeout(() => turnAway('The token has ended'), Math.max(left, 0)).unref();
  const unsubscribe = principals?.onForgotten((organisationId) => {
    if (organisationId !== identity.organisationId) return;
    caller.now().catch((error: unknown) => {
      // A database that does not answer has ended nobody's session.
      if (error instanceof ApiError) turnAway('The session has ended');
    });
  });
  return () => {
    clearTimeout(timer);
    unsubscribe?.();
    giveBack();
  };
}
