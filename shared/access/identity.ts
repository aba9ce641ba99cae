import { forbidden, unauthenticated } from '../errors';

/** On whose behalf something is asked. Built by the gateway from what the database says now, never from a token. */
export interface Identity {
  kind: 'ANONYMOUS' | 'USER' | 'CLIENT' | 'LINK' | 'SYSTEM';
  organisationId: string | null;
  /** The user, client or link. */
  actorId: string | null;
  sessionId: string | null;
  roleId: string | null;
  /** Permission → reach. `all`: within the service centres; `own`: one's own or assigned records only. */
  permissions: Readonly<Record<string, Reach>>;
  /** Where the holder works; null means in every centre of the organisation. */
  serviceCentreIds: readonly string[] | null;
  /** The customer record that belongs to this account, for reach `own`. */
  customerId: string | null;
  /** What a link without an account opens: this record, for this purpose. */
  link: { purpose: string; recordType: string; recordId: string } | null;
}

export type Reach = 'all' | 'own';

/** Facts of the request that are recorded with what it does. */
export interface RequestFacts {
  requestId: string;
  address: string | null;
  userAgent: string | null;
  /** What came in the refresh cookie, for the one mutation that takes it. */
  refreshToken: string | null;
}

export const ANONYMOUS: Identity = {
  kind: 'ANONYMOUS',
  organisationId: null,
  actorId: null,
  sessionId: null,
  roleId: null,
  permissions: {},
  serviceCentreIds: [],
  customerId: null,
  link: null,
};

/** The program itself, working for one organisation: event handlers, jobs, the filling of the demo. */
export const systemIdentity = (organisationId: string): Identity => ({
  ...ANONYMOUS,
  kind: 'SYSTEM',
  organisationId,
  permissions: { '*': 'all' },
  serviceCentreIds: null,
});

/** The program itself before it knows for which organisation: a provider's word, a developer's page. */
export const PROGRAM: Identity = { ...ANONYMOUS, kind: 'SYSTEM' };

export function reachOf(identity: Identity, permission: string): Reach | null {
  return identity.permissions[permission] ?? identity.permissions['*'] ?? null;
}

export function requireReach(identity: Identity, permission: string): Reach {
  const reach = reachOf(identity, permission);
  if (reach) return reach;
  throw identity.kind === 'ANONYMOUS' ? unauthenticated() : forbidden(permission);
}

export function requireProgram(identity: Identity): void {
  if (identity.kind !== 'SYSTEM') throw unauthenticated('Only the program itself may ask this.');
}

export function requireOrganisation(identity: Identity): string {
  if (!identity.organisationId) throw unauthenticated();
  return identity.organisationId;
}

export const worksIn = (identity: Identity, serviceCentreId: string): boolean =>
  identity.serviceCentreIds === null || identity.serviceCentreIds.includes(serviceCentreId);
