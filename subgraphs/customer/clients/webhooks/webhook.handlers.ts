import { addSeconds } from '../../../../shared/clock';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import type { EventHandler, RecordedEvent } from '../../../../shared/events/handler';
import { handlerOf } from './listen';
import { queueDelivery } from './queue-delivery';
import { WebhookDelivery } from './webhook-delivery.entity';
import { publicEvent, WEBHOOK_EVENTS, type WebhookEventName } from './webhook-event';

const KEPT_SECONDS = 30 * 24 * 60 * 60;

/** Writes down for each endpoint that listens what it is to be told; whether it may know, the job asks. */
export const webhookHandlers: EventHandler[] = WEBHOOK_EVENTS.map((name) => ({
  event: publicEvent(name).event,
  name: handlerOf(name),
  ifListened: true,
  handle: (tx, event) => tellEndpoints(tx, name, event),
}));

async function tellEndpoints(tx: Transaction, name: WebhookEventName, event: RecordedEvent): Promise<void> {
  const listening = await tx.query<{ id: string }>(
    sql`select e.id from customer.webhook_endpoint e
        join customer.api_client c on c.organisation_id = e.organisation_id and c.id = e.client_id
        where e.organisation_id = ${tx.organisationId} and e.events @> array[${name}]::text[]
          and e.switched_off_at is null and c.revoked_at is null and c.expires_at > ${tx.now}`,
  );
  for (const { id: endpointId } of listening) {
    await forgetOld(tx, endpointId);
    const delivery = await tx.insert(WebhookDelivery, {
      endpointId,
      eventId: event.id,
      event: name,
      subjectId: event.subjectId,
      occurredAt: event.occurredAt,
      status: 'PENDING',
      attempts: 0,
      lastAttemptAt: null,
      nextAttemptAt: tx.now,
      failure: null,
      responseStatus: null,
      durationMs: null,
      responseBody: null,
    });
    queueDelivery(tx, delivery, 0);
  }
}

const forgetOld = (tx: Transaction, endpointId: string): Promise<unknown> =>
  tx.query(
    sql`delete from customer.webhook_delivery d where d.organisation_id = ${tx.organisationId}
        and d.endpoint_id = ${endpointId} and d.created_at < ${addSeconds(tx.now, -KEPT_SECONDS)}
        and d.status <> 'PENDING'`,
  );
