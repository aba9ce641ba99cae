import { requireOrganisation } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { Context } from '../../../shared/subgraph/context';
import { revokeSessions } from '../sign-in/revoke-sessions';
import { dropRecoveryCodes } from '../sign-in/second-factor';
import { revokeAccountLinks } from './revoke-account-links';
import { ServiceCentre } from './service-centre.entity';
import { workplaces } from './service-centre.loader';
import { User } from './user.entity';
import { users } from './user.loader';
import { lockManaged, requireAnotherAdministrator, requireOther } from './user-rules';

/** Switched off, an account is signed out everywhere at once; switched on again, it signs in anew. */
export async function setUserActive(context: Context, id: string, active: boolean): Promise<User> {
  requireOther(context.identity, id, 'You cannot switch your own account off or on.');
  await context.transaction(async (tx) => {
    const { user, role } = await lockManaged(tx, id, 'users:update');
    if (user.active === active) return;
    if (!active) {
      await requireAnotherAdministrator(tx, role, id);
      await revokeSessions(tx, id, 'DEACTIVATED');
      await revokeAccountLinks(tx, id);
    }
    await tx.update(User, user, { active }, active ? 'activate' : 'deactivate');
    tx.emit({ name: active ? 'UserActivated' : 'UserDeactivated', subjectType: 'User', subjectId: id });
  });
  context.kernel.topics.accessChanged(requireOrganisation(context.identity));
  return context.loadOrFail(users, id);
}

/** The row stays for the name under what they did; e-mail and phone are free for another account. */
export async function deleteUser(context: Context, id: string): Promise<string> {
  requireOther(context.identity, id, 'You cannot delete your own account.');
  await context.transaction(async (tx) => {
    const { user, role } = await lockManaged(tx, id, 'users:delete');
    await requireAnotherAdministrator(tx, role, id);
    await revokeSessions(tx, id, 'DELETED');
    await revokeAccountLinks(tx, id);
    await dropRecoveryCodes(tx, user);
    await leaveCentresWithoutManager(tx, id);
    await tx.update(
      User,
      user,
      {
        active: false,
        deletedAt: tx.now,
        email: null,
        phone: null,
        passwordHash: null,
        mfaSecret: null,
        mfaEnabledAt: null,
      },
      'delete',
    );
    tx.emit({ name: 'UserDeleted', subjectType: 'User', subjectId: id });
  });
  context.kernel.topics.accessChanged(requireOrganisation(context.identity));
  return id;
}

async function leaveCentresWithoutManager(tx: Transaction, userId: string): Promise<void> {
  const managed = await tx.rows(
    workplaces,
    sql`t.manager_id = ${userId}`,
    sql`order by t.id for no key update of t`,
  );
  for (const centre of managed) await tx.update(ServiceCentre, centre, { managerId: null });
}
