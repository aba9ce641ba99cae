import { newId } from '../../shared/ids';
import { createClient, createEndpoint } from '../api/webhooks.fixtures';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';

/** Words of ids that do not say whose they are. */
export const MEANT_OF_WEBHOOKS = {
  client: 'api_client',
  endpoint: 'webhook_endpoint',
  webhook: 'webhook_delivery',
} as const;

const SCOPES = ['serviceRequests:read'];

/** An endpoint that listens to nothing that happens here, and what it was told once. */
export async function fillWebhooks(
  graph: TestGraph,
  admin: GraphClient,
  shop: Shop,
  marker: string,
): Promise<Record<'createWebhookEndpoint', Record<string, string>>> {
  const client = await createClient(admin, { name: `Told ${marker}`, scopes: SCOPES });
  const endpoint = await createEndpoint(admin, {
    clientId: client.id,
    url: `https://hooks.example.com/${marker}`,
    description: marker,
    events: ['SERVICE_REQUEST_REJECTED'],
  });
  await keepDelivery(graph, shop.id, endpoint.id, marker);
  return { createWebhookEndpoint: { 'input.clientId': client.id } };
}

export async function keepDelivery(
  graph: TestGraph,
  organisationId: string,
  endpointId: string,
  answer: string,
): Promise<string> {
  const id = newId();
  await graph.sql(
    `insert into customer.webhook_delivery (organisation_id, id, version, created_at, updated_at, endpoint_id, event_id,
       event, subject_id, occurred_at, status, attempts, response_status, response_body)
     values ($1, $2, 1, now(), now(), $3, $4, 'SERVICE_REQUEST_REJECTED', $5, now(), 'DELIVERED', 1, 200, $6)`,
    [organisationId, id, endpointId, newId(), newId(), answer],
  );
  return id;
}
