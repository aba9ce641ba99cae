import { type Sql, sql } from '../../../shared/database/sql';

/**
 * Of accounts `u` with their role `r` and, if that is built in, its permissions `b`: who may do something in a service
 * centre, or in what belongs to none of them. Built-in roles have what the code gives them, others what they were made
 * with.
 */
export const mayIn = (serviceCentreId: string | null, permission: string): Sql =>
  sql`coalesce(coalesce(r.permissions, b.permissions)->>${permission}, coalesce(r.permissions, b.permissions)->>'*') = 'all'
    and (u.all_centres or exists (select from customer.user_service_centre c
      where c.organisation_id = u.organisation_id and c.user_id = u.id and c.service_centre_id = ${serviceCentreId}))`;

/** Accounts that are in use, with what `mayIn` looks at. */
export const activeStaff = (organisationId: string | null): Sql =>
  sql`customer.user_account u
    join customer.role r on r.organisation_id = u.organisation_id and r.id = u.role_id
    left join customer.built_in_role b on b.kind = r.kind
    where u.organisation_id = ${organisationId} and u.active and u.deleted_at is null`;
