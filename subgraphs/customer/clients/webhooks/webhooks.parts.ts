import type { Parts } from '../../../../shared/subgraph/parts';
import { webhookTask } from './deliver-webhook.task';
import { webhookHandlers } from './webhook.handlers';
import { WebhookResolver } from './webhook.resolver';
import { WebhookDelivery } from './webhook-delivery.entity';
import { WebhookEndpoint } from './webhook-endpoint.entity';

export const webhooksParts = {
  entities: [WebhookEndpoint, WebhookDelivery],
  resolvers: [WebhookResolver],
  handlers: webhookHandlers,
  tasks: [webhookTask],
} satisfies Parts;
