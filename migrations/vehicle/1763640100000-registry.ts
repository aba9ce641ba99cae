import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table vehicle.vehicle (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  make text not null check (length(make) between 1 and 60),
  model text not null check (length(model) between 1 and 60),
  year integer check (year between 1885 and 2200),
  vin text check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
  plate text check (length(plate) between 1 and 20),
  plate_key text check (plate_key = upper(plate_key) and length(plate_key) between 1 and 80),
  plate_country text check (plate_country ~ '^[A-Z]{2}$'),
  colour text,
  engine_number text,
  registered_on date,
  notes text,
  owner_id uuid,
  archived_at timestamptz(3),
  primary key (organisation_id, id),
  check ((plate is null) = (plate_key is null) and (plate is null) = (plate_country is null))
);
-- A plate is on one car at a time, per country; a VIN on one for ever.
create unique index vehicle_current_plate on vehicle.vehicle (organisation_id, plate_country, plate_key) where archived_at is null;
create unique index vehicle_vin on vehicle.vehicle (organisation_id, vin) where vin is not null;
create index vehicle_owner on vehicle.vehicle (organisation_id, owner_id, created_at desc, id desc) where owner_id is not null;
create index vehicle_newest on vehicle.vehicle (organisation_id, created_at desc, id desc);
create index vehicle_by_make on vehicle.vehicle (organisation_id, make, model, id);
create index vehicle_words on vehicle.vehicle using gin (organisation_id,
  (coalesce(plate_key, '') || ' ' || coalesce(vin, '') || ' ' || lower(make) || ' ' || lower(model)) gin_trgm_ops);

create table vehicle.plate_period (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  vehicle_id uuid not null,
  plate text not null,
  country text not null,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3) check (valid_to >= valid_from),
  primary key (organisation_id, id),
  foreign key (organisation_id, vehicle_id) references vehicle.vehicle (organisation_id, id)
);
create index plate_period_vehicle on vehicle.plate_period (organisation_id, vehicle_id, valid_from);

create table vehicle.ownership (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  vehicle_id uuid not null,
  customer_id uuid not null,
  owned_from timestamptz(3) not null,
  owned_to timestamptz(3) check (owned_to >= owned_from),
  primary key (organisation_id, id),
  foreign key (organisation_id, vehicle_id) references vehicle.vehicle (organisation_id, id)
);
create index ownership_vehicle on vehicle.ownership (organisation_id, vehicle_id, owned_from);

-- Which service centres have had to do with a vehicle, and may therefore see it.
create table vehicle.vehicle_centre (
  organisation_id uuid not null,
  vehicle_id uuid not null,
  service_centre_id uuid not null,
  linked_at timestamptz(3) not null default now(),
  primary key (organisation_id, vehicle_id, service_centre_id),
  foreign key (organisation_id, vehicle_id) references vehicle.vehicle (organisation_id, id)
);
create index vehicle_centre_centre on vehicle.vehicle_centre (organisation_id, service_centre_id, vehicle_id);
`;

const ACCESS = `
call platform.protect('vehicle.vehicle');
call platform.protect('vehicle.plate_period');
call platform.protect('vehicle.ownership');
call platform.protect('vehicle.vehicle_centre');
grant usage on schema vehicle to liftbay_vehicle, liftbay_vehicle_search;
grant select, insert, update on vehicle.vehicle, vehicle.plate_period, vehicle.ownership to liftbay_vehicle;
grant select, insert on vehicle.vehicle_centre to liftbay_vehicle;
`;

/** Row-level security keeps trigram operators from the index; the view's owner is past it, the predicate inside. */
const SEARCH = `
grant create on schema vehicle to liftbay_vehicle_search;
call platform.open_door('vehicle.vehicle', 'liftbay_vehicle_search', 'select');
call platform.open_door('vehicle.vehicle_centre', 'liftbay_vehicle_search', 'select');
create view vehicle.vehicle_search with (security_barrier = false) as
  select id, created_at, archived_at, owner_id, make,
    coalesce(plate_key, '') || ' ' || coalesce(vin, '') || ' ' || lower(make) || ' ' || lower(model) as words,
    array(select c.service_centre_id from vehicle.vehicle_centre c
      where c.organisation_id = vehicle.organisation_id and c.vehicle_id = vehicle.id) as centres
  from vehicle.vehicle
  where organisation_id = nullif(current_setting('liftbay.organisation', true), '')::uuid;
alter view vehicle.vehicle_search owner to liftbay_vehicle_search;
revoke create on schema vehicle from liftbay_vehicle_search;
grant select on vehicle.vehicle_search to liftbay_vehicle;
`;

export class Registry1763640100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS, SEARCH]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
