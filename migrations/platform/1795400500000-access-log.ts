import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was shown personal data of which record. Appended by one function, and changed by nobody. */
const ACCESS_LOG = `
create table platform.access_log (
  organisation_id uuid not null,
  id uuid not null,
  occurred_at timestamptz(3) not null,
  actor_kind text not null check (actor_kind in ('USER', 'CLIENT')),
  actor_id uuid not null,
  entity_type text not null,
  entity_id uuid not null,
  fields text[] not null check (cardinality(fields) > 0),
  address text,
  user_agent text,
  request_id text not null,
  primary key (organisation_id, id)
);
create index access_log_entity on platform.access_log (organisation_id, entity_type, entity_id, id);
create index access_log_actor on platform.access_log (organisation_id, actor_id, id);
call platform.protect('platform.access_log');

-- What both logs are searched by, each with an index that ends in the time.
create index audit_log_action on platform.audit_log (organisation_id, action, id);
create index audit_log_centre on platform.audit_log (organisation_id, service_centre_id, id);

create function platform.note_access(accesses jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into platform.access_log (organisation_id, id, occurred_at, actor_kind, actor_id, entity_type, entity_id, fields,
    address, user_agent, request_id)
  select platform.organisation(), a.* from jsonb_to_recordset(accesses) as a(id uuid, occurred_at timestamptz,
    actor_kind text, actor_id uuid, entity_type text, entity_id uuid, fields text[], address text, user_agent text,
    request_id text)
  on conflict do nothing;
$$;
revoke execute on function platform.note_access(jsonb) from public;
grant execute on function platform.note_access(jsonb) to liftbay_customer, liftbay_vehicle, liftbay_workshop,
  liftbay_inventory, liftbay_billing, liftbay_reporting;

create view platform.report_access_log as
  select organisation_id, id, occurred_at, actor_kind, actor_id, entity_type, entity_id, fields, address, user_agent,
    request_id
  from platform.access_log
  where organisation_id = nullif(current_setting('liftbay.organisation', true), '')::uuid;
grant usage, create on schema platform to liftbay_reporting_report;
grant select on platform.access_log to liftbay_reporting_report;
alter view platform.report_access_log owner to liftbay_reporting_report;
revoke create on schema platform from liftbay_reporting_report;
grant select on platform.report_access_log to liftbay_reporting;
`;

export class AccessLog1795400500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCESS_LOG);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
