import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const STATES = `('CREATED','INSPECTED','ASSIGNED','IN_PROGRESS','WAITING_PARTS','WAITING_APPROVAL','PAUSED',
  'COMPLETED','DELIVERED','CANCELLED')`;

const TABLES = `
create table workshop.job_card (${RECORD},
  number text not null check (number ~ '^JC-[0-9]{6,}$'),
  service_centre_id uuid not null,
  vehicle_id uuid not null,
  customer_id uuid not null,
  technician_id uuid,
  complaint text not null check (length(complaint) between 1 and 4000),
  priority text not null check (priority in ('LOW','MEDIUM','HIGH','URGENT')),
  status text not null check (status in ${STATES}),
  promised_at timestamptz(3),
  -- What the list by promise is sorted by: a keyset needs a value in every row.
  promised_or_never timestamptz(3) not null
    generated always as (coalesce(promised_at, timestamptz '9999-12-31 00:00:00+00')) stored,
  estimated_cost_minor bigint check (estimated_cost_minor >= 0),
  estimated_cost_currency text check (estimated_cost_currency ~ '^[A-Z]{3}$'),
  primary key (organisation_id, id),
  check ((estimated_cost_minor is null) = (estimated_cost_currency is null)),
  check (technician_id is not null or status in ('CREATED','INSPECTED','CANCELLED'))
);
-- Each service centre counts its own; also finds a number in all of them.
create unique index job_card_number on workshop.job_card (organisation_id, number, service_centre_id);
-- The board: a centre's cards in some states, the newest first; and the same without states.
create index job_card_board on workshop.job_card (organisation_id, service_centre_id, status, created_at desc, id desc);
create index job_card_of_centre on workshop.job_card (organisation_id, service_centre_id, created_at desc, id desc);
create index job_card_newest on workshop.job_card (organisation_id, created_at desc, id desc);
create index job_card_promised on workshop.job_card (organisation_id, promised_or_never, id);
create index job_card_vehicle on workshop.job_card (organisation_id, vehicle_id, created_at desc, id desc);
create index job_card_customer on workshop.job_card (organisation_id, customer_id, created_at desc, id desc);
create index job_card_technician on workshop.job_card (organisation_id, technician_id, created_at desc, id desc)
  where technician_id is not null;

create table workshop.job_card_status_change (${RECORD},
  job_card_id uuid not null,
  from_status text check (from_status in ${STATES}),
  to_status text not null check (to_status in ${STATES}),
  reason text check (length(reason) between 1 and 1000),
  changed_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id)
);
create index job_card_status_change_card
  on workshop.job_card_status_change (organisation_id, job_card_id, created_at desc, id desc);
`;

/** History is written once: no role may change or delete it. */
const ACCESS = `
call platform.protect('workshop.job_card');
call platform.protect('workshop.job_card_status_change');
grant usage on schema workshop to liftbay_workshop;
grant select, insert, update on workshop.job_card to liftbay_workshop;
grant select, insert on workshop.job_card_status_change to liftbay_workshop;
`;

export class Jobs1763640200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
