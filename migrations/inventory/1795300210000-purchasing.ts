import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const ORDERS = `
create table inventory.purchase_order (${RECORD},
  number text not null check (number ~ '^PO-[0-9]{6,}$'),
  supplier_id uuid not null,
  location_id uuid not null,
  service_centre_id uuid,
  status text not null check (status in
    ('DRAFT','PENDING','APPROVED','REJECTED','ORDERED','RECEIVED','CLOSED','CANCELLED')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  total_minor bigint not null check (total_minor >= 0),
  revision integer not null check (revision > 0),
  notes text check (length(notes) between 1 and 2000),
  expected_on date,
  -- What the list by expected day is sorted by: a keyset needs a value in every row.
  expected_or_never date not null generated always as (coalesce(expected_on, date '9999-12-31')) stored,
  requested_by_id uuid,
  submitted_by_id uuid,
  submitted_at timestamptz(3),
  decided_by_id uuid,
  decided_at timestamptz(3),
  ordered_by_id uuid,
  ordered_at timestamptz(3),
  receipt_count integer not null check (receipt_count >= 0),
  received_at timestamptz(3),
  closed_reason text check (length(closed_reason) between 1 and 500),
  primary key (organisation_id, id),
  foreign key (organisation_id, supplier_id) references inventory.supplier (organisation_id, id),
  foreign key (organisation_id, location_id) references inventory.stock_location (organisation_id, id),
  check (status in ('DRAFT','CANCELLED') or submitted_at is not null),
  check (status not in ('APPROVED','REJECTED','ORDERED','RECEIVED','CLOSED') or decided_at is not null),
  check (status not in ('ORDERED','RECEIVED','CLOSED') or ordered_at is not null),
  check ((status = 'RECEIVED') = (received_at is not null)),
  check (status not in ('RECEIVED','CLOSED') or receipt_count > 0),
  check (receipt_count = 0 or status in ('ORDERED','RECEIVED','CLOSED')),
  check ((status in ('REJECTED','CLOSED','CANCELLED')) = (closed_reason is not null))
);
-- The organisation counts its orders as one: suppliers know it as one.
create unique index purchase_order_number on inventory.purchase_order (organisation_id, number);
create index purchase_order_newest on inventory.purchase_order (organisation_id, created_at desc, id desc);
create index purchase_order_status on inventory.purchase_order (organisation_id, status, created_at desc, id desc);
create index purchase_order_supplier
  on inventory.purchase_order (organisation_id, supplier_id, created_at desc, id desc);
create index purchase_order_location
  on inventory.purchase_order (organisation_id, location_id, created_at desc, id desc);
create index purchase_order_expected on inventory.purchase_order (organisation_id, expected_or_never, id);

create table inventory.purchase_order_line (${RECORD},
  purchase_order_id uuid not null,
  position integer not null check (position > 0),
  part_id uuid not null,
  quantity numeric(15,3) not null check (quantity > 0),
  received_quantity numeric(15,3) not null check (received_quantity >= 0),
  unit_price_minor bigint not null check (unit_price_minor >= 0),
  total_minor bigint not null check (total_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  primary key (organisation_id, id),
  foreign key (organisation_id, purchase_order_id) references inventory.purchase_order (organisation_id, id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id),
  check (received_quantity <= quantity)
);
create unique index purchase_order_line_part
  on inventory.purchase_order_line (organisation_id, purchase_order_id, part_id);
create index purchase_order_line_of_part
  on inventory.purchase_order_line (organisation_id, part_id, purchase_order_id);

create table inventory.goods_receipt (${RECORD},
  number text not null check (number ~ '^PO-[0-9]{6,}/[0-9]+$'),
  purchase_order_id uuid not null,
  delivery_note text check (length(delivery_note) between 1 and 60),
  notes text check (length(notes) between 1 and 2000),
  exchange_rate numeric(20,10) check (exchange_rate > 0),
  received_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, purchase_order_id) references inventory.purchase_order (organisation_id, id)
);
create unique index goods_receipt_number on inventory.goods_receipt (organisation_id, number);
create index goods_receipt_order
  on inventory.goods_receipt (organisation_id, purchase_order_id, created_at desc, id desc);

create table inventory.goods_receipt_line (${RECORD},
  goods_receipt_id uuid not null,
  order_line_id uuid not null,
  part_id uuid not null,
  quantity numeric(15,3) not null check (quantity > 0),
  unit_price_minor bigint not null check (unit_price_minor >= 0),
  total_minor bigint not null check (total_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  primary key (organisation_id, id),
  foreign key (organisation_id, goods_receipt_id) references inventory.goods_receipt (organisation_id, id),
  foreign key (organisation_id, order_line_id) references inventory.purchase_order_line (organisation_id, id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id)
);
create unique index goods_receipt_line_of_line
  on inventory.goods_receipt_line (organisation_id, goods_receipt_id, order_line_id);
`;

