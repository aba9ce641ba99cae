import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const STATES = `('SCHEDULED','EN_ROUTE','ARRIVED','IN_PROGRESS','COMPLETED','CANCELLED')`;
const STANDING = `('SCHEDULED','EN_ROUTE','ARRIVED','IN_PROGRESS')`;

const VISITS = `
create table workshop.home_service (${RECORD},
  number text not null check (number ~ '^HS-[0-9]{6,}$'),
  service_centre_id uuid not null,
  customer_id uuid not null,
  vehicle_id uuid not null,
  service_request_id uuid,
  technician_id uuid,
  job_card_id uuid,
  status text not null check (status in ${STATES}),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  minutes integer not null check (minutes between 1 and 20160),
  travel_minutes integer not null check (travel_minutes between 0 and 240),
  -- With the way there and back: what the visit takes of somebody's day.
  leaves_at timestamptz(3) not null,
  returns_at timestamptz(3) not null,
  service_item_ids uuid[] not null,
  street text,
  city text check (length(city) between 1 and 100),
  region text check (length(region) between 1 and 100),
  postal_code text,
  country text check (country ~ '^[A-Z]{2}$'),
  directions text,
  notes text check (length(notes) between 1 and 4000),
  expected_arrival_at timestamptz(3),
  route_started_at timestamptz(3),
  arrived_at timestamptz(3),
  started_at timestamptz(3),
  completed_at timestamptz(3),
  completion_notes text check (length(completion_notes) between 1 and 2000),
  cancel_reason text check (length(cancel_reason) between 1 and 1000),
  overridden_by_id uuid,
  override_reason text check (length(override_reason) between 1 and 500),
  primary key (organisation_id, id),
  foreign key (organisation_id, service_request_id) references workshop.service_request (organisation_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '31 days'),
  check (leaves_at = starts_at - travel_minutes * interval '1 minute'
    and returns_at = ends_at + travel_minutes * interval '1 minute'),
  check (technician_id is not null or status in ('SCHEDULED','CANCELLED')),
  check (route_started_at is not null or status in ('SCHEDULED','CANCELLED')),
  check (arrived_at is not null or status in ('SCHEDULED','EN_ROUTE','CANCELLED')),
  check (job_card_id is not null or status not in ('IN_PROGRESS','COMPLETED')),
  check ((completed_at is not null) = (status = 'COMPLETED')),
  check (override_reason is null or overridden_by_id is not null)
);
-- Each service centre counts its own; also finds a number in all of them.
create unique index home_service_number on workshop.home_service (organisation_id, number, service_centre_id);
create unique index home_service_job_card on workshop.home_service (organisation_id, job_card_id)
  where job_card_id is not null;
-- Nobody is on the way to two places.
create unique index home_service_on_the_way on workshop.home_service (organisation_id, technician_id)
  where status = 'EN_ROUTE';
create index home_service_first on workshop.home_service (organisation_id, starts_at, id);
create index home_service_of_centre on workshop.home_service (organisation_id, service_centre_id, starts_at, id);
create index home_service_technician on workshop.home_service (organisation_id, technician_id, starts_at, id)
  where technician_id is not null;
create index home_service_customer on workshop.home_service (organisation_id, customer_id, starts_at, id);
create index home_service_vehicle on workshop.home_service (organisation_id, vehicle_id, starts_at, id);
create index home_service_request on workshop.home_service (organisation_id, service_request_id, created_at desc, id desc)
  where service_request_id is not null;
create index home_service_standing on workshop.home_service (organisation_id, leaves_at) where status in ${STANDING};

create table workshop.home_service_change (${RECORD},
  home_service_id uuid not null,
  action text not null check (action in ('SCHEDULED','MOVED','ASSIGNED','UPDATED','EN_ROUTE','ARRIVED','STARTED',
    'COMPLETED','CANCELLED')),
  status text not null check (status in ${STATES}),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  technician_id uuid,
  reason text check (length(reason) between 1 and 1000),
  changed_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, home_service_id) references workshop.home_service (organisation_id, id)
);
create index home_service_change_visit
  on workshop.home_service_change (organisation_id, home_service_id, created_at desc, id desc);

-- Where somebody is who is on the way: the last place and no other, under the visit's id, until they are there.
create table workshop.home_service_position (${RECORD},
  latitude text not null,
  longitude text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references workshop.home_service (organisation_id, id)
);
`;

