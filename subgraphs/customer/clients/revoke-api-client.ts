import type { Context } from '../../../shared/subgraph/context';
import { ApiClient } from './api-client.entity';
import { apiClients } from './api-client.loader';

/** Ends it for good, at once: its secrets, its tokens and what it listens to. Again changes nothing. */
export async function revokeApiClient(context: Context, id: string): Promise<ApiClient> {
  await context.transaction(async (tx) => {
    const client = await tx.lock(apiClients, id);
    if (client.revokedAt) return;
    await tx.update(ApiClient, client, { revokedAt: tx.now }, 'revoke');
    tx.emit({ name: 'ApiClientRevoked', subjectType: 'ApiClient', subjectId: id });
  });
  context.kernel.topics.accessChanged(context.identity.organisationId!);
  return context.loadOrFail(apiClients, id);
}
