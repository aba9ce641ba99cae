import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { queueDelivery } from './queue-delivery';
import { webhookDeliveries, webhookEndpoints } from './webhook.loader';
import { WebhookDelivery } from './webhook-delivery.entity';

/** Begins anew, at once; one that waits does not wait any longer. */
export async function redeliverWebhook(context: Context, id: string): Promise<WebhookDelivery> {
  await context.transaction(async (tx) => {
    const delivery = await tx.lock(webhookDeliveries, id);
    const endpoint = await tx.lock(webhookEndpoints, delivery.endpointId);
    if (endpoint.switchedOffAt) throw conflict('The endpoint is switched off.');
    const anew = { status: 'PENDING', attempts: 0, nextAttemptAt: tx.now } as const;
    await tx.update(WebhookDelivery, delivery, anew, 'redeliver');
    queueDelivery(tx, delivery, 0);
  });
  return context.loadOrFail(webhookDeliveries, id);
}
