import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { Session } from '../identity/session.entity';

export type RevocationReason =
  | 'SIGNED_OUT'
  | 'REVOKED'
  | 'TOKEN_REUSED'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | 'DEACTIVATED'
  | 'DELETED';

/** Ends a session that the transaction has locked. The caller tells the gateway after the commit. */
export async function endSession(tx: Transaction, session: Session, reason: RevocationReason): Promise<void> {
  if (session.revokedAt) return;
  await tx.update(Session, session, { revokedAt: tx.now, revokedReason: reason }, 'end session');
}

/**
 * Ends every session of a user, but one if it is named. The caller tells the gateway after the commit:
 * `context.kernel.topics.accessChanged(organisationId)`.
 */
export async function revokeSessions(
  tx: Transaction,
  userId: string,
  reason: RevocationReason,
  exceptId: string | null = null,
): Promise<void> {
  const ended = await tx.query<{ id: string }>(
    sql`update customer.session set revoked_at = ${tx.now}, revoked_reason = ${reason}, version = version + 1,
          updated_at = ${tx.now}
        where organisation_id = ${tx.organisationId} and user_id = ${userId} and revoked_at is null
          and id is distinct from ${exceptId}::uuid
        returning id`,
  );
  if (ended.length) tx.audit('end sessions', 'User', userId, { reason, sessions: ended.map(({ id }) => id) });
}
