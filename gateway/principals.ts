import { addressAllowed } from '../shared/access/addresses';
import { ANONYMOUS, type Identity, type Reach } from '../shared/access/identity';
import type { Clock } from '../shared/clock';
import type { Topics } from '../shared/live/topics';
import type { AccessTokens, VerifiedAccess } from '../shared/security/access-token';
import type { GatewayDatabase } from './database';

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
  private readonly remembered = new Map<string, Remembered>();
  /** A signature that was good stays good: only the time is looked at again. */
  private readonly verified = new Map<string, VerifiedAccess>();
  private readonly listeners = new Set<(organisationId: string) => void>();
  private unsubscribe: () => void = () => {};

  constructor(
    private readonly database: GatewayDatabase,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

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

  /** Who may do what in that organisation is looked up anew: for those whose answers go on meanwhile. */
  onForgotten(listener: (organisationId: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Until when a token is good, whatever becomes of its session; null when it is not. */
  endOf(token: string): Date | null {
    return this.claimsOf(token)?.expiresAt ?? null;
  }

  close(): void {
    this.unsubscribe();
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
    for (const listener of this.listeners) listener(organisationId);
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
    const [row] = await this.database.read<PrincipalRow>(org, 'select * from customer.principal($1, $2)', [
      kind,
      sid,
    ]);
    return row ?? null;
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
