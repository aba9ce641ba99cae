import { createClient, createEndpoint } from '../api/webhooks.fixtures';
import { keepDelivery } from './filled-webhooks.fixtures';
import type { Host, Maker } from './records.fixtures';

export const WEBHOOK_KINDS = ['toldClient', 'webhookEndpoint', 'webhookDelivery'] as const;

/** Only administrators see any, so whose or where one is makes no difference. */
const makeClient = async ({ shop, centre }: Host): Promise<string> =>
  (await createClient(shop.admin.client, { scopes: ['serviceRequests:read'], serviceCentreIds: [centre] }))
    .id;

const makeEndpoint = async (host: Host): Promise<string> => {
  const given = { url: 'https://hooks.example.com/', events: ['SERVICE_REQUEST_REJECTED'] };
  return (await createEndpoint(host.shop.admin.client, { clientId: await makeClient(host), ...given })).id;
};

export const webhookMakers: Readonly<Record<(typeof WEBHOOK_KINDS)[number], Maker>> = {
  toldClient: (_world, host) => makeClient(host),
  webhookEndpoint: (_world, host) => makeEndpoint(host),
  webhookDelivery: async ({ graph }, host) =>
    keepDelivery(graph, host.shop.id, await makeEndpoint(host), 'taken'),
};
