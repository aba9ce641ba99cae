import { everyone, readable, type Viewer } from '../../../shared/database/readable';
import { idList, sql } from '../../../shared/database/sql';
import { Assignment } from './assignment.entity';
import { User } from './user.entity';

/** Whom one works with: those of one's own service centres, those who work in all, and oneself. */
function visibleUser({ identity, reach }: Viewer) {
  const oneself = sql`t.id = ${identity.actorId}`;
  if (reach === 'own') return oneself;
  if (identity.serviceCentreIds === null) return sql`true`;
  return sql`(${oneself} or t.all_centres or exists (select from customer.user_service_centre c
    where c.organisation_id = t.organisation_id and c.user_id = t.id
      and c.service_centre_id = any(${idList(identity.serviceCentreIds)}::uuid[])))`;
}

export const users = readable({
  entity: User,
  permission: 'users:read',
  called: 'User',
  visible: visibleUser,
});

/** One's own account, whatever one's role. */
export const ownAccount = readable({
  entity: User,
  permission: null,
  called: 'User',
  visible: ({ identity }) => sql`t.id = ${identity.actorId}`,
});

/** Whoever sees a user sees where they work. */
export const assignments = readable({
  entity: Assignment,
  permission: null,
  called: 'Assignment',
  visible: everyone,
});

/** For commands that must know whether somebody is there, whoever may see them. */
export const everyUser = { ...users, permission: null, visible: everyone };
