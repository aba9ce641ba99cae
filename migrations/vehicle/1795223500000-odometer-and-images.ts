import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const TABLES = `
create table vehicle.odometer_reading (${RECORD},
  vehicle_id uuid not null,
  entry integer not null check (entry > 0),
  value integer not null check (value between 0 and 9999999),
  unit text not null check (unit in ('KM','MI')),
  read_at timestamptz(3) not null,
  source text not null check (source in ('WORKSHOP','CUSTOMER','REGISTER','DEVICE','DOCUMENT')),
  kind text not null check (kind in ('NORMAL','REPLACEMENT','CORRECTION')),
  note text check (length(note) between 1 and 500),
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, vehicle_id) references vehicle.vehicle (organisation_id, id)
);
-- Counts a vehicle's readings as they are written down; of two read at one moment the later entry holds.
create unique index odometer_reading_entry on vehicle.odometer_reading (organisation_id, vehicle_id, entry);
create index odometer_reading_by_date
  on vehicle.odometer_reading (organisation_id, vehicle_id, read_at desc, entry desc, id desc);

create table vehicle.vehicle_image (${RECORD},
  vehicle_id uuid not null,
  file_id uuid not null,
  caption text check (length(caption) between 1 and 200),
  place integer not null check (place > 0),
  is_primary boolean not null,
  added_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, vehicle_id) references vehicle.vehicle (organisation_id, id)
);
create index vehicle_image_in_order on vehicle.vehicle_image (organisation_id, vehicle_id, place, id);
create unique index vehicle_image_once on vehicle.vehicle_image (organisation_id, vehicle_id, file_id);
create unique index vehicle_image_primary on vehicle.vehicle_image (organisation_id, vehicle_id) where is_primary;
`;

/** A reading is written once: no role may change or delete it. */
const ACCESS = `
call platform.protect('vehicle.odometer_reading');
call platform.protect('vehicle.vehicle_image');
grant select, insert on vehicle.odometer_reading to liftbay_vehicle;
grant select, insert, update, delete on vehicle.vehicle_image to liftbay_vehicle;
`;

/**
 * The search box of the counter asks for plates and VINs alone: in the index of all words a model's name would be
 * found ten thousand times and thrown away again.
 */
const QUICK_SEARCH = `
create index vehicle_signs on vehicle.vehicle using gin (organisation_id,
  (coalesce(plate_key, '') || ' ' || coalesce(vin, '')) gin_trgm_ops);
grant create on schema vehicle to liftbay_vehicle_search;
create view vehicle.vehicle_quick_search with (security_barrier = false) as
  select id, created_at, archived_at, owner_id, centres, plate_key, vin,
    coalesce(plate_key, '') || ' ' || coalesce(vin, '') as signs
  from vehicle.vehicle
  where organisation_id = nullif(current_setting('liftbay.organisation', true), '')::uuid;
alter view vehicle.vehicle_quick_search owner to liftbay_vehicle_search;
revoke create on schema vehicle from liftbay_vehicle_search;
grant select on vehicle.vehicle_quick_search to liftbay_vehicle;
`;

export class OdometerAndImages1795223500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS, QUICK_SEARCH]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
