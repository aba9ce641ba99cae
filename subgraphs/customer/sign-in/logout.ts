import { sql } from '../../../shared/database/sql';
import { tenantOf } from '../../../shared/links/links';
import { hashToken } from '../../../shared/security/tokens';
import type { Context } from '../../../shared/subgraph/context';
import { nobodyIn } from './entrance';
import { endSession } from './revoke-sessions';
import { sessionsByToken } from './session.loader';
import { clearCookie } from './session-tokens';

/** Ends the session of the access token, or, when that has run out, of the refresh token. */
export async function logout(context: Context, given: string | null | undefined): Promise<boolean> {
  const { sessionId, organisationId } = context.identity;
  const token = given ?? context.facts.refreshToken;
  clearCookie(context);
  if (sessionId && organisationId) await end(context, organisationId, sessionId);
  else if (token) await endByToken(context, token);
  return true;
}

async function endByToken(context: Context, token: string): Promise<void> {
  const organisationId = tenantOf(token);
  if (!organisationId) return;
  const inside = nobodyIn(context, organisationId);
  const [row] = await inside.reader.query<{ id: string }>(
    sql`select session_id as id from customer.refresh_token
        where organisation_id = ${organisationId} and token_hash = ${hashToken(token)}`,
  );
  if (row) await end(inside, organisationId, row.id);
}

async function end(context: Context, organisationId: string, sessionId: string): Promise<void> {
  await context.transaction(async (tx) =>
    endSession(tx, await tx.lock(sessionsByToken, sessionId), 'SIGNED_OUT'),
  );
  context.kernel.topics.accessChanged(organisationId);
}
