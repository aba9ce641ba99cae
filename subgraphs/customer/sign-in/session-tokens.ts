import type { RequestFacts } from '../../../shared/access/identity';
import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { newTenantToken } from '../../../shared/links/links';
import { hashToken } from '../../../shared/security/tokens';
import type { Context } from '../../../shared/subgraph/context';
import { Session } from '../identity/session.entity';
import type { User } from '../identity/user.entity';

const ACCESS_SECONDS = 15 * 60;
const DAY = 24 * 60 * 60;
/** A session ends when it is not used for this long, … */
const SLIDING_SECONDS = 30 * DAY;
/** … and in any case this long after the sign-in. */
const ABSOLUTE_SECONDS = 90 * DAY;

/** A session with the refresh token that is good now. */
export interface LiveSession {
  session: Session;
  refreshToken: string;
}

export interface AccessToken {
  accessToken: string;
  expiresAt: Date;
}

export async function openSession(tx: Transaction, user: User, facts: RequestFacts): Promise<LiveSession> {
  const session = await tx.insert(Session, {
    userId: user.id,
    address: facts.address,
    userAgent: facts.userAgent,
    lastUsedAt: tx.now,
    expiresAt: endOfSession(tx.now, tx.now),
  });
  return { session, refreshToken: await newRefreshToken(tx, session.id) };
}

export const endOfSession = (begunAt: Date, now: Date): Date =>
  new Date(
    Math.min(addSeconds(now, SLIDING_SECONDS).getTime(), addSeconds(begunAt, ABSOLUTE_SECONDS).getTime()),
  );

/** The token goes to the client; what is kept is its hash. */
export async function newRefreshToken(tx: Transaction, sessionId: string): Promise<string> {
  const token = newTenantToken(tx.organisationId);
  await tx.query(sql`insert into customer.refresh_token (organisation_id, token_hash, session_id, issued_at)
    values (${tx.organisationId}, ${hashToken(token)}, ${sessionId}, ${tx.now})`);
  return token;
}

export function accessTokenFor(context: Context, session: Session): AccessToken {
  const { accessTokens, clock } = context.kernel;
  const now = clock.now();
  const seconds = secondsUntil(session.expiresAt, now, ACCESS_SECONDS);
  const claims = { sub: session.userId, org: session.organisationId, sid: session.id, kind: 'USER' };
  return { accessToken: accessTokens.issue(claims, seconds, now), expiresAt: addSeconds(now, seconds) };
}

/** Whole seconds until then, at least one and at most so many. */
export const secondsUntil = (end: Date, now: Date, most: number): number =>
  Math.max(1, Math.min(most, Math.floor((end.getTime() - now.getTime()) / 1000)));

/** The gateway makes a cookie of it that no script can read. */
export function sendAsCookie(context: Context, { session, refreshToken }: LiveSession): void {
  context.extensions.refreshToken = { value: refreshToken, expiresAt: session.expiresAt.toISOString() };
}

export function clearCookie(context: Context): void {
  context.extensions.refreshToken = null;
}
