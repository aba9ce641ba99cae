import { addressAllowed } from '../shared/access/addresses';
import { tenantOfKey } from '../shared/access/client-key';
import { ANONYMOUS, type Identity, type Reach } from '../shared/access/identity';
import type { Clock } from '../shared/clock';
import type { Topics } from '../shared/live/topics';
import type { AccessTokens, VerifiedAccess } from '../shared/security/access-token';
import { hashToken } from '../shared/security/tokens';
import type { GatewayDatabase } from './database';

/** How long an answer is remembered when no word of a change comes. */
const REMEMBERED_MS = 5_000;
/**
 * Who is asked about again in the last part of that time is looked up anew beside their request, at a moment of their
 * own: otherwise a thousand subscribers who came together are all looked up, and wait, at the same moment.
 */
const LOOKED_UP_AHEAD_MS = 3_000;
const MOST_REMEMBERED = 10_000;

interface PrincipalRow {
  actor_id: string;
  session_id: string | null;
  permissions: Record<string, Reach>;
  service_centre_ids: string[] | null;
  allowed_addresses: string[];
  /** From here on not of clients. */
  role_id?: string | null;
  customer_id?: string | null;
  link_purpose?: string | null;
  link_record_type?: string | null;
  link_record_id?: string | null;
}

/** What a caller came with: a token names a session, a link or a client's secret; a key is such a secret itself. */
interface Shown {
  org: string;
  kind: string;
  sid: string | null;
  hash: string | null;
  /** The program itself asks in their name. */
  fromUs?: boolean;
  /** Until when it is good, whatever becomes of its session; null for a key, of which the database alone knows. */
  expiresAt: Date | null;
}

/** Who it is, the same object as long as it is remembered, and from where they may call. */
interface Principal {
  identity: Identity;
  allowedAddresses: readonly string[];
}

interface Remembered {
  organisationId: string;
  principal: Promise<Principal | null>;
  /** From then on it is looked up anew, while the answer is still good. */
  anewFrom: number;
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
    const shown = this.shownBy(token);
    if (!shown) return null;
    const principal = await this.find(shown);
    if (!principal) return null;
    if (!shown.fromUs && !addressAllowed(principal.allowedAddresses, address)) return null;
    return principal.identity;
  }

  /** Who may do what in that organisation is looked up anew: for those whose answers go on meanwhile. */
  onForgotten(listener: (organisationId: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Until when a token is good, whatever becomes of its session; null when it is not, or has no end of its own. */
  endOf(token: string): Date | null {
    return this.shownBy(token)?.expiresAt ?? null;
  }

  close(): void {
    this.unsubscribe();
  }

  private shownBy(token: string): Shown | null {
    const org = tenantOfKey(token);
    if (org) return { org, kind: 'CLIENT', sid: null, hash: hashToken(token), expiresAt: null };
    const claims = this.claimsOf(token);
    return claims && { ...claims, hash: null };
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

  private find(shown: Shown): Promise<Principal | null> {
    const key = `${shown.kind}:${shown.sid ?? shown.hash}`;
    const now = this.clock.now().getTime();
    const known = this.remembered.get(key);
    if (!known || known.until <= now) return this.remember(key, this.lookUp(shown, now)).principal;
    if (known.anewFrom <= now) this.lookUpAhead(key, known, this.lookUp(shown, now));
    return known.principal;
  }

  private lookUp(shown: Shown, now: number): Remembered {
    const until = now + REMEMBERED_MS;
    const anewFrom = until - Math.random() * LOOKED_UP_AHEAD_MS;
    return { organisationId: shown.org, principal: this.read(shown), anewFrom, until };
  }

  private remember(key: string, entry: Remembered): Remembered {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, entry);
    entry.principal.catch(() => {
      if (this.remembered.get(key) === entry) this.remembered.delete(key);
    });
    return entry;
  }

  /** What was forgotten meanwhile is not remembered again: it may have been read before the change. */
  private lookUpAhead(key: string, known: Remembered, next: Remembered): void {
    known.anewFrom = known.until;
    next.principal.then(
      () => {
        if (this.remembered.get(key) === known) this.remember(key, next);
      },
      // Whoever asks once the answer is no longer good hears why.
      () => undefined,
    );
  }

  private async read(shown: Shown): Promise<Principal | null> {
    const { org, kind, sid, hash } = shown;
    const [row] =
      kind === 'CLIENT'
        ? await this.database.read<PrincipalRow>(org, CLIENT, [sid, hash])
        : await this.database.read<PrincipalRow>(org, 'select * from customer.principal($1, $2)', [
            kind,
            sid,
          ]);
    return row ? { identity: toIdentity(shown, row), allowedAddresses: row.allowed_addresses } : null;
  }
}

/** A secret stands for a client as a session does for a user. */
const CLIENT = `select client_id as actor_id, secret_id as session_id, permissions, service_centre_ids, allowed_addresses
  from customer.client_principal($1, $2)`;

const KINDS: Record<string, Identity['kind']> = { LINK: 'LINK', CLIENT: 'CLIENT' };

function toIdentity({ kind, org }: Shown, row: PrincipalRow): Identity {
  return {
    ...ANONYMOUS,
    kind: KINDS[kind] ?? 'USER',
    organisationId: org,
    actorId: row.actor_id,
    sessionId: row.session_id,
    roleId: row.role_id ?? null,
    permissions: row.permissions,
    serviceCentreIds: row.service_centre_ids,
    customerId: row.customer_id ?? null,
    link: row.link_purpose
      ? { purpose: row.link_purpose, recordType: row.link_record_type!, recordId: row.link_record_id! }
      : null,
  };
}
