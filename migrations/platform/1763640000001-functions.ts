import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The functions through which the subgraphs reach the platform's tables. They run as the owner, under the same
 * row-level security as everybody: without a tenant in the session they see and write nothing.
 */
const SETTLE = `
create function platform.enqueue(task text, payload jsonb, run_at timestamptz, job_key text, max_attempts integer)
returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(task, payload::json, null, run_at, max_attempts, job_key);
$$;

-- The last statement of every unit of work: its audit entries, its jobs, its events and their position. The
-- counter's row stays locked until COMMIT, so positions become visible in order and without gaps.
create function platform.settle(audits jsonb, jobs jsonb, events jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := platform.organisation();
  many integer := jsonb_array_length(events);
  reached bigint;
begin
  if jsonb_array_length(audits) > 0 then
    insert into platform.audit_log (organisation_id, id, actor_kind, actor_id, action, entity_type, entity_id,
      service_centre_id, old_values, new_values, address, user_agent, request_id)
    select tenant, a.* from jsonb_to_recordset(audits) as a(id uuid, actor_kind text, actor_id uuid, action text,
      entity_type text, entity_id uuid, service_centre_id uuid, old_values jsonb, new_values jsonb, address text,
      user_agent text, request_id text);
  end if;
  if jsonb_array_length(jobs) > 0 then
    perform platform.enqueue(j.task, j.payload, j.run_at, j.key, j.max_attempts)
      from jsonb_to_recordset(jobs) as j(task text, payload jsonb, run_at timestamptz, key text, max_attempts integer);
  end if;
  if many > 0 then
    insert into platform.event_counter as c (organisation_id, position) values (tenant, many)
      on conflict (organisation_id) do update set position = c.position + many
      returning position into reached;
    insert into platform.event (organisation_id, position, id, name, subject_type, subject_id, payload, actor, request_id)
    select tenant, reached - many + e.ordinality, (e.value->>'id')::uuid, e.value->>'name', e.value->>'subjectType',
      (e.value->>'subjectId')::uuid, e.value->'payload', e.value->'actor', e.value->>'requestId'
      from jsonb_array_elements(events) with ordinality as e;
    perform platform.enqueue('event', jsonb_build_object('organisationId', tenant,
        'position', reached - many + e.ordinality, 'handler', h.handler), null, null, null)
      from jsonb_array_elements(events) with ordinality as e
      join platform.event_handler h on h.event = e.value->>'name';
  end if;
  return reached;
end $$;

-- An event for a handler, once: the inbox row commits with what the handler does.
create function platform.take_event(at bigint, by_handler text) returns setof platform.event
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with taken as (
      insert into platform.inbox (organisation_id, event_id, handler)
      select e.organisation_id, e.id, by_handler from platform.event e
        where e.organisation_id = platform.organisation() and e.position = at
      on conflict do nothing returning event_id)
    select e.* from platform.event e join taken on taken.event_id = e.id
      where e.organisation_id = platform.organisation() and e.position = at;
end $$;
`;

