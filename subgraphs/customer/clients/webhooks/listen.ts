import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import type { WebhookEventName } from './webhook-event';

/** Kept in the database, with the inbox of each. */
export const handlerOf = (event: WebhookEventName): string =>
  `customer.webhook-${event.toLowerCase().replaceAll('_', '-')}`;

/** Most shops have no endpoint: until one is told of them, their events make no job for webhooks. */
export async function listenTo(tx: Transaction, events: readonly WebhookEventName[]): Promise<void> {
  await tx.query(sql`select platform.listen(${events.map(handlerOf)}::text[])`);
}