/**
 * One list of what technicians are booked for, whatever it is: an exclusion constraint looks at one table. The tables
 * of appointments and visits keep it themselves, whoever writes to them. What is booked over something on purpose is
 * left out.
 */
const TECHNICIAN_TIME = `
create table workshop.technician_time (
  organisation_id uuid not null,
  id uuid not null,
  technician_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  primary key (organisation_id, id),
  check (ends_at > starts_at),
  -- Half-open, so that one may begin when the other ends.
  constraint technician_time_free exclude using gist (organisation_id with =, technician_id with =,
    tstzrange(starts_at, ends_at) with &&)
);

create function workshop.keep_appointment_time() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  delete from workshop.technician_time t where t.organisation_id = new.organisation_id and t.id = new.id;
  if new.technician_id is not null and new.override_reason is null
    and new.status in ('HELD','BOOKED','CONFIRMED','CHECKED_IN') then
    insert into workshop.technician_time (organisation_id, id, technician_id, starts_at, ends_at)
      values (new.organisation_id, new.id, new.technician_id, new.starts_at, new.ends_at);
  end if;
  return null;
end $$;
create trigger keep_time after insert or update of technician_id, starts_at, ends_at, status, override_reason
  on workshop.appointment for each row execute function workshop.keep_appointment_time();

create function workshop.keep_home_service_time() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  delete from workshop.technician_time t where t.organisation_id = new.organisation_id and t.id = new.id;
  if new.technician_id is not null and new.override_reason is null and new.status in ${STANDING} then
    insert into workshop.technician_time (organisation_id, id, technician_id, starts_at, ends_at)
      values (new.organisation_id, new.id, new.technician_id, new.leaves_at, new.returns_at);
  end if;
  return null;
end $$;
create trigger keep_time after insert or update of technician_id, leaves_at, returns_at, status, override_reason
  on workshop.home_service for each row execute function workshop.keep_home_service_time();

-- The policy binds the owner too, and would hide every row from it.
alter table workshop.appointment no force row level security;
insert into workshop.technician_time (organisation_id, id, technician_id, starts_at, ends_at)
  select organisation_id, id, technician_id, starts_at, ends_at from workshop.appointment
  where technician_id is not null and override_reason is null and status in ('HELD','BOOKED','CONFIRMED','CHECKED_IN');
alter table workshop.appointment force row level security;
alter table workshop.appointment drop constraint appointment_technician_free;
`;

/** Visits and what was done about them are never deleted; where somebody was on the way is. */
const ACCESS = `
call platform.protect('workshop.home_service');
call platform.protect('workshop.home_service_change');
call platform.protect('workshop.home_service_position');
call platform.protect('workshop.technician_time');
grant select, insert, update on workshop.home_service to liftbay_workshop;
grant select, insert on workshop.home_service_change to liftbay_workshop;
grant select, insert, update, delete on workshop.home_service_position to liftbay_workshop;
grant select, insert, delete on workshop.technician_time to liftbay_workshop;
`;

/** Steps are written once. When the customer is erased, the words in them go, and nothing else changes. */
const ERASE_REASONS = `
create function workshop.erase_home_service_reasons(in_customer uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update workshop.home_service_change c set reason = null
  from workshop.home_service v
  where c.organisation_id = platform.organisation() and v.organisation_id = c.organisation_id
    and v.id = c.home_service_id and v.customer_id = in_customer and c.reason is not null
  returning c.id;
$$;
revoke execute on function workshop.erase_home_service_reasons(uuid) from public;
grant execute on function workshop.erase_home_service_reasons(uuid) to liftbay_workshop;
`;

export class HomeService1795300600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [VISITS, TECHNICIAN_TIME, ACCESS, ERASE_REASONS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
