import { newClientKey } from '../../../shared/access/client-key';
import type { Transaction } from '../../../shared/database/transaction';
import { hashToken } from '../../../shared/security/tokens';
import type { ApiClient } from './api-client.entity';
import { ApiClientSecret } from './api-client-secret.entity';

/** The secret goes to the administrator; what is kept is its hash. */
export async function newSecret(tx: Transaction, client: ApiClient): Promise<string> {
  const secret = newClientKey(tx.organisationId);
  await tx.insert(ApiClientSecret, {
    clientId: client.id,
    secretHash: hashToken(secret),
    ending: secret.slice(-4),
    expiresAt: client.expiresAt,
  });
  return secret;
}
