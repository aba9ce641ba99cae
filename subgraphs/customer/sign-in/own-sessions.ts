import { sql } from '../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Session } from '../identity/session.entity';
import { lockManaged } from '../identity/user-rules';
import { oneself } from './oneself';
import { endSession } from './revoke-sessions';
import { sessions } from './session.loader';

/** One's own sessions that are still good, the latest sign-in first. */
export function ownSessions(context: Context, page: PageRequest): Promise<Connection<Session>> {
  const { userId } = oneself(context.identity);
  const live = sql`t.user_id = ${userId} and t.revoked_at is null and t.expires_at > ${context.kernel.clock.now()}`;
  return context.page(sessions, live, { by: ['createdAt'], descending: true }, page);
}

/** Ends one of one's own sessions, or one of somebody whose account one manages. */
export async function revokeSession(context: Context, id: string): Promise<boolean> {
  const { organisationId, userId } = oneself(context.identity);
  const { userId: holder } = await context.loadOrFail(sessions, id);
  await context.transaction(async (tx) => {
    if (holder !== userId) await lockManaged(tx, holder, 'users:update');
    await endSession(tx, await tx.lock(sessions, id), 'REVOKED');
  });
  context.kernel.topics.accessChanged(organisationId);
  return true;
}
