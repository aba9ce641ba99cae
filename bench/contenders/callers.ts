import { Client } from 'pg';
import type { Identity, Reach } from '../../shared/access/identity';
import { ADVISORS, advisor, type Shop, signIn } from '../seed/shops';

/** The advisors' access tokens. Signing in is slow on purpose: it is done between the rounds, and never measured. */
export interface Callers {
  tokens: string[];
}

export async function signAllIn(callers: Callers, url: string, shop: Shop): Promise<void> {
  const tokens: string[] = [];
  for (let number = 0; number < ADVISORS; number += 1)
    tokens.push(await signIn(url, { organisation: shop.slug, login: advisor(number) }));
  callers.tokens = tokens;
}

interface PrincipalRow {
  actor_id: string;
  role_id: string;
  permissions: Record<string, Reach>;
  service_centre_ids: string[];
}

/** Whom the gateway finds behind each token, for those contenders that have no gateway of ours. */
export async function identitiesOf({ tokens }: Callers, databaseUrl: string): Promise<Identity[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const identities: Identity[] = [];
    for (const token of tokens) identities.push(await identityOf(token, client));
    return identities;
  } finally {
    await client.end();
  }
}

async function identityOf(token: string, client: Client): Promise<Identity> {
  const payload = token.split('.')[1]!;
  const { org, sid } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    org: string;
    sid: string;
  };
  await client.query("select set_config('liftbay.organisation', $1, false)", [org]);
  const { rows } = await client.query<PrincipalRow>("select * from customer.principal('USER', $1)", [sid]);
  const [row] = rows;
  return {
    kind: 'USER',
    organisationId: org,
    actorId: row!.actor_id,
    sessionId: sid,
    roleId: row!.role_id,
    permissions: row!.permissions,
    serviceCentreIds: row!.service_centre_ids,
    customerId: null,
    link: null,
  };
}
