import { createHash } from 'node:crypto';
import { addSeconds } from '../../shared/clock';
import type { DemoGraph } from './demo-graph';

const NAME = 'Flotta Nord';
const YEAR_SECONDS = 365 * 86_400;

const DOCUMENT = `query FleetVehicles($after: String) {
  vehicles(first: 50, after: $after) { nodes { id plate make model } pageInfo { endCursor hasNextPage } }
}`;

const MANIFEST = JSON.stringify({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    {
      id: createHash('sha256').update(DOCUMENT).digest('hex'),
      name: 'FleetVehicles',
      type: 'query',
      body: DOCUMENT,
    },
  ],
});

/** A fleet’s software with the one query that it may run. Nobody has its secret: rotating gives another. Again: the same. */
export async function fillThirdParty(graph: DemoGraph): Promise<void> {
  const clientId = (await known(graph)) ?? (await create(graph));
  await graph.ask(
    'customer',
    `mutation ($clientId: ID!, $manifest: String!) {
      registerPersistedDocuments(clientId: $clientId, manifest: $manifest) { registered } }`,
    { clientId, manifest: MANIFEST },
  );
}

async function known(graph: DemoGraph): Promise<string | undefined> {
  const { apiClients } = await graph.ask<{ apiClients: { nodes: { id: string; name: string }[] } }>(
    'customer',
    '{ apiClients(first: 50) { nodes { id name } } }',
  );
  return apiClients.nodes.find(({ name }) => name === NAME)?.id;
}

async function create(graph: DemoGraph): Promise<string> {
  const { createApiClient } = await graph.ask<{ createApiClient: { client: { id: string } } }>(
    'customer',
    `mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { client { id } } }`,
    {
      input: {
        name: NAME,
        description: 'The software of a fleet whose cars are looked after here.',
        scopes: ['vehicles:read'],
        expiresAt: addSeconds(new Date(), YEAR_SECONDS).toISOString(),
      },
    },
  );
  return createApiClient.client.id;
}
