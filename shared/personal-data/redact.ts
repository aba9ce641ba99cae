import { sql } from '../database/sql';
import type { Transaction } from '../database/transaction';

/**
 * Blanks what the audit log holds of the values of these records: who did what to which field, and when, stays. Run it
 * once the records are overwritten, and so locked: whoever changed them before has written the log by then.
 */
export async function redactAudit(
  tx: Transaction,
  entityType: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length) await tx.query(sql`select platform.redact_audit(${entityType}, ${[...ids]}::uuid[])`);
}

/** Blanks from where, and with what, somebody did what the log says they did. */
export async function redactActor(tx: Transaction, actorId: string): Promise<void> {
  await tx.query(sql`select platform.redact_actor(${actorId})`);
}
