import { Pool } from 'pg';
import { addressAllowed } from '../shared/access/addresses';
import { ANONYMOUS, type Identity, type Reach } from '../shared/access/identity';
import type { Clock } from '../shared/clock';
import type { Topics } from '../shared/live/topics';
import type { AccessTokens, VerifiedAccess } from '../shared/security/access-token';

/** How long an answer is remembered when no word of a change comes. */
const REMEMBERED_MS = 5_000;
const MOST_REMEMBERED = 10_000;

interface PrincipalRow {
  actor_id: string;
  session_id: string | null;
  role_id: string | null;
  permissions: Record<string, Reach>;
  service_centre_ids: string[] | null;
  customer_id: string | null;
  link_purpose: string | null;
  link_record_type: string | null;
  link_record_id: string | null;
  allowed_addresses: string[];
}

interface Remembered {
  organisationId: string;
  principal: Promise<PrincipalRow | null>;
  until: number;
}

/**
 * Who is behind a token now. The token only names a session or a link; whether it still stands, and what its
 * holder may do, the database says, so that taking something away works at once.
 */
export class Principals {
  private readonly pool: Pool;
  private readonly remembered = new Map<string, Remembered>();
  /** A signature that was good stays good: only the time is looked at again. */
  private readonly verified = new Map<string, VerifiedAccess>();
  private unsubscribe: () => void = () => {};

  constructor(
    url: string,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {
    this.pool = new Pool({
      connectionString: url,
      max: 4,
      application_name: 'liftbay gateway',
      pipeline: true,
    });
    // A lost connection fails the query that runs on it; unheard, the event about it would end the process.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async listen(topics: Topics): Promise<void> {
    this.unsubscribe = await topics.onAccessChanged(({ organisationId }) => this.forget(organisationId));
  }

  /** Null: there is a token, but it is not, or no longer, good. */
  async identify(token: string, address: string): Promise<Identity | null> {
    const claims = this.claimsOf(token);
    if (!claims) return null;
    const row = await this.find(claims);
    if (!row || !addressAllowed(row.allowed_addresses, address)) return null;
    return toIdentity(claims, row);
  }

  async ready(): Promise<boolean> {
    return this.pool.query('select 1').then(
      () => true,
      () => false,
    );
  }

  get connections(): Record<string, number> {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount };
  }

  async close(): Promise<void> {
    this.unsubscribe();
    await this.pool.end();
  }

  private claimsOf(token: string): VerifiedAccess | null {
    const now = this.clock.now();
    const known = this.verified.get(token);
    if (known && known.expiresAt > now) return known;
    const claims = this.tokens.verify(token, now);
    if (!claims) return null;
    if (this.verified.size >= MOST_REMEMBERED) this.verified.clear();
    this.verified.set(token, claims);
    return claims;
  }

  private forget(organisationId: string): void {
    for (const [key, entry] of this.remembered)
      if (entry.organisationId === organisationId) this.remembered.delete(key);
  }

  private find(claims: VerifiedAccess): Promise<PrincipalRow | null> {
    const key = `${claims.kind}:${claims.sid}`;
    const now = this.clock.now().getTime();
    const known = this.remembered.get(key);
    if (known && known.until > now) return known.principal;
    const principal = this.read(claims);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, { organisationId: claims.org, principal, until: now + REMEMBERED_MS });
    principal.catch(() => this.remembered.delete(key));
    return principal;
  }

  private async read({ org, kind, sid }: VerifiedAccess): Promise<PrincipalRow | null> {
    const client = await this.pool.connect();
    try {
      const [, { rows }] = await Promise.all([
        client.query("select set_config('liftbay.organisation', $1, false)", [org]),
        client.query<PrincipalRow>('select * from customer.principal($1, $2)', [kind, sid]),
      ]);
      client.release();
      return rows[0] ?? null;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

function toIdentity(claims: VerifiedAccess, row: PrincipalRow): Identity {
  return {
    ...ANONYMOUS,
    kind: claims.kind === 'LINK' ? 'LINK' : 'USER',
    organisationId: claims.org,
    actorId: row.actor_id,
    sessionId: row.session_id,
    roleId: row.role_id,
    permissions: row.permissions,
    serviceCentreIds: row.service_centre_ids,
    customerId: row.customer_id,
    link: row.link_purpose
      ? { purpose: row.link_purpose, recordType: row.link_record_type!, recordId: row.link_record_id! }
      : null,
  };
}
