import { type Identity, type Reach, reachOf } from '../../../shared/access/identity';
import { DEFAULT_ROLES } from './default-roles';
import { PERMISSIONS } from './permissions';
import { type Role, RoleKind } from './role.entity';

/** Permission → reach; `*` stands for every permission, those to come included. */
export type Grants = Readonly<Record<string, Reach>>;

export const grantsOf = (role: Pick<Role, 'kind' | 'permissions'>): Grants =>
  role.kind === RoleKind.CUSTOM ? (role.permissions ?? {}) : DEFAULT_ROLES[role.kind].permissions;

/** What somebody holds, one by one and in the catalogue's order. */
export function listGrants(grants: Grants): { permission: string; reach: Reach }[] {
  return PERMISSIONS.flatMap(({ name }) => {
    const reach = grants[name] ?? grants['*'];
    return reach ? [{ permission: name, reach }] : [];
  });
}

/** The first permission of these that the caller lacks, or holds with less reach; null when they hold them all. */
export function beyond(identity: Identity, grants: Grants): string | null {
  const lacking = Object.entries(grants).find(([permission, reach]) => {
    const held = reachOf(identity, permission);
    return held !== 'all' && held !== reach;
  });
  return lacking?.[0] ?? null;
}

/**
 * Whose accounts somebody may make, change and end: administrators everybody's, managers those of the built-in
 * roles below theirs. Beyond that, nobody manages who may do more than they may themselves.
 */
export function manages(identity: Identity, ownKind: RoleKind | null, role: Role): boolean {
  if (reachOf(identity, '*') === 'all') return true;
  if (role.kind === RoleKind.ADMIN || role.kind === RoleKind.MANAGER) return false;
  if (ownKind === RoleKind.MANAGER && role.kind !== RoleKind.CUSTOM) return true;
  return beyond(identity, grantsOf(role)) === null;
}
