import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const TRANSFERS = `
create table inventory.stock_transfer (${RECORD},
  number text not null check (number ~ '^TR-[0-9]{6,}$'),
  from_location_id uuid not null,
  to_location_id uuid not null,
  status text not null check (status in ('REQUESTED','APPROVED','REJECTED','SHIPPED','RECEIVED','CANCELLED')),
  note text check (length(note) between 1 and 1000),
  closed_reason text check (length(closed_reason) between 1 and 500),
  requested_by_id uuid,
  decided_by_id uuid,
  decided_at timestamptz(3),
  shipped_by_id uuid,
  shipped_at timestamptz(3),
  received_by_id uuid,
  received_at timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, from_location_id) references inventory.stock_location (organisation_id, id),
  foreign key (organisation_id, to_location_id) references inventory.stock_location (organisation_id, id),
  check (from_location_id <> to_location_id),
  check ((shipped_at is not null) = (status in ('SHIPPED','RECEIVED'))),
  check ((received_at is not null) = (status = 'RECEIVED'))
);
create unique index stock_transfer_number on inventory.stock_transfer (organisation_id, number);
create index stock_transfer_newest on inventory.stock_transfer (organisation_id, created_at desc, id desc);
create index stock_transfer_status on inventory.stock_transfer (organisation_id, status, created_at desc, id desc);
create index stock_transfer_from
  on inventory.stock_transfer (organisation_id, from_location_id, created_at desc, id desc);
create index stock_transfer_to on inventory.stock_transfer (organisation_id, to_location_id, created_at desc, id desc);

create table inventory.stock_transfer_line (${RECORD},
  transfer_id uuid not null,
  position integer not null check (position >= 0),
  part_id uuid not null,
  quantity numeric(15,3) not null check (quantity > 0),
  shipped numeric(15,3) not null check (shipped >= 0 and shipped <= quantity),
  received numeric(15,3) not null check (received >= 0),
  lost numeric(15,3) not null check (lost >= 0),
  unit_cost numeric(20,6) check (unit_cost >= 0),
  cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
  primary key (organisation_id, id),
  foreign key (organisation_id, transfer_id) references inventory.stock_transfer (organisation_id, id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id),
  -- What is in transit is what was shipped and neither came nor was written off: it cannot be less than nothing.
  check (received + lost <= shipped),
  check ((unit_cost is null) = (cost_currency is null))
);
create unique index stock_transfer_line_part on inventory.stock_transfer_line (organisation_id, transfer_id, part_id);
create index stock_transfer_line_order on inventory.stock_transfer_line (organisation_id, transfer_id, position, id);
create index stock_transfer_line_of_part on inventory.stock_transfer_line (organisation_id, part_id, transfer_id);
`;

const STOCKTAKES = `
create table inventory.stocktake (${RECORD},
  number text not null check (number ~ '^ST-[0-9]{6,}$'),
  location_id uuid not null,
  category text check (category in ('SPARE_PART','CONSUMABLE','TOOL','OTHER')),
  status text not null check (status in ('COUNTING','POSTED','CANCELLED')),
  note text check (length(note) between 1 and 1000),
  started_by_id uuid,
  closed_by_id uuid,
  closed_at timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, location_id) references inventory.stock_location (organisation_id, id),
  check ((closed_at is null) = (status = 'COUNTING'))
);
create unique index stocktake_number on inventory.stocktake (organisation_id, number);
-- Two that count the same shelf would put the same difference right twice.
create unique index stocktake_open on inventory.stocktake (organisation_id, location_id) where status = 'COUNTING';
create index stocktake_newest on inventory.stocktake (organisation_id, created_at desc, id desc);
create index stocktake_location on inventory.stocktake (organisation_id, location_id, created_at desc, id desc);

create table inventory.stocktake_line (${RECORD},
  stocktake_id uuid not null,
  part_id uuid not null,
  part_sku text not null,
  expected numeric(15,3) not null check (expected >= 0),
  counted numeric(15,3) check (counted >= 0),
  counted_at timestamptz(3),
  counted_by_id uuid,
  -- What the ledger said at that moment, and which was its last entry then.
  on_hand_at_count numeric(15,3) check (on_hand_at_count >= 0),
  entry_at_count integer check (entry_at_count >= 0),
  movement_id uuid,
  cut_reservations jsonb not null check (jsonb_typeof(cut_reservations) = 'array'),
  primary key (organisation_id, id),
  foreign key (organisation_id, stocktake_id) references inventory.stocktake (organisation_id, id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id),
  foreign key (organisation_id, movement_id) references inventory.stock_movement (organisation_id, id),
  check ((counted is null) = (counted_at is null) and (counted is null) = (on_hand_at_count is null)
    and (counted is null) = (entry_at_count is null))
);
create unique index stocktake_line_part on inventory.stocktake_line (organisation_id, stocktake_id, part_id);
create index stocktake_line_order on inventory.stocktake_line (organisation_id, stocktake_id, part_sku, id);
`;

const ACCESS = `
call platform.protect('inventory.stock_transfer');
call platform.protect('inventory.stock_transfer_line');
call platform.protect('inventory.stocktake');
call platform.protect('inventory.stocktake_line');
grant update on inventory.stock_location to liftbay_inventory;
grant select, insert, update on inventory.stock_transfer, inventory.stock_transfer_line, inventory.stocktake,
  inventory.stocktake_line to liftbay_inventory;
`;

export class TransfersAndStocktakes1795300100002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TRANSFERS, STOCKTAKES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
