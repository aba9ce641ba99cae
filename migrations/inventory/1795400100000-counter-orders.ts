import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const TABLES = `
create table inventory.counter_order (${RECORD},
  number text not null check (number ~ '^CO-[0-9]{6,}$'),
  customer_id uuid,
  service_centre_id uuid not null,
  location_id uuid not null,
  status text not null check (status in ('PENDING','PROCESSING','READY','DELIVERED','CANCELLED')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  total_minor bigint not null check (total_minor >= 0),
  revision integer not null check (revision > 0),
  notes text check (length(notes) between 1 and 2000),
  cancelled_reason text check (length(cancelled_reason) between 1 and 500),
  processed_at timestamptz(3),
  ready_at timestamptz(3),
  delivered_at timestamptz(3),
  cancelled_at timestamptz(3),
  created_by_id uuid,
  delivered_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, location_id) references inventory.stock_location (organisation_id, id),
  check (status = 'CANCELLED' or (status = 'PENDING') = (processed_at is null)),
  check (status not in ('READY','DELIVERED') or ready_at is not null),
  check ((status = 'DELIVERED') = (delivered_at is not null)),
  check ((status = 'CANCELLED') = (cancelled_at is not null)),
  -- An erased customer's words are gone, the order stays what it was.
  check (cancelled_reason is null or status = 'CANCELLED')
);
create unique index counter_order_number on inventory.counter_order (organisation_id, number);
create index counter_order_newest on inventory.counter_order (organisation_id, created_at desc, id desc);
create index counter_order_status on inventory.counter_order (organisation_id, status, created_at desc, id desc);
create index counter_order_centre
  on inventory.counter_order (organisation_id, service_centre_id, created_at desc, id desc);
create index counter_order_customer
  on inventory.counter_order (organisation_id, customer_id, created_at desc, id desc) where customer_id is not null;

create table inventory.counter_order_line (${RECORD},
  counter_order_id uuid not null,
  position integer not null check (position > 0),
  part_id uuid not null,
  sku text not null,
  part_name text not null,
  quantity numeric(15,3) not null check (quantity >= 0),
  left_off numeric(15,3) not null check (left_off >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unit_price_minor bigint not null check (unit_price_minor >= 0),
  discount_percent numeric(7,4) check (discount_percent between 0 and 100),
  discount_minor bigint check (discount_minor >= 0),
  amount_minor bigint not null check (amount_minor >= 0),
  tax_category text check (length(tax_category) between 1 and 40),
  movement_id uuid,
  unit_cost numeric(20,6) check (unit_cost >= 0),
  cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
  primary key (organisation_id, id),
  foreign key (organisation_id, counter_order_id) references inventory.counter_order (organisation_id, id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id),
  foreign key (organisation_id, movement_id) references inventory.stock_movement (organisation_id, id),
  check (quantity + left_off > 0),
  check (discount_percent is null or discount_minor is null),
  check ((unit_cost is null) = (cost_currency is null)),
  check (unit_cost is null or movement_id is not null)
);
create unique index counter_order_line_position
  on inventory.counter_order_line (organisation_id, counter_order_id, position);
create index counter_order_line_part on inventory.counter_order_line (organisation_id, part_id, counter_order_id);
-- What a line of any record holds.
create index stock_reservation_line on inventory.stock_reservation (organisation_id, reference_line_id, created_at, id);
`;

const ACCESS = `
call platform.protect('inventory.counter_order');
call platform.protect('inventory.counter_order_line');
grant select, insert, update on inventory.counter_order to liftbay_inventory;
grant select, insert, update, delete on inventory.counter_order_line to liftbay_inventory;
`;

export class CounterOrders1795400100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
