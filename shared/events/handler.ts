import type { Transaction } from '../database/transaction';
import type { Context } from '../subgraph/context';

/** An event as it stands in the log. */
export interface RecordedEvent {
  organisationId: string;
  position: number;
  id: string;
  name: string;
  subjectType: string;
  subjectId: string;
  payload: Record<string, unknown>;
  occurredAt: Date;
}

/**
 * What one subgraph does about an event, once: it runs in a transaction that also holds its inbox row. `name` is
 * kept in the database; renaming a handler would handle old events again.
 */
export interface EventHandler {
  event: string;
  name: string;
  /** Only in organisations in which somebody listens by it (`platform.listen`); elsewhere it is given no job. */
  ifListened?: true;
  handle(tx: Transaction, event: RecordedEvent, context: Context): Promise<void>;
}
