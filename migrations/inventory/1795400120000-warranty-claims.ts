import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const TABLES = `
create table inventory.warranty_claim (${RECORD},
  number text not null check (number ~ '^WC-[0-9]{6,}$'),
  service_centre_id uuid not null,
  job_card_id uuid,
  job_part_id uuid,
  counter_order_id uuid,
  counter_order_line_id uuid,
  part_id uuid not null,
  supplier_id uuid,
  status text not null check (status in ('OPEN','ACCEPTED','REFUSED','SETTLED')),
  quantity numeric(15,3) not null check (quantity > 0),
  fault text not null check (length(fault) between 1 and 2000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unit_cost numeric(20,6) check (unit_cost >= 0),
  refused_reason text check (length(refused_reason) between 1 and 500),
  decided_at timestamptz(3),
  settlement text check (settlement in ('CREDIT','REPLACEMENT')),
  settled_at timestamptz(3),
  credit_minor bigint check (credit_minor > 0),
  replaced_quantity numeric(15,3) check (replaced_quantity > 0 and replaced_quantity <= quantity),
  location_id uuid,
  movement_id uuid,
  opened_by_id uuid,
  decided_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, job_part_id) references inventory.job_part (organisation_id, id),
  foreign key (organisation_id, counter_order_id) references inventory.counter_order (organisation_id, id),
  foreign key (organisation_id, counter_order_line_id) references inventory.counter_order_line (organisation_id, id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id),
  foreign key (organisation_id, supplier_id) references inventory.supplier (organisation_id, id),
  foreign key (organisation_id, location_id) references inventory.stock_location (organisation_id, id),
  foreign key (organisation_id, movement_id) references inventory.stock_movement (organisation_id, id),
  check ((job_part_id is null) <> (counter_order_line_id is null)),
  check ((job_part_id is null) = (job_card_id is null)),
  check ((counter_order_line_id is null) = (counter_order_id is null)),
  -- Who opens it need not know whom it came from; who accepts it does.
  check (supplier_id is not null or status in ('OPEN','REFUSED')),
  check ((status = 'OPEN') = (decided_at is null)),
  check ((status = 'REFUSED') = (refused_reason is not null)),
  check ((status = 'SETTLED') = (settled_at is not null)),
  check ((settled_at is null) = (settlement is null)),
  check ((settlement is not distinct from 'CREDIT') = (credit_minor is not null)),
  check ((settlement is not distinct from 'REPLACEMENT') = (replaced_quantity is not null)),
  check ((replaced_quantity is null) = (location_id is null)),
  check ((replaced_quantity is null) = (movement_id is null))
);
create unique index warranty_claim_number on inventory.warranty_claim (organisation_id, number);
create index warranty_claim_newest on inventory.warranty_claim (organisation_id, created_at desc, id desc);
create index warranty_claim_status on inventory.warranty_claim (organisation_id, status, created_at desc, id desc);
create index warranty_claim_centre
  on inventory.warranty_claim (organisation_id, service_centre_id, created_at desc, id desc);
create index warranty_claim_supplier
  on inventory.warranty_claim (organisation_id, supplier_id, created_at desc, id desc);
create index warranty_claim_part on inventory.warranty_claim (organisation_id, part_id, created_at desc, id desc);
create index warranty_claim_opened_by
  on inventory.warranty_claim (organisation_id, opened_by_id, created_at desc, id desc);
create index warranty_claim_job
  on inventory.warranty_claim (organisation_id, job_card_id, created_at desc, id desc) where job_card_id is not null;
create index warranty_claim_order on inventory.warranty_claim (organisation_id, counter_order_id, created_at desc, id desc)
  where counter_order_id is not null;
create index warranty_claim_job_part
  on inventory.warranty_claim (organisation_id, job_part_id) where job_part_id is not null;
create index warranty_claim_order_line
  on inventory.warranty_claim (organisation_id, counter_order_line_id) where counter_order_line_id is not null;
`;

/** A claim moves stock, too: one pass over the ledger. */
const REFERENCES = `
alter table inventory.stock_movement drop constraint stock_movement_reference_type_check;
alter table inventory.stock_movement add constraint stock_movement_reference_type_check check (reference_type in
  ('PURCHASE_ORDER','JOB_CARD','COUNTER_ORDER','TRANSFER','STOCKTAKE','ADJUSTMENT','WARRANTY_CLAIM'));
`;

const ACCESS = `
call platform.protect('inventory.warranty_claim');
grant select, insert, update on inventory.warranty_claim to liftbay_inventory;
`;

export class WarrantyClaims1795400120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, REFERENCES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
