import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const TABLES = `
-- A job card of the workshop, under its own id.
create table inventory.supplied_job (${RECORD},
  service_centre_id uuid not null,
  revision integer not null check (revision >= 0),
  ended text check (ended in ('COMPLETED','CANCELLED')),
  primary key (organisation_id, id)
);

create table inventory.job_part (${RECORD},
  job_card_id uuid not null,
  service_centre_id uuid not null,
  part_id uuid not null,
  location_id uuid not null,
  quantity numeric(15,3) not null check (quantity > 0),
  missing numeric(15,3) not null check (missing >= 0),
  issued numeric(15,3) not null check (issued >= 0),
  returned numeric(15,3) not null check (returned >= 0 and returned <= issued),
  cancelled numeric(15,3) not null check (cancelled >= 0),
  status text not null,
  price_minor bigint check (price_minor >= 0),
  price_currency text check (price_currency ~ '^[A-Z]{3}$'),
  tax_category text check (length(tax_category) between 1 and 40),
  requested_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, job_card_id) references inventory.supplied_job (organisation_id, id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id),
  foreign key (organisation_id, location_id) references inventory.stock_location (organisation_id, id),
  check (issued + cancelled + missing <= quantity),
  check (status = case when missing > 0 then 'WAITING' when issued + cancelled < quantity then 'RESERVED'
    when issued > returned then 'ISSUED' when issued > 0 then 'RETURNED' else 'CANCELLED' end),
  check ((price_minor is null) = (price_currency is null))
);
create index job_part_job on inventory.job_part (organisation_id, job_card_id, created_at, id);
create index job_part_waiting on inventory.job_part (organisation_id, part_id, location_id) where status = 'WAITING';

create table inventory.job_part_issue (${RECORD},
  job_part_id uuid not null,
  movement_id uuid not null,
  quantity numeric(15,3) not null check (quantity > 0),
  returned numeric(15,3) not null check (returned >= 0 and returned <= quantity),
  unit_cost numeric(20,6) check (unit_cost >= 0),
  cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
  issued_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, job_part_id) references inventory.job_part (organisation_id, id),
  foreign key (organisation_id, movement_id) references inventory.stock_movement (organisation_id, id),
  check ((unit_cost is null) = (cost_currency is null))
);
create index job_part_issue_line on inventory.job_part_issue (organisation_id, job_part_id, created_at, id);
`;

const ACCESS = `
call platform.protect('inventory.supplied_job');
call platform.protect('inventory.job_part');
call platform.protect('inventory.job_part_issue');
grant select, insert, update on inventory.supplied_job, inventory.job_part, inventory.job_part_issue
  to liftbay_inventory;
`;

export class PartsForJobs1795300300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
