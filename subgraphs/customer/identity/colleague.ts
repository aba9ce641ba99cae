import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { isStaff } from './role.entity';
import { roles } from './role.loader';
import { User } from './user.entity';
import { assignments, everyUser } from './user.loader';

/** Somebody of the staff who can be given work of this service centre: has an account in use, and works there. */
export async function requireColleague(
  tx: Transaction,
  id: string,
  serviceCentreId: string,
  path: string,
): Promise<User> {
  const [user] = await tx.rows(everyUser, sql`t.id = ${id} and t.active and t.deleted_at is null`);
  const [role] = user ? await tx.rows(roles, sql`t.id = ${user.roleId}`) : [];
  if (!user || !role || !isStaff(role.kind)) throw badField(path, 'UNKNOWN', 'There is no such user.');
  if (user.allCentres) return user;
  const [there] = await tx.rows(
    assignments,
    sql`t.user_id = ${id} and t.service_centre_id = ${serviceCentreId}`,
  );
  if (!there) throw badField(path, 'SERVICE_CENTRE', 'They do not work in this service centre.');
  return user;
}
