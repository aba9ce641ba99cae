import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one way to change the audit log: blanking values of records whose person was erased. Who, when, which record,
 * which field stay, and so do ids, states and times, which are named so; no value can be put in another's place.
 */
const REDACT = `
create function platform.blanked(logged jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_object_agg(e.key, case
    when jsonb_typeof(e.value) in ('null', 'boolean', 'number') or e.key ~ '(^id|Id|^status|Status|At)$' then e.value
    else '"•••"'::jsonb end)
  from jsonb_each(logged) as e;
$$;

-- Who came without an account, to records of their own, is the person: from where and with what goes too.
create function platform.redact_audit(in_type text, in_ids uuid[]) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with redacted as (update platform.audit_log l set
    old_values = platform.blanked(l.old_values), new_values = platform.blanked(l.new_values),
    address = case when l.actor_kind not in ('ANONYMOUS', 'LINK') then l.address end,
    user_agent = case when l.actor_kind not in ('ANONYMOUS', 'LINK') then l.user_agent end
  where l.organisation_id = platform.organisation() and l.entity_type = in_type and l.entity_id = any(in_ids)
  returning 1)
  select count(*)::integer from redacted;
$$;

-- Of an account, and of the link by which it was made.
create function platform.redact_actor(in_actor uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update platform.audit_log l set address = null, user_agent = null
  where l.organisation_id = platform.organisation() and l.actor_id in (
    select in_actor union
    select c.actor_id from platform.audit_log c where c.organisation_id = platform.organisation()
      and c.entity_type = 'User' and c.entity_id = in_actor and c.actor_kind = 'LINK');
$$;

-- Links that were given to somebody open nothing any more, and what their holders did is not told from where.
create function platform.revoke_links_of(in_customer uuid, at timestamptz) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update platform.audit_log l set address = null, user_agent = null
  from platform.link k
  where l.organisation_id = platform.organisation() and k.organisation_id = l.organisation_id
    and k.customer_id = in_customer and l.actor_id = k.id;
  with revoked as (update platform.link l set revoked_at = at
    where l.organisation_id = platform.organisation() and l.customer_id = in_customer and l.revoked_at is null
    returning 1)
  select count(*)::integer from revoked;
$$;
`;

const GRANTS = `
revoke execute on function platform.blanked(jsonb), platform.redact_audit(text, uuid[]), platform.redact_actor(uuid),
  platform.revoke_links_of(uuid, timestamptz) from public;
grant execute on function platform.redact_audit(text, uuid[]) to liftbay_customer, liftbay_vehicle, liftbay_workshop,
  liftbay_inventory, liftbay_billing;
grant execute on function platform.redact_actor(uuid), platform.revoke_links_of(uuid, timestamptz) to liftbay_customer;
`;

export class Redact1795225000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [REDACT, GRANTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
