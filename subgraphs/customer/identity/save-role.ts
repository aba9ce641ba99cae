import type { Identity, Reach } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField, badInput, conflict, type FieldProblem, forbidden, notFound } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { beyond, type Grants } from './grants';
import { isPermission, reachesOwn } from './permissions';
import { Role, RoleKind } from './role.entity';
import type { CreateRoleInput, GrantedPermissionInput, UpdateRoleInput } from './role.input';
import { roles } from './role.loader';

/** Roles are listed whole, so there is an end to them. */
const MOST_OWN_ROLES = 100;

export async function createRole(context: Context, input: CreateRoleInput): Promise<Role> {
  const { idempotencyKey, name, description } = input;
  const permissions = grantsFrom(context.identity, input.permissions);
  const { id } = await context.once({ operation: 'createRole', key: idempotencyKey, input }, async (tx) => {
    await requireRoom(tx);
    const role = await tx.insert(Role, {
      name: name.trim(),
      description: description ?? null,
      kind: RoleKind.CUSTOM,
      permissions,
    });
    tx.emit({ name: 'RoleCreated', subjectType: 'Role', subjectId: role.id });
    return { id: role.id };
  });
  return context.loadOrFail(roles, id);
}

/** Neither what the role had nor what it gets may be more than the author has. */
export async function updateRole(context: Context, id: string, input: UpdateRoleInput): Promise<Role> {
  const { expectedVersion, name, description } = input;
  const permissions = input.permissions && grantsFrom(context.identity, input.permissions);
  await context.transaction(async (tx) => {
    const role = await lockOwnRole(tx, id, expectedVersion);
    requireHeld(context.identity, role.permissions ?? {});
    const changed = await tx.update(Role, role, { name: name?.trim(), description, permissions });
    if (changed.version !== role.version)
      tx.emit({ name: 'RoleUpdated', subjectType: 'Role', subjectId: id });
  });
  context.kernel.topics.accessChanged(context.identity.organisationId!);
  return context.loadOrFail(roles, id);
}

export async function deleteRole(context: Context, id: string): Promise<string> {
  await context.transaction(async (tx) => {
    const role = await lockOwnRole(tx, id);
    requireHeld(context.identity, role.permissions ?? {});
    const [holders] = await tx.query<{ users: number }>(
      sql`select count(*) as users from customer.user_account t
          where t.organisation_id = ${tx.organisationId} and t.role_id = ${id} and t.deleted_at is null`,
    );
    if (holders!.users > 0) throw conflict('Users hold this role. Give them another first.', { ...holders });
    await tx.update(Role, role, { deletedAt: tx.now }, 'delete');
    tx.emit({ name: 'RoleDeleted', subjectType: 'Role', subjectId: id });
  });
  return id;
}

async function lockOwnRole(tx: Transaction, id: string, expectedVersion?: number | null): Promise<Role> {
  const role = await tx.lock(roles, id, expectedVersion);
  if (role.deletedAt) throw notFound('Role');
  if (role.kind !== RoleKind.CUSTOM)
    throw badField('id', 'BUILT_IN', 'Built-in roles cannot be changed. Make one of your own.');
  return role;
}

async function requireRoom(tx: Transaction): Promise<void> {
  const [own] = await tx.query<{ roles: number }>(
    sql`select count(*) as roles from customer.role t
        where t.organisation_id = ${tx.organisationId} and t.kind = 'CUSTOM' and t.deleted_at is null`,
  );
  if (own!.roles >= MOST_OWN_ROLES)
    throw conflict(`An organisation has at most ${MOST_OWN_ROLES} roles of its own.`, { ...own });
}

function grantsFrom(identity: Identity, given: GrantedPermissionInput[]): Record<string, Reach> {
  const seen = new Set<string>();
  const problems = given.flatMap(({ permission, reach }, index): FieldProblem[] => {
    const path = `input.permissions.${index}.permission`;
    if (!isPermission(permission))
      return [{ path, code: 'UNKNOWN', message: `There is no permission ${permission}.` }];
    if (seen.has(permission))
      return [{ path, code: 'DUPLICATE', message: `${permission} is listed already.` }];
    seen.add(permission);
    if (reach === 'own' && !reachesOwn(permission))
      return [
        {
          path: `input.permissions.${index}.reach`,
          code: 'REACH',
          message: `${permission} is about nothing that could be one’s own: ALL or not at all.`,
        },
      ];
    return [];
  });
  if (problems.length) throw badInput(problems);
  const grants = Object.fromEntries(given.map(({ permission, reach }) => [permission, reach]));
  requireHeld(identity, grants);
  requireReading(grants);
  return grants;
}

/** A command answers with the record it changed, so who may change something must be able to see it. */
function requireReading(grants: Grants): void {
  const problems = Object.keys(grants).flatMap((permission, index): FieldProblem[] => {
    const reading = `${permission.split(':')[0]}:read`;
    if (!isPermission(reading) || grants[reading]) return [];
    const path = `input.permissions.${index}.permission`;
    return [{ path, code: 'NEEDS_READ', message: `${permission} needs ${reading} beside it.` }];
  });
  if (problems.length) throw badInput(problems);
}

function requireHeld(identity: Identity, grants: Grants): void {
  const lacking = beyond(identity, grants);
  if (lacking) throw forbidden(lacking);
}
