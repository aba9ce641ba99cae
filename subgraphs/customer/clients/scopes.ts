import type { Identity } from '../../../shared/access/identity';
import { badInput, type FieldProblem, forbidden } from '../../../shared/errors';
import { beyond } from '../identity/grants';
import { isPermission } from '../identity/permissions';

/** Who may do what, and what was done, is never a third party's business. The table refuses these as well. */
const NEVER: ReadonlySet<string> = new Set([
  'users',
  'roles',
  'settings',
  'billingSettings',
  'audit',
  'clients',
  'organisation',
  'system',
]);

export const isScope = (permission: string): boolean =>
  isPermission(permission) && !NEVER.has(permission.split(':')[0]!);

/** Permissions that a client can have, and that its author has. */
export function requireScopes(identity: Identity, scopes: readonly string[]): void {
  const problems = scopes.flatMap((scope, index): FieldProblem[] => {
    const path = `input.scopes.${index}`;
    if (!isPermission(scope)) return [{ path, code: 'UNKNOWN', message: `There is no permission ${scope}.` }];
    if (isScope(scope)) return [];
    return [{ path, code: 'NEVER', message: `No API client may have ${scope}.` }];
  });
  if (problems.length) throw badInput(problems);
  const lacking = beyond(identity, Object.fromEntries(scopes.map((scope) => [scope, 'all' as const])));
  if (lacking) throw forbidden(lacking);
}
