import { conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { ApiClient } from './api-client.entity';
import { ApiClientResolver } from './api-client.resolver';
import { ApiClientSecret } from './api-client-secret.entity';

export const clientsParts = {
  entities: [ApiClient, ApiClientSecret],
  resolvers: [ApiClientResolver],
  constraints: {
    api_client_name: () => conflict('Another API client has this name.', { field: 'name' }),
  },
} satisfies Parts;
