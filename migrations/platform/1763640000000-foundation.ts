import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every table of a tenant gets: its key, forced row-level security, and grants to one role. */
const PROTECTION = `
create function platform.organisation() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('liftbay.organisation', true), '')::uuid $$;

-- The policy repeats the setting's expression instead of calling the function: it must be inlined to be an
-- index condition. It applies to every role, the owner included; what a role may do is decided by grants.
create procedure platform.protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (organisation_id = nullif(current_setting(''liftbay.organisation'', true), '''')::uuid)'
    ' with check (organisation_id = nullif(current_setting(''liftbay.organisation'', true), '''')::uuid)', target);
end $$;

-- A function that must find the tenant itself looks past the policy through its owner, a door role.
create procedure platform.open_door(target regclass, door name, privileges text) language plpgsql as $$
begin
  execute format('create policy %I on %s to %I using (true) with check (true)', door, target, door);
  execute format('grant %s on %s to %I', privileges, target, door);
end $$;
`;

const EVENTS = `
create table platform.event_counter (
  organisation_id uuid primary key,
  position bigint not null check (position > 0)
);
create table platform.event (
  organisation_id uuid not null,
  position bigint not null,
  id uuid not null,
  name text not null,
  subject_type text not null,
  subject_id uuid not null,
  payload jsonb not null,
  actor jsonb not null,
  request_id text,
  occurred_at timestamptz(3) not null default now(),
  primary key (organisation_id, position),
  unique (organisation_id, id)
);
create index event_subject on platform.event (organisation_id, subject_id, position);

-- Who handles which event; synchronised from the code at each migration.
create table platform.event_handler (
  event text not null,
  handler text not null,
  primary key (event, handler)
);
create table platform.inbox (
  organisation_id uuid not null,
  event_id uuid not null,
  handler text not null,
  handled_at timestamptz(3) not null default now(),
  primary key (organisation_id, event_id, handler)
);
create table platform.worker_heartbeat (
  worker_id text primary key,
  seen_at timestamptz(3) not null
);
`;

const AUDIT = `
create table platform.audit_log (
  organisation_id uuid not null,
  id uuid not null,
  occurred_at timestamptz(3) not null default now(),
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  entity_type text not null,
  entity_id uuid not null,
  service_centre_id uuid,
  old_values jsonb,
  new_values jsonb,
  address text,
  user_agent text,
  request_id text,
  primary key (organisation_id, id)
);
create index audit_log_entity on platform.audit_log (organisation_id, entity_type, entity_id, id);
create index audit_log_actor on platform.audit_log (organisation_id, actor_id, id);
`;

const RECORDS = `
create table platform.number_series (
  organisation_id uuid not null,
  scope_id uuid not null,
  kind text not null,
  last bigint not null check (last > 0),
  primary key (organisation_id, scope_id, kind)
);
create table platform.idempotency_key (
  organisation_id uuid not null,
  operation text not null,
  key text not null check (length(key) between 8 and 200),
  input_hash text not null,
  result jsonb,
  created_at timestamptz(3) not null default now(),
  primary key (organisation_id, operation, key)
);
create index idempotency_key_age on platform.idempotency_key (created_at);
create table platform.link (
  organisation_id uuid not null,
  id uuid not null,
  token_hash text not null,
  purpose text not null,
  record_type text not null,
  record_id uuid not null,
  permissions jsonb not null,
  customer_id uuid,
  expires_at timestamptz(3) not null,
  single_use boolean not null,
  used_at timestamptz(3),
  revoked_at timestamptz(3),
  created_by uuid,
  created_at timestamptz(3) not null default now(),
  primary key (organisation_id, id),
  unique (organisation_id, token_hash)
);
create index link_record on platform.link (organisation_id, record_id);
-- Counts attempts by the hash of what is limited (an address, an account): no tenant is known yet.
create table platform.throttle (
  subject text primary key,
  window_ends timestamptz(3) not null,
  hits integer not null
);
create index throttle_end on platform.throttle (window_ends);
`;

const PROTECT_TABLES = `
call platform.protect('platform.event_counter');
call platform.protect('platform.event');
call platform.protect('platform.inbox');
call platform.protect('platform.audit_log');
call platform.protect('platform.number_series');
call platform.protect('platform.idempotency_key');
call platform.protect('platform.link');
`;

export class Foundation1763640000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PROTECTION, EVENTS, AUDIT, RECORDS, PROTECT_TABLES]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
