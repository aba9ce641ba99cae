import { hkdfSync } from 'node:crypto';
import { SUBGRAPHS } from '../environment';

/**
 * Roles of the database. `owner` owns every object and cannot log in. Each process logs in as its own role,
 * which reaches its own schema and the platform's functions alone. The NOLOGIN roles own what must look past
 * row-level security on purpose: `door` the narrow functions that find a tenant before it is known, `search`
 * the views that carry the tenant's predicate inside, `report` the views that reporting reads.
 */
export const OWNER = 'liftbay_owner';
export const LOGIN_ROLES = [...SUBGRAPHS, 'gateway', 'worker'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];
const INNER_ROLES = ['door', 'search', 'report'] as const;

export const loginRoleName = (role: LoginRole): string => `liftbay_${role}`;

export const nologinRoleNames = (): string[] => [
  OWNER,
  'liftbay_platform_door',
  ...SUBGRAPHS.flatMap((name) => INNER_ROLES.map((inner) => `liftbay_${name}_${inner}`)),
];

/** Passwords of the roles follow from the installation's secret, so that no process needs a list of them. */
export function rolePassword(secretKey: string, role: LoginRole): string {
  return Buffer.from(hkdfSync('sha256', secretKey, '', `database role ${role}`, 24)).toString('base64url');
}

/** The URL for a role: the given URL's server and database. A URL that names the role already is taken as it is. */
export function roleUrl(databaseUrl: string, secretKey: string, role: LoginRole): string {
  const url = new URL(databaseUrl);
  if (url.username === loginRoleName(role)) return databaseUrl;
  url.username = loginRoleName(role);
  url.password = rolePassword(secretKey, role);
  return url.toString();
}

/**
 * The URL for migrations: the same login, but everything it makes belongs to `owner`. With row_security off a
 * backfill that the policies would quietly empty is an error instead; bodies of functions are not checked
 * when they are made, because that check would stumble over the same setting.
 */
export function ownerUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set(
    'options',
    `-c role=${OWNER} -c row_security=off -c check_function_bodies=off -c timezone=UTC`,
  );
  return url.toString();
}
