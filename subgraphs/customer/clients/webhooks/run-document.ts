import { sql } from '../../../../shared/database/sql';
import type { Context } from '../../../../shared/subgraph/context';
import type { ApiClient } from '../api-client.entity';

/** For one question, asked at once. */
const TOKEN_SECONDS = 60;
const ANSWERED_WITHIN_MS = 30_000;

export interface Answer {
  data: unknown;
  errors?: unknown[];
}

/**
 * What a registered query of a client answers: asked of the gateway as the client would ask, so that its rights, its
 * documents and its budget hold. Throws when there is no answer now; the job then comes again.
 */
export async function runDocument(
  context: Context,
  client: ApiClient,
  hash: string,
  variables: Record<string, unknown>,
): Promise<Answer> {
  const response = await fetch(`${context.kernel.environment.gatewayUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenFor(context, client)}`,
    },
    body: JSON.stringify({ documentId: `sha256:${hash}`, variables }),
    signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
  });
  if (response.status === 429 || response.status >= 500)
    throw new Error(`The gateway answers ${response.status} to the document of a webhook.`);
  const { data, errors } = (await response.json()) as Partial<Answer>;
  return { data: data ?? null, ...(errors ? { errors } : {}) };
}

/** In the name of its newest secret: without one that is good, a client may do nothing. */
async function tokenFor(context: Context, { organisationId, id }: ApiClient): Promise<string> {
  const { accessTokens, clock } = context.kernel;
  const now = clock.now();
  const [secret] = await context.reader.query<{ id: string }>(
    sql`select s.id from customer.api_client_secret s where s.organisation_id = ${organisationId}
        and s.client_id = ${id} and s.expires_at > ${now} order by s.created_at desc, s.id desc limit 1`,
  );
  if (!secret) throw new Error('A client without a secret that is good.');
  const claims = { sub: id, org: organisationId, sid: secret.id, kind: 'CLIENT', fromUs: true };
  return accessTokens.issue(claims, TOKEN_SECONDS, now);
}
