import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const STATES = `('PENDING','APPROVED','REJECTED','SCHEDULED','IN_PROGRESS','COMPLETED','CANCELLED')`;

/** What is searched: the number, and the description in lower case. */
const WORDS = `(lower(number) || ' ' || lower(description))`;

const TABLES = `
create table workshop.service_request (${RECORD},
  number text not null check (number ~ '^SR-[0-9]{6,}$'),
  service_centre_id uuid not null,
  customer_id uuid not null,
  vehicle_id uuid not null,
  type text not null check (type in ('SERVICE','SPARE_PART')),
  service text not null check (service in ('REGULAR','REPAIR','INSPECTION','EMERGENCY')),
  description text not null check (length(description) between 1 and 4000),
  priority text not null check (priority in ('LOW','MEDIUM','HIGH','URGENT')),
  status text not null check (status in ${STATES}),
  preferred_date date,
  -- What the list by preferred day is sorted by: a keyset needs a value in every row.
  preferred_or_never date not null generated always as (coalesce(preferred_date, date '9999-12-31')) stored,
  preferred_time text check (preferred_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  home_service boolean not null,
  street text,
  city text check (length(city) between 1 and 100),
  region text check (length(region) between 1 and 100),
  postal_code text,
  country text check (country ~ '^[A-Z]{2}$'),
  estimated_cost_minor bigint check (estimated_cost_minor >= 0),
  estimated_cost_currency text check (estimated_cost_currency ~ '^[A-Z]{3}$'),
  requested_by_id uuid,
  decided_by_id uuid,
  decided_at timestamptz(3),
  closed_reason text check (length(closed_reason) between 1 and 1000),
  job_card_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id),
  check ((estimated_cost_minor is null) = (estimated_cost_currency is null)),
  check (home_service = (street is not null and city is not null)),
  check (job_card_id is null or status in ('IN_PROGRESS','COMPLETED'))
);
-- Each service centre counts its own; also finds a number in all of them.
create unique index service_request_number on workshop.service_request (organisation_id, number, service_centre_id);
create index service_request_board
  on workshop.service_request (organisation_id, service_centre_id, status, created_at desc, id desc);
create index service_request_of_centre
  on workshop.service_request (organisation_id, service_centre_id, created_at desc, id desc);
create index service_request_newest on workshop.service_request (organisation_id, created_at desc, id desc);
create index service_request_preferred on workshop.service_request (organisation_id, preferred_or_never, id);
create index service_request_customer
  on workshop.service_request (organisation_id, customer_id, created_at desc, id desc);
create index service_request_vehicle
  on workshop.service_request (organisation_id, vehicle_id, created_at desc, id desc);
create index service_request_job_card on workshop.service_request (organisation_id, job_card_id)
  where job_card_id is not null;
create index service_request_words on workshop.service_request using gin (organisation_id, ${WORDS} gin_trgm_ops);

create table workshop.service_request_status_change (${RECORD},
  service_request_id uuid not null,
  from_status text check (from_status in ${STATES}),
  to_status text not null check (to_status in ${STATES}),
  reason text check (length(reason) between 1 and 1000),
  changed_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, service_request_id) references workshop.service_request (organisation_id, id)
);
create index service_request_status_change_request
  on workshop.service_request_status_change (organisation_id, service_request_id, created_at desc, id desc);
`;

/** History is written once: no role may change or delete it. */
const ACCESS = `
call platform.protect('workshop.service_request');
call platform.protect('workshop.service_request_status_change');
grant select, insert, update on workshop.service_request to liftbay_workshop;
grant select, insert on workshop.service_request_status_change to liftbay_workshop;
`;

/** Steps are written once. When the customer is erased, the words in them go, and nothing else changes. */
const ERASE_REASONS = `
create function workshop.erase_service_request_reasons(in_customer uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update workshop.service_request_status_change s set reason = null
  from workshop.service_request r
  where s.organisation_id = platform.organisation() and r.organisation_id = s.organisation_id
    and r.id = s.service_request_id and r.customer_id = in_customer and s.reason is not null
  returning s.id;
$$;
revoke execute on function workshop.erase_service_request_reasons(uuid) from public;
grant execute on function workshop.erase_service_request_reasons(uuid) to liftbay_workshop;
`;

/** Row-level security keeps trigram operators from the index; the view's owner is past it, the predicate inside. */
const SEARCH = `
grant usage, create on schema workshop to liftbay_workshop_search;
call platform.open_door('workshop.service_request', 'liftbay_workshop_search', 'select');
create view workshop.service_request_search with (security_barrier = false) as
  select id, created_at, service_centre_id, customer_id, vehicle_id, status, home_service, preferred_date,
    ${WORDS} as words
  from workshop.service_request
  where organisation_id = nullif(current_setting('liftbay.organisation', true), '')::uuid;
alter view workshop.service_request_search owner to liftbay_workshop_search;
revoke create on schema workshop from liftbay_workshop_search;
grant select on workshop.service_request_search to liftbay_workshop;
`;

export class ServiceRequests1795225110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS, ERASE_REASONS, SEARCH]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
