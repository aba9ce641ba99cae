import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table vehicle.reminder (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  vehicle_id uuid not null,
  customer_id uuid,
  kind text not null check (kind in ('MOT','SERVICE','TAX','INSURANCE','OTHER')),
  source text not null check (source in ('STAFF','CUSTOMER','REGISTER')),
  title text check (length(title) between 1 and 120),
  note text check (length(note) between 1 and 1000),
  status text not null check (status in ('OPEN','COMPLETED','DISMISSED')),
  due_on date,
  due_distance integer check (due_distance between 0 and 9999999),
  due_distance_unit text check (due_distance_unit in ('KM','MI')),
  estimated_due_on date,
  notice_days integer not null check (notice_days between 0 and 365),
  -- What lists of what is due go by: the day that comes first. Null while nothing tells when a distance is reached.
  due_by date generated always as (least(due_on, estimated_due_on)) stored,
  announce_on date generated always as (least(due_on, estimated_due_on) - notice_days) stored,
  repeat_months integer check (repeat_months between 1 and 120),
  repeat_distance integer check (repeat_distance between 1 and 9999999),
  repeat_distance_unit text check (repeat_distance_unit in ('KM','MI')),
  announced_at timestamptz(3),
  completed_on date,
  completed_distance integer check (completed_distance between 0 and 9999999),
  completed_distance_unit text check (completed_distance_unit in ('KM','MI')),
  dismissed_reason text check (length(dismissed_reason) between 1 and 500),
  follows_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, vehicle_id) references vehicle.vehicle (organisation_id, id),
  foreign key (organisation_id, follows_id) references vehicle.reminder (organisation_id, id),
  constraint reminder_due check (due_on is not null or due_distance is not null),
  check ((due_distance is null) = (due_distance_unit is null)),
  check ((repeat_distance is null) = (repeat_distance_unit is null)),
  check ((completed_distance is null) = (completed_distance_unit is null)),
  check ((status = 'COMPLETED') = (completed_on is not null)),
  check (customer_id is null or source = 'CUSTOMER')
);
create index reminder_of_vehicle on vehicle.reminder (organisation_id, vehicle_id, created_at desc, id desc);
create index reminder_due_by on vehicle.reminder (organisation_id, due_by, id) where status = 'OPEN';
create index reminder_to_announce on vehicle.reminder (organisation_id, announce_on, id)
  where status = 'OPEN' and announced_at is null;
create unique index reminder_next on vehicle.reminder (organisation_id, follows_id) where follows_id is not null;
-- A car is tested once; the register's date moves this one instead of making a second.
create unique index reminder_open_mot on vehicle.reminder (organisation_id, vehicle_id)
  where status = 'OPEN' and kind = 'MOT';
`;

const ACCESS = `
call platform.protect('vehicle.reminder');
grant select, insert, update on vehicle.reminder to liftbay_vehicle;
`;

export class Reminders1795223500002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
