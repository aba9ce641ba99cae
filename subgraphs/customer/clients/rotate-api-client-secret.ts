import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { ApiClient } from './api-client.entity';
import type { RotateApiClientSecretInput } from './api-client.input';
import { apiClients, clientSecrets } from './api-client.loader';
import type { IssuedApiClient } from './api-client.types';
import { ApiClientSecret } from './api-client-secret.entity';
import { newSecret } from './new-secret';

const DEFAULT_OVERLAP_HOURS = 24;
const HOUR_SECONDS = 3600;

/** Of all secrets that are good, the newest stays good for the overlap; those before it end now. */
export async function rotateApiClientSecret(
  context: Context,
  id: string,
  { overlapHours, expectedVersion }: RotateApiClientSecretInput,
): Promise<IssuedApiClient> {
  const overlap = (overlapHours ?? DEFAULT_OVERLAP_HOURS) * HOUR_SECONDS;
  const secret = await context.transaction(async (tx) => {
    const client = await tx.lock(apiClients, id, expectedVersion);
    requireLive(client, tx.now);
    await shorten(tx, client, overlap);
    // Its version counts the rotations, so that of two at once the second is told.
    await tx.query(sql`update customer.api_client set version = version + 1, updated_at = ${tx.now}
      where organisation_id = ${tx.organisationId} and id = ${id}`);
    tx.audit('rotate secret', ApiClient.name, id, { overlapHours: overlap / HOUR_SECONDS });
    tx.emit({ name: 'ApiClientSecretRotated', subjectType: 'ApiClient', subjectId: id });
    return newSecret(tx, client);
  });
  context.kernel.topics.accessChanged(context.identity.organisationId!);
  return { client: await context.loadOrFail(apiClients, id), secret };
}

async function shorten(tx: Transaction, client: ApiClient, overlapSeconds: number): Promise<void> {
  const good = await tx.rows(
    clientSecrets,
    sql`t.client_id = ${client.id} and t.expires_at > ${tx.now}`,
    sql`order by t.created_at desc, t.id desc`,
  );
  for (const [place, secret] of good.entries()) {
    const end = addSeconds(tx.now, place === 0 ? overlapSeconds : 0);
    if (end < secret.expiresAt) await tx.update(ApiClientSecret, secret, { expiresAt: end });
  }
}

export function requireLive({ revokedAt, expiresAt }: ApiClient, now: Date): void {
  if (revokedAt) throw conflict('This API client was revoked.');
  if (expiresAt <= now) throw conflict('This API client has expired.');
}
