import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Jobs may name a queue: of one queue, one runs at a time, in the order of their times. And a handler may be one that
 * few shops have a use for: it is given a job only where somebody listens.
 */
const QUEUES = `
alter table platform.event_handler add column if_listened boolean not null default false;
create table platform.event_listener (
  organisation_id uuid not null,
  handler text not null,
  primary key (organisation_id, handler)
);
call platform.protect('platform.event_listener');

-- From now on these handlers hear of the organisation's events. Rows are not taken away: an event that nobody listens to
-- any more costs a job, one that somebody has just begun to listen to must not be missed.
create function platform.listen(in_handlers text[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into platform.event_listener (organisation_id, handler)
    select platform.organisation(), h from unnest(in_handlers) as h on conflict do nothing;
$$;
revoke execute on function platform.listen from public;
grant execute on function platform.listen(text[]) to liftbay_customer;

drop function platform.enqueue(text, jsonb, timestamptz, text, integer);
create function platform.enqueue(task text, payload jsonb, run_at timestamptz, job_key text, max_attempts integer,
  queue text default null)
returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(task, payload::json, queue, run_at, max_attempts, job_key);
$$;
revoke execute on function platform.enqueue from public;
grant execute on function platform.enqueue to liftbay_platform_door;

create or replace function platform.settle(audits jsonb, jobs jsonb, events jsonb) returns bigint
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
    perform platform.enqueue(j.task, j.payload, j.run_at, j.key, j.max_attempts, j.queue)
      from jsonb_to_recordset(jobs) as j(task text, payload jsonb, run_at timestamptz, key text, max_attempts integer,
        queue text);
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
      join platform.event_handler h on h.event = e.value->>'name'
      where not h.if_listened or exists (select from platform.event_listener l
        where l.organisation_id = tenant and l.handler = h.handler);
  end if;
  return reached;
end $$;
`;

export class Queues1795500000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUEUES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
