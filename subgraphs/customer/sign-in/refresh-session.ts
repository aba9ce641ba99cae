import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { unauthenticated } from '../../../shared/errors';
import { tenantOf } from '../../../shared/links/links';
import type { Keyring } from '../../../shared/security/keyring';
import { hashToken } from '../../../shared/security/tokens';
import type { Context } from '../../../shared/subgraph/context';
import { Session } from '../identity/session.entity';
import { accounts } from './account.loader';
import { mayComeFrom } from './allowed-address';
import { nobodyIn } from './entrance';
import { endSession } from './revoke-sessions';
import { sessionsByToken } from './session.loader';
import {
  accessTokenFor,
  clearCookie,
  endOfSession,
  type LiveSession,
  newRefreshToken,
  sendAsCookie,
} from './session-tokens';
import type { RefreshPayload } from './sign-in.types';

/** Several tabs refresh at the same moment with the same token; later than this it is somebody else's copy. */
const GRACE_MS = 10_000;
const PURPOSE = 'customer.refresh_token.successor';

interface TokenRow {
  session_id: string;
  used_at: Date | null;
  successor: string | null;
}

type Outcome = LiveSession | 'ended' | 'reused';

/** Exchanges the refresh token, from the argument or the cookie, for the next one and an access token. */
export async function refreshSession(
  context: Context,
  given: string | null | undefined,
): Promise<RefreshPayload> {
  const token = given ?? context.facts.refreshToken;
  const organisationId = token ? tenantOf(token) : null;
  const outcome = token && organisationId ? await exchange(context, organisationId, token) : 'ended';
  if (outcome === 'reused') context.kernel.topics.accessChanged(organisationId!);
  if (typeof outcome === 'string') {
    if (!given) clearCookie(context);
    throw unauthenticated('The session has ended. Sign in again.');
  }
  if (!given) sendAsCookie(context, outcome);
  return {
    ...accessTokenFor(context, outcome.session),
    refreshToken: given ? outcome.refreshToken : null,
  };
}

/** All that happens to the tokens of a session happens under the session's lock, so they are read after it. */
function exchange(context: Context, organisationId: string, token: string): Promise<Outcome> {
  const { facts, kernel } = context;
  return nobodyIn(context, organisationId).transaction(async (tx): Promise<Outcome> => {
    const found = await tokenRow(tx, token);
    if (!found) return 'ended';
    const session = await tx.lock(sessionsByToken, found.session_id);
    const [user] = await tx.rows(accounts, sql`t.id = ${session.userId}`);
    const over = session.revokedAt || session.expiresAt <= tx.now || !user?.active || user.deletedAt;
    if (over || !(await mayComeFrom(tx, user, facts.address))) return 'ended';
    const row = (await tokenRow(tx, token))!;
    if (!row.used_at) return rotate(tx, kernel.keyring, session, token);
    if (row.successor && row.used_at.getTime() + GRACE_MS >= tx.now.getTime())
      return { session, refreshToken: await latest(tx, kernel.keyring, row.successor) };
    await endSession(tx, session, 'TOKEN_REUSED');
    tx.audit('refresh token reused', 'Session', session.id, { userId: session.userId });
    return 'reused';
  });
}

async function tokenRow(tx: Transaction, token: string): Promise<TokenRow | null> {
  const [row] = await tx.query<TokenRow>(
    sql`select session_id, used_at, successor from customer.refresh_token
        where organisation_id = ${tx.organisationId} and token_hash = ${hashToken(token)}`,
  );
  return row ?? null;
}

async function rotate(
  tx: Transaction,
  keyring: Keyring,
  session: Session,
  token: string,
): Promise<LiveSession> {
  const refreshToken = await newRefreshToken(tx, session.id);
  const expiresAt = endOfSession(session.createdAt, tx.now);
  await tx.query(sql`update customer.refresh_token set used_at = ${tx.now},
      successor = ${keyring.encrypt(refreshToken, PURPOSE)}
    where organisation_id = ${tx.organisationId} and token_hash = ${hashToken(token)}`);
  // Past the grace nobody is answered with a successor any more, so none is kept.
  await tx.query(sql`update customer.refresh_token set successor = null
    where organisation_id = ${tx.organisationId} and session_id = ${session.id} and successor is not null
      and used_at < ${new Date(tx.now.getTime() - GRACE_MS)}`);
  // Happens every quarter of an hour: no entry in the audit log, no new version.
  await tx.query(sql`update customer.session set last_used_at = ${tx.now}, expires_at = ${expiresAt}
    where organisation_id = ${tx.organisationId} and id = ${session.id}`);
  return { session: { ...session, lastUsedAt: tx.now, expiresAt }, refreshToken };
}

/**
 * The token that is current now. The successor may itself have been exchanged by another tab within the grace;
 * answered with it, a browser would put a used token into its cookie.
 */
async function latest(tx: Transaction, keyring: Keyring, sealedSuccessor: string): Promise<string> {
  const token = keyring.decrypt(sealedSuccessor, PURPOSE);
  const row = await tokenRow(tx, token);
  return row?.used_at && row.successor ? latest(tx, keyring, row.successor) : token;
}
