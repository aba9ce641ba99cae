import { conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { ApiClient } from './api-client.entity';
import { ApiClientResolver } from './api-client.resolver';
import { ApiClientSecret } from './api-client-secret.entity';
import { PersistedDocument } from './persisted-document.entity';
import { PersistedDocumentResolver } from './persisted-document.resolver';

export const clientsParts = {
  entities: [ApiClient, ApiClientSecret, PersistedDocument],
  resolvers: [ApiClientResolver, PersistedDocumentResolver],
  constraints: {
    api_client_name: () => conflict('Another API client has this name.', { field: 'name' }),
  },
} satisfies Parts;
