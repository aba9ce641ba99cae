import type { Reach } from '../access/identity';
import { sql } from '../database/sql';
import type { Transaction } from '../database/transaction';
import { ApiError } from '../errors';
import { newId } from '../ids';
import { hashToken, newToken } from '../security/tokens';

/** A link that needs no account: one record, one purpose, with just the permissions it was given. */
export interface NewLink {
  purpose: string;
  recordType: string;
  recordId: string;
  permissions: Readonly<Record<string, Reach>>;
  /** Whose own records reach `own` means. */
  customerId: string | null;
  expiresAt: Date;
  singleUse: boolean;
}

export interface FoundLink {
  id: string;
  purpose: string;
  record_type: string;
  record_id: string;
  customer_id: string | null;
  expires_at: Date;
  single_use: boolean;
}

const SEPARATOR = '.';

/** A token that carries its tenant, so that it can be looked up under that tenant's row-level security. */
export const newTenantToken = (organisationId: string): string =>
  Buffer.from(organisationId.replaceAll('-', ''), 'hex').toString('base64url') + SEPARATOR + newToken();

/** The tenant that a token names; null for a text that is no such token. Proves nothing about the rest of it. */
export function tenantOf(token: string): string | null {
  const hex = Buffer.from(token.split(SEPARATOR)[0] ?? '', 'base64url').toString('hex');
  if (hex.length !== 32) return null;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Makes the link in the caller's transaction; only the hash of its token is kept. */
export async function createLink(tx: Transaction, link: NewLink): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = newTenantToken(tx.organisationId);
  await tx.query(sql`select platform.create_link(${id}, ${hashToken(token)}, ${link.purpose}, ${link.recordType},
    ${link.recordId}, ${JSON.stringify(link.permissions)}, ${link.customerId}, ${link.expiresAt}, ${link.singleUse},
    ${tx.identity.actorId})`);
  return { id, token };
}

/** The live link behind a token. One answer for unknown, used, expired and revoked. */
export async function findLink(tx: Transaction, token: string, purpose?: string): Promise<FoundLink> {
  const [link] = await tx.query<FoundLink>(
    sql`select * from platform.find_link(${hashToken(token)}, null, ${tx.now})`,
  );
  if (!link || (purpose && link.purpose !== purpose)) throw linkInvalid();
  return link;
}

/** Of two at once on a single-use link, one goes on. */
export async function useLink(tx: Transaction, id: string): Promise<void> {
  const [row] = await tx.query<{ used: boolean }>(sql`select platform.use_link(${id}, ${tx.now}) as used`);
  if (!row!.used) throw linkInvalid();
}

/** Revokes links by id, or all of one record and purpose; tells which were live. */
export async function revokeLinks(
  tx: Transaction,
  which: { ids: string[] } | { recordId: string; purpose: string },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'ids' in which
      ? sql`select platform.revoke_links(${which.ids}::uuid[], null, null, ${tx.now}) as id`
      : sql`select platform.revoke_links(null, ${which.recordId}, ${which.purpose}, ${tx.now}) as id`,
  );
  return rows.map((row) => row.id);
}

export const linkInvalid = () =>
  new ApiError('LINK_INVALID', 'This link is unknown, used, expired or revoked. Ask for a new one.');
