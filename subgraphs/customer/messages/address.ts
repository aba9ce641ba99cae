import { columnHash } from '../../../shared/database/hashed';
import { type Sql, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { MessageChannel } from './channels';

/** A channel and where on it: an e-mail address in lower case, or a phone as E.164. */
export interface Way {
  channel: MessageChannel;
  to: string;
}

/** Addresses are sealed; this finds what was sent to one of them, or stopped by it. */
export const addressHash = ({ channel, to }: Way): string =>
  columnHash('message address', `${channel} ${to.toLowerCase()}`);

const lockOf = (tx: Transaction, hash: string): Sql =>
  sql`hashtextextended(${`${tx.organisationId} ${hash}`}, 0)`;

/** Held by who is about to send to the address: many at once. */
export const sharedWith = (tx: Transaction, hash: string): Promise<unknown> =>
  tx.query(sql`select pg_advisory_xact_lock_shared(${lockOf(tx, hash)})`);

/**
 * Held by who stops the address: whoever sends either has said so before, and is waited for, or sees the stop. A row
 * to lock there is none: messages that are written meanwhile are nobody's yet.
 */
export const alone = (tx: Transaction, hash: string): Promise<unknown> =>
  tx.query(sql`select pg_advisory_xact_lock(${lockOf(tx, hash)})`);
