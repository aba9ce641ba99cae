import { change, command, create, list, type Operation, unique } from './operation.fixtures';

export const WEBHOOK_QUERIES: readonly Operation[] = [
  list('webhookEndpoints', 'webhookEndpoint'),
  list('webhookDeliveries', 'webhookDelivery'),
];

export const WEBHOOKS: readonly Operation[] = [
  create(
    'createWebhookEndpoint',
    'toldClient',
    'CreateWebhookEndpointInput',
    ({ id }) => ({
      clientId: id,
      url: `https://hooks.example.com/${unique()}`,
      events: ['SERVICE_REQUEST_REJECTED'],
    }),
    '{ endpoint { id } }',
  ),
  change('updateWebhookEndpoint', 'webhookEndpoint', 'UpdateWebhookEndpointInput', { description: 'Sample' }),
  command('deleteWebhookEndpoint', 'webhookEndpoint', ''),
  command('rotateWebhookEndpointSecret', 'webhookEndpoint', '{ endpoint { id } }'),
  command('redeliverWebhook', 'webhookDelivery'),
];
