import { requireOrganisation } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { Assignment } from './assignment.entity';
import { inviteUser } from './invite-user';
import { organisations } from './organisation.loader';
import { revokeAccountLinks } from './revoke-account-links';
import { isStaff, type Role, RoleKind } from './role.entity';
import { User } from './user.entity';
import type { UpdateUserInput } from './user.input';
import { assignments, users } from './user.loader';
import { lockGivenRole, lockManaged, requireAnotherAdministrator, requireCentres } from './user-rules';
import { personColumns } from './user-values';

const NEEDED = 'users:update';

export async function updateUser(context: Context, id: string, input: UpdateUserInput): Promise<User> {
  const organisation = await context.loadOrFail(organisations, requireOrganisation(context.identity));
  const person = personColumns(input, organisation.country, 'input');
  await context.transaction(async (tx) => {
    const { user, role } = await lockManaged(tx, id, NEEDED, input.expectedVersion);
    const next = await nextRole(tx, user, role, input.roleId);
    const { allCentres, moved } = await assign(tx, user, next, input);
    const changed = await tx.update(User, user, { ...person, roleId: next.id, allCentres });
    if (changed.email !== user.email || changed.phone !== user.phone) {
      await revokeAccountLinks(tx, id);
      // The invitation went to an address that is no longer theirs.
      if (changed.active && !changed.passwordHash) await inviteUser(context, tx, organisation, changed);
    }
    if (moved || changed.version !== user.version)
      tx.emit({ name: 'UserUpdated', subjectType: 'User', subjectId: id });
  });
  context.kernel.topics.accessChanged(organisation.id);
  return context.loadOrFail(users, id);
}

async function nextRole(
  tx: Transaction,
  user: User,
  role: Role,
  roleId: string | null | undefined,
): Promise<Role> {
  if (roleId == null || roleId === role.id) return role;
  if (!isStaff(role.kind))
    throw badField('input.roleId', 'NOT_STAFF', 'The account of a customer or vendor keeps its role.');
  const next = await lockGivenRole(tx, roleId, NEEDED);
  await requireAnotherAdministrator(tx, role, user.id);
  return next;
}

interface Workplace {
  allCentres: boolean;
  /** Whether a single centre came or went. */
  moved: boolean;
}

/** Brings the service centres in step with the input. */
async function assign(tx: Transaction, user: User, role: Role, input: UpdateUserInput): Promise<Workplace> {
  const given = input.serviceCentreIds;
  const everywhere = role.kind === RoleKind.ADMIN || (input.allCentres ?? (!given && user.allCentres));
  const untouched = !given && everywhere === user.allCentres;
  if (untouched || !isStaff(role.kind)) return { allCentres: user.allCentres, moved: false };
  const current = await tx.rows(assignments, sql`t.user_id = ${user.id}`);
  const before = new Set(current.map((assignment) => assignment.serviceCentreId));
  const wanted = new Set(everywhere ? [] : (given ?? before));
  await requireCentres(tx, everywhere, [...wanted], NEEDED);
  const leaving = current.filter((assignment) => !wanted.has(assignment.serviceCentreId));
  const joining = [...wanted].filter((id) => !before.has(id));
  for (const assignment of leaving) await tx.delete(Assignment, assignment);
  for (const serviceCentreId of joining) await tx.insert(Assignment, { userId: user.id, serviceCentreId });
  return { allCentres: everywhere, moved: leaving.length + joining.length > 0 };
}
