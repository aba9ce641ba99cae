import { apolloManifest, inDays } from '../clients/third-party.fixtures';
import type { GraphClient } from '../harness/client';
import type { Shop } from '../harness/shop';

export const VALUES_OF_CLIENTS: Readonly<Record<string, Record<string, unknown>>> = {
  createApiClient: { 'input.scopes': 'vehicles:read', 'input.expiresAt': inDays(30) },
  registerPersistedDocuments: { manifest: apolloManifest('query Sample { me { kind } }') },
};

/** A client's secrets have ids as well. */
export const TABLES_OF_CLIENTS: Readonly<Record<string, Record<string, string>>> = {
  rotateApiClientSecret: { id: 'customer.api_client' },
};

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
