import { apolloManifest, inDays } from '../clients/third-party.fixtures';
import { command, create, list, type Operation, unique } from './operation.fixtures';

export const CLIENT_QUERIES: readonly Operation[] = [
  list('apiClients', 'apiClient'),
  list('persistedDocuments', 'persistedDocument'),
];

export const CLIENTS: readonly Operation[] = [
  create(
    'createApiClient',
    'serviceCentre',
    'CreateApiClientInput',
    ({ id }) => ({
      name: `Client ${unique()}`,
      scopes: ['vehicles:read'],
      serviceCentreIds: [id],
      expiresAt: inDays(1),
    }),
    '{ client { id } }',
  ),
  command('rotateApiClientSecret', 'apiClient', '{ client { id } }'),
  command('revokeApiClient', 'apiClient'),
  {
    name: 'registerPersistedDocuments',
    kind: 'apiClient',
    ask: ({ id }) => ({
      query: `mutation ($id: ID!, $manifest: String!) {
        registerPersistedDocuments(clientId: $id, manifest: $manifest) { registered } }`,
      variables: { id, manifest: apolloManifest('query Me { me { kind } }') },
    }),
  },
  command('removePersistedDocument', 'persistedDocument', ''),
];