const RECORDS = `
create function platform.next_number(scope uuid, series text) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into platform.number_series as s (organisation_id, scope_id, kind, last)
  values (platform.organisation(), scope, series, 1)
  on conflict (organisation_id, scope_id, kind) do update set last = s.last + 1
  returning last;
$$;

-- Waits for a transaction that holds the same key, then tells what it left behind. No row back means: yours.
create function platform.claim_key(in_operation text, in_key text, in_hash text)
returns table (input_hash text, result jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into platform.idempotency_key (organisation_id, operation, key, input_hash)
    values (platform.organisation(), in_operation, in_key, in_hash) on conflict do nothing;
  if not found then
    return query select k.input_hash, k.result from platform.idempotency_key k
      where k.organisation_id = platform.organisation() and k.operation = in_operation and k.key = in_key;
  end if;
end $$;

create function platform.finish_key(in_operation text, in_key text, in_result jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update platform.idempotency_key set result = in_result
    where organisation_id = platform.organisation() and operation = in_operation and key = in_key;
$$;

create function platform.create_link(in_id uuid, in_hash text, in_purpose text, in_type text, in_record uuid,
  in_permissions jsonb, in_customer uuid, in_expires timestamptz, in_single_use boolean, in_creator uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into platform.link (organisation_id, id, token_hash, purpose, record_type, record_id, permissions, customer_id,
    expires_at, single_use, created_by)
  values (platform.organisation(), in_id, in_hash, in_purpose, in_type, in_record, in_permissions, in_customer,
    in_expires, in_single_use, in_creator);
$$;

create function platform.find_link(in_hash text, in_id uuid, at timestamptz)
returns table (id uuid, purpose text, record_type text, record_id uuid, permissions jsonb, customer_id uuid,
  expires_at timestamptz, single_use boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.id, l.purpose, l.record_type, l.record_id, l.permissions, l.customer_id, l.expires_at, l.single_use
  from platform.link l
  where l.organisation_id = platform.organisation() and (l.token_hash = in_hash or l.id = in_id)
    and l.revoked_at is null and l.expires_at > at and not (l.single_use and l.used_at is not null);
$$;

-- True when the link was live and is now used; of two at once on a single-use link, one gets true.
create function platform.use_link(in_id uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update platform.link l set used_at = at
    where l.organisation_id = platform.organisation() and l.id = in_id and l.revoked_at is null
      and l.expires_at > at and not (l.single_use and l.used_at is not null);
  return found;
end $$;

create function platform.revoke_links(in_ids uuid[], in_record uuid, in_purpose text, at timestamptz) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update platform.link l set revoked_at = at
    where l.organisation_id = platform.organisation() and l.revoked_at is null
      and (l.id = any(in_ids) or (l.record_id = in_record and l.purpose = in_purpose))
    returning l.id;
$$;

-- Counts an attempt. 0: within the limit; otherwise the seconds until the window ends.
create function platform.hit(in_subject text, allowed integer, window_seconds integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  entry platform.throttle;
begin
  insert into platform.throttle as t (subject, window_ends, hits)
    values (in_subject, now() + make_interval(secs => window_seconds), 1)
    on conflict (subject) do update set
      hits = case when t.window_ends <= now() then 1 else t.hits + 1 end,
      window_ends = case when t.window_ends <= now() then excluded.window_ends else t.window_ends end
    returning * into entry;
  if entry.hits <= allowed then return 0; end if;
  return greatest(1, ceil(extract(epoch from entry.window_ends - now())))::integer;
end $$;

-- Takes one attempt back: it was a good one.
create function platform.give_hit_back(in_subject text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update platform.throttle set hits = hits - 1 where subject = in_subject and hits > 0;
$$;

create function platform.forget_hits(in_subject text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from platform.throttle where subject = in_subject;
$$;
`;

const GRANTS = `
-- For every function still to come, of every schema: who may run it is said where it is made.
alter default privileges revoke execute on functions from public;
do $$
declare
  login name;
begin
  revoke execute on all functions in schema platform from public;
  revoke execute on all procedures in schema platform from public;
  foreach login in array array['liftbay_customer', 'liftbay_vehicle', 'liftbay_workshop', 'liftbay_inventory',
      'liftbay_billing', 'liftbay_reporting'] loop
    execute format('grant usage on schema platform to %I', login);
    execute format('grant execute on all functions in schema platform to %I', login);
    execute format('revoke execute on function platform.enqueue from %I', login);
  end loop;
  grant usage on schema platform to liftbay_gateway;
end $$;
`;

/** The worker's queries run as its own role, which graphile-worker's row-level security would hide every job from. */
const WORKER = `
grant usage on schema platform, graphile_worker to liftbay_worker;
grant select, insert, update, delete on platform.worker_heartbeat to liftbay_worker;
grant select on platform.event_counter to liftbay_worker;
do $$
declare
  hidden name;
begin
  for hidden in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'graphile_worker' and c.relkind = 'r' loop
    execute format('grant select, insert, update, delete on graphile_worker.%I to liftbay_worker', hidden);
    execute format('create policy worker on graphile_worker.%I to liftbay_worker using (true) with check (true)', hidden);
  end loop;
end $$;
grant usage on all sequences in schema graphile_worker to liftbay_worker;
grant execute on all functions in schema graphile_worker to liftbay_worker;
`;

export class Functions1763640000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SETTLE, RECORDS, GRANTS, WORKER]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
