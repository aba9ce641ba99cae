import { addressAllowed } from '../../../shared/access/addresses';
import { tenantOfKey } from '../../../shared/access/client-key';
import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { ApiError, badField } from '../../../shared/errors';
import { hashToken } from '../../../shared/security/tokens';
import type { Context } from '../../../shared/subgraph/context';
import { giveBack, type ThrottleRule, throttle } from '../../../shared/throttle/throttle';
import { nobodyIn } from '../sign-in/entrance';
import { secondsUntil } from '../sign-in/session-tokens';
import { ApiClient } from './api-client.entity';
import { clientSecrets, clientsBySecret } from './api-client.loader';
import type { ClientToken } from './api-client.types';
import type { ApiClientSecret } from './api-client-secret.entity';

const ACCESS_SECONDS = 15 * 60;
const FROM_ADDRESS: ThrottleRule = { name: 'client token, address', allowed: 50, windowSeconds: 15 * 60 };

interface Credentials {
  clientId: string;
  secret: string;
  /** Asked for: no more than the client has. Null for all of it. */
  scopes: readonly string[] | null;
}

interface Found {
  client: ApiClient;
  secret: ApiClientSecret;
}

/** An access token for the secret. One refusal for unknown, expired, revoked and from a wrong address. */
export async function issueClientToken(context: Context, credentials: Credentials): Promise<ClientToken> {
  const { facts, kernel } = context;
  const address = facts.address ?? 'unknown';
  await throttle(context, FROM_ADDRESS, address);
  const organisationId = tenantOfKey(credentials.secret);
  if (!organisationId) throw refused();
  const { client, secret } = await nobodyIn(context, organisationId).transaction(async (tx) => {
    const found = await clientBehind(tx, credentials);
    if (!found || !addressAllowed(found.client.allowedAddresses, facts.address)) throw refused();
    requireWithin(found.client, credentials.scopes);
    tx.audit('issue token', ApiClient.name, found.client.id, { secretId: found.secret.id });
    return found;
  });
  await giveBack(context, FROM_ADDRESS, address);
  const now = kernel.clock.now();
  const end = new Date(Math.min(client.expiresAt.getTime(), secret.expiresAt.getTime()));
  const seconds = secondsUntil(end, now, ACCESS_SECONDS);
  const claims = { sub: client.id, org: client.organisationId, sid: secret.id, kind: 'CLIENT' };
  const accessToken = kernel.accessTokens.issue(claims, seconds, now);
  return { accessToken, expiresAt: addSeconds(now, seconds), scopes: client.scopes };
}

async function clientBehind(tx: Transaction, { clientId, secret: key }: Credentials): Promise<Found | null> {
  const [secret] = await tx.rows(
    clientSecrets,
    sql`t.secret_hash = ${hashToken(key)} and t.expires_at > ${tx.now}`,
  );
  if (!secret || secret.clientId !== clientId.toLowerCase()) return null;
  const [client] = await tx.rows(
    clientsBySecret,
    sql`t.id = ${secret.clientId} and t.revoked_at is null and t.expires_at > ${tx.now}`,
  );
  return client ? { client, secret } : null;
}

function requireWithin({ scopes }: ApiClient, asked: readonly string[] | null): void {
  const beyond = asked?.find((scope) => !scopes.includes(scope));
  if (beyond !== undefined)
    throw badField('scope', 'SCOPE', 'The client does not have every scope asked for.');
}

const refused = () =>
  new ApiError('INVALID_CREDENTIALS', 'The client is unknown, or its secret is not good.');