const REQUESTS = `
create table inventory.purchase_request (${RECORD},
  part_id uuid not null,
  location_id uuid not null,
  service_centre_id uuid,
  quantity numeric(15,3) not null check (quantity > 0),
  status text not null check (status in ('OPEN','ORDERED','DISMISSED')),
  purchase_order_id uuid,
  dismissed_because text check (length(dismissed_because) between 1 and 500),
  dismissed_by_id uuid,
  merged_into_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id),
  foreign key (organisation_id, location_id) references inventory.stock_location (organisation_id, id),
  foreign key (organisation_id, purchase_order_id) references inventory.purchase_order (organisation_id, id),
  foreign key (organisation_id, merged_into_id) references inventory.purchase_request (organisation_id, id),
  check ((status = 'ORDERED') = (purchase_order_id is not null)),
  check ((status = 'DISMISSED') = (dismissed_because is not null or merged_into_id is not null))
);
create unique index purchase_request_open on inventory.purchase_request (organisation_id, part_id, location_id)
  where status = 'OPEN';
create index purchase_request_newest on inventory.purchase_request (organisation_id, created_at desc, id desc);
create index purchase_request_status
  on inventory.purchase_request (organisation_id, status, created_at desc, id desc);
create index purchase_request_location
  on inventory.purchase_request (organisation_id, location_id, created_at desc, id desc);
create index purchase_request_part
  on inventory.purchase_request (organisation_id, part_id, created_at desc, id desc);
create index purchase_request_order
  on inventory.purchase_request (organisation_id, purchase_order_id, created_at, id) where purchase_order_id is not null;

create table inventory.purchase_request_cause (${RECORD},
  purchase_request_id uuid not null,
  type text not null check (type in ('LOW_STOCK','JOB_CARD','MANUAL')),
  quantity numeric(15,3) not null check (quantity > 0),
  job_card_id uuid,
  job_line_id uuid,
  requested_by_id uuid,
  note text check (length(note) between 1 and 500),
  primary key (organisation_id, id),
  foreign key (organisation_id, purchase_request_id) references inventory.purchase_request (organisation_id, id),
  check ((type = 'JOB_CARD') = (job_card_id is not null and job_line_id is not null)),
  check (type = 'MANUAL' or requested_by_id is null and note is null)
);
create index purchase_request_cause_request
  on inventory.purchase_request_cause (organisation_id, purchase_request_id, created_at, id);
create index purchase_request_cause_job on inventory.purchase_request_cause (organisation_id, job_card_id)
  where job_card_id is not null;
create index purchase_request_cause_person
  on inventory.purchase_request_cause (organisation_id, requested_by_id, purchase_request_id)
  where requested_by_id is not null;
`;

/** What came is written once: no role may change or delete it. */
const ACCESS = `
call platform.protect('inventory.purchase_order');
call platform.protect('inventory.purchase_order_line');
call platform.protect('inventory.goods_receipt');
call platform.protect('inventory.goods_receipt_line');
call platform.protect('inventory.purchase_request');
call platform.protect('inventory.purchase_request_cause');
grant select, insert, update on inventory.purchase_order, inventory.purchase_request to liftbay_inventory;
grant select, insert, update, delete on inventory.purchase_order_line, inventory.purchase_request_cause
  to liftbay_inventory;
grant select, insert on inventory.goods_receipt, inventory.goods_receipt_line to liftbay_inventory;
`;

export class Purchasing1795300210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ORDERS, REQUESTS, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
