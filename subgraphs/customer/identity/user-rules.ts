import { type Identity, worksIn } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { ApiError, badField, conflict } from '../../../shared/errors';
import { manages } from './grants';
import { isStaff, Role, RoleKind } from './role.entity';
import { roles } from './role.loader';
import { workplaces } from './service-centre.loader';
import type { User } from './user.entity';
import { assignments, users } from './user.loader';

const refused = (permission: string, message: string) => new ApiError('FORBIDDEN', message, { permission });

/** The account, locked, if the caller may manage it: below their own role and within their service centres. */
export async function lockManaged(
  tx: Transaction,
  id: string,
  permission: string,
  expectedVersion?: number | null,
): Promise<{ user: User; role: Role }> {
  const user = await tx.lock(users, id, expectedVersion);
  if (user.deletedAt) throw conflict('This account was deleted.');
  const role = await roleById(tx, user.roleId);
  if (!role || !manages(tx.identity, await ownKind(tx), role))
    throw refused(permission, 'You manage only users below your own role.');
  const theirs = await tx.rows(assignments, sql`t.user_id = ${id}`);
  if (
    !within(
      tx.identity,
      user.allCentres,
      theirs.map(({ serviceCentreId }) => serviceCentreId),
    )
  )
    throw refused(permission, 'They work in service centres that are not yours.');
  return { user, role };
}

/** The role to give somebody, locked so that it is not deleted or changed meanwhile. */
export async function lockGivenRole(tx: Transaction, roleId: string, permission: string): Promise<Role> {
  const [role] = await tx.rows(
    roles,
    sql`t.id = ${roleId} and t.deleted_at is null`,
    sql`for no key update of t`,
  );
  if (!role) throw badField('input.roleId', 'UNKNOWN', 'There is no such role.');
  if (!isStaff(role.kind))
    throw badField(
      'input.roleId',
      'NOT_STAFF',
      'Customers are invited, vendors register; neither is made here.',
    );
  if (!manages(tx.identity, await ownKind(tx), role))
    throw refused(permission, 'You can give only roles below your own.');
  return role;
}

/** The service centres to put somebody into: they exist and are the caller's own. */
export async function requireCentres(
  tx: Transaction,
  allCentres: boolean,
  ids: readonly string[],
  permission: string,
): Promise<void> {
  if (!allCentres && ids.length === 0)
    throw badField('input.serviceCentreIds', 'REQUIRED', 'Say in which service centres they work.');
  if (!within(tx.identity, allCentres, ids))
    throw refused(permission, 'You can put users only into your own service centres.');
  const known = await tx.rows(workplaces, sql`t.id = any(${[...ids]}::uuid[])`);
  if (known.length < ids.length)
    throw badField('input.serviceCentreIds', 'UNKNOWN', 'There is no such service centre.');
}

/**
 * Refuses when nobody else is left who can administer the organisation. The administrators' role is locked, so
 * that of two who leave at once the second sees that the first is gone.
 */
export async function requireAnotherAdministrator(
  tx: Transaction,
  role: Role,
  userId: string,
): Promise<void> {
  if (role.kind !== RoleKind.ADMIN) return;
  await tx.lock(roles, role.id);
  const [others] = await tx.query<{ count: number }>(
    sql`select count(*) as count from customer.user_account t
        where t.organisation_id = ${tx.organisationId} and t.role_id = ${role.id} and t.id <> ${userId}
          and t.active and t.deleted_at is null and t.password_hash is not null`,
  );
  if (others!.count === 0)
    throw conflict('This is the last administrator who can sign in. Make another one first.');
}

export function requireOther(identity: Identity, userId: string, message: string): void {
  if (identity.actorId === userId) throw badField('id', 'ONESELF', message);
}

function within(identity: Identity, allCentres: boolean, ids: readonly string[]): boolean {
  if (identity.serviceCentreIds === null) return true;
  return !allCentres && ids.every((id) => worksIn(identity, id));
}

async function ownKind(tx: Transaction): Promise<RoleKind | null> {
  const { roleId } = tx.identity;
  return roleId ? ((await roleById(tx, roleId))?.kind ?? null) : null;
}

async function roleById(tx: Transaction, id: string): Promise<Role | undefined> {
  const [role] = await tx.rows(roles, sql`t.id = ${id}`);
  return role;
}
