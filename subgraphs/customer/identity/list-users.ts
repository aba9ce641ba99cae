import { likePattern } from '../../../shared/database/search';
import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { User } from './user.entity';
import { type UserFilter, UserOrder } from './user.input';
import { users } from './user.loader';

const ORDERS: Record<UserOrder, ListOrder<User>> = {
  [UserOrder.NAME]: { by: ['firstName', 'lastName'], descending: false },
  [UserOrder.NEWEST]: { by: ['createdAt'], descending: true },
};

export function listUsers(
  context: Context,
  filter: UserFilter,
  order: UserOrder,
  page: PageRequest,
): Promise<Connection<User>> {
  const { roleId, roleKinds, technicians, serviceCentreId, active, search } = filter;
  const where: Sql[] = [sql`t.deleted_at is null`];
  if (roleId) where.push(sql`t.role_id = ${roleId}`);
  if (roleKinds)
    where.push(sql`t.role_id in (select r.id from customer.role r where r.kind = any(${roleKinds}))`);
  if (technicians != null) where.push(sql`${worksOnAssigned} = ${technicians}`);
  if (serviceCentreId) where.push(worksIn(serviceCentreId));
  if (active != null) where.push(sql`t.active = ${active}`);
  for (const word of search?.trim().split(/\s+/) ?? [])
    where.push(sql`concat_ws(' ', t.first_name, t.last_name, t.email, t.phone) ilike ${likePattern(word)}`);
  return context.page(users, join(where, ' and '), ORDERS[order], page);
}

/** Roles that are built in have what the code gives them, others what they were made with. */
const worksOnAssigned = sql`exists (select from customer.role r
  left join customer.built_in_role b on b.kind = r.kind
  where r.organisation_id = t.organisation_id and r.id = t.role_id
    and coalesce(r.permissions, b.permissions)->>'jobs:update' = 'own')`;

const worksIn = (serviceCentreId: string): Sql =>
  sql`(t.all_centres or exists (select from customer.user_service_centre w where w.organisation_id = t.organisation_id
    and w.user_id = t.id and w.service_centre_id = ${serviceCentreId}))`;
