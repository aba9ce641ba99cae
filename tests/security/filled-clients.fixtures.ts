import { apolloManifest, inDays } from '../clients/third-party.fixtures';
import type { GraphClient } from '../harness/client';
import type { Shop } from '../harness/shop';

/** A third party’s program with a document; its secret was rotated once. */
export async function fillClients(admin: GraphClient, shop: Shop, marker: string): Promise<string> {
  const { createApiClient: made } = await admin.ask<{ createApiClient: { client: { id: string } } }>(
    'mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { client { id } } }',
    {
      input: {
        name: `Client ${marker}`,
        scopes: ['vehicles:read'],
        serviceCentreIds: [shop.centres[0]],
        expiresAt: inDays(30),
      },
    },
  );
  const { id } = made.client;
  await admin.ask('mutation ($id: ID!) { rotateApiClientSecret(id: $id) { secret } }', { id });
  await admin.ask(
    'mutation ($id: ID!, $manifest: String!) { registerPersistedDocuments(clientId: $id, manifest: $manifest) { refused } }',
    { id, manifest: apolloManifest(`query ${marker} { me { kind } }`) },
  );
  return id;
}
