import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const REFERENCES = `('PURCHASE_ORDER','JOB_CARD','COUNTER_ORDER','TRANSFER','STOCKTAKE','ADJUSTMENT')`;

/** What is searched, in lower case; the number also without its spaces and dashes. */
const WORDS = `(lower(sku) || ' ' || lower(name) || ' ' || coalesce(brand_key, '') || ' ' || coalesce(lower(barcode), '')
  || ' ' || regexp_replace(lower(sku), '[^a-z0-9]', '', 'g'))`;

const CATALOGUE = `
create table inventory.part (${RECORD},
  sku text not null check (sku ~ '^[A-Z0-9]([A-Z0-9 ._/+#-]{0,58}[A-Z0-9+#])?$'),
  name text not null check (length(name) between 1 and 200),
  description text check (length(description) between 1 and 2000),
  barcode text check (length(barcode) between 1 and 80),
  barcode_key text,
  category text not null check (category in ('SPARE_PART','CONSUMABLE','TOOL','OTHER')),
  brand text check (length(brand) between 1 and 60),
  brand_key text,
  unit text not null check (unit in ('PIECE','SET','PAIR','LITRE','METRE','KILOGRAM')),
  price_minor bigint check (price_minor >= 0),
  price_currency text check (price_currency ~ '^[A-Z]{3}$'),
  tax_category text check (length(tax_category) between 1 and 40),
  core_deposit_minor bigint check (core_deposit_minor > 0),
  core_deposit_currency text check (core_deposit_currency ~ '^[A-Z]{3}$'),
  reorder_point numeric(15,3) check (reorder_point >= 0),
  reorder_quantity numeric(15,3) check (reorder_quantity > 0),
  discontinued_at timestamptz(3),
  replaced_by_id uuid,
  primary key (organisation_id, id),
  constraint part_replaced_by foreign key (organisation_id, replaced_by_id) references inventory.part (organisation_id, id),
  check (replaced_by_id <> id),
  check ((barcode is null) = (barcode_key is null)),
  check ((brand is null) = (brand_key is null)),
  check ((price_minor is null) = (price_currency is null)),
  check ((core_deposit_minor is null) = (core_deposit_currency is null))
);
create unique index part_sku on inventory.part (organisation_id, sku);
create unique index part_barcode on inventory.part (organisation_id, barcode_key) where barcode_key is not null;
create index part_name on inventory.part (organisation_id, name, id);
create index part_newest on inventory.part (organisation_id, created_at desc, id desc);
create index part_brand on inventory.part (organisation_id, brand_key, name, id) where brand_key is not null;
create index part_words on inventory.part using gin (organisation_id, ${WORDS} gin_trgm_ops);

create table inventory.part_fitment (${RECORD},
  part_id uuid not null,
  position integer not null check (position >= 0),
  make text not null check (length(make) between 1 and 60),
  model text check (length(model) between 1 and 60),
  year_from integer check (year_from between 1885 and 2200),
  year_to integer check (year_to between 1885 and 2200),
  engine text check (length(engine) between 1 and 60),
  detail text check (length(detail) between 1 and 200),
  make_key text not null,
  model_key text,
  primary key (organisation_id, id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id),
  check (year_to >= year_from),
  check ((model is null) = (model_key is null))
);
create index part_fitment_part on inventory.part_fitment (organisation_id, part_id, position, id);
create index part_fitment_vehicle on inventory.part_fitment (organisation_id, make_key, model_key, part_id);
`;

const STOCK = `
alter table inventory.stock_location add column active boolean not null default true;
alter table inventory.stock_location alter column active drop default;

create table inventory.stock_level (${RECORD},
  part_id uuid not null,
  location_id uuid not null,
  -- The part's number, so that a list of levels can be in its order.
  part_sku text not null,
  on_hand numeric(15,3) not null,
  reserved numeric(15,3) not null,
  available numeric(15,3) not null generated always as (on_hand - reserved) stored,
  average_cost numeric(20,6) check (average_cost >= 0),
  cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
  reorder_point numeric(15,3) check (reorder_point >= 0),
  reorder_quantity numeric(15,3) check (reorder_quantity > 0),
  bin text check (length(bin) between 1 and 40),
  low boolean not null,
  movements integer not null check (movements >= 0),
  reservations integer not null check (reservations >= 0),
  moved_at timestamptz(3),
  primary key (organisation_id, id),
  unique (organisation_id, part_id, location_id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id),
  foreign key (organisation_id, location_id) references inventory.stock_location (organisation_id, id),
  constraint stock_level_on_hand check (on_hand >= 0),
  constraint stock_level_reserved check (reserved >= 0 and reserved <= on_hand),
  check ((average_cost is null) = (cost_currency is null)),
  check ((movements = 0) = (moved_at is null))
);
create index stock_level_sku on inventory.stock_level (organisation_id, part_sku, id);
create index stock_level_location on inventory.stock_level (organisation_id, location_id, part_sku, id);
create index stock_level_changed on inventory.stock_level (organisation_id, updated_at desc, id desc);
create index stock_level_low on inventory.stock_level (organisation_id, part_sku, id) where low;

-- Written once and for ever: what is on hand is the sum of this.
create table inventory.stock_movement (${RECORD},
  part_id uuid not null,
  location_id uuid not null,
  entry integer not null check (entry > 0),
  kind text not null check (kind in ('RECEIPT','SUPPLIER_RETURN','ISSUE','RETURN','ADJUSTMENT','COUNT','TRANSFER_OUT',
    'TRANSFER_IN','TRANSFER_LOSS')),
  quantity numeric(15,3) not null,
  on_hand_after numeric(15,3) not null check (on_hand_after >= 0),
  reserved_after numeric(15,3) not null check (reserved_after >= 0 and reserved_after <= on_hand_after),
  unit_cost numeric(20,6) check (unit_cost >= 0),
  average_cost_after numeric(20,6) check (average_cost_after >= 0),
  cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
  reference_type text not null check (reference_type in ${REFERENCES}),
  reference_id uuid not null,
  reference_line_id uuid,
  reason_code text check (length(reason_code) between 1 and 40),
  reason text check (length(reason) between 1 and 500),
  actor_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, part_id, location_id)
    references inventory.stock_level (organisation_id, part_id, location_id),
  check (quantity <> 0),
  check (case when kind in ('RECEIPT','RETURN','TRANSFER_IN') then quantity > 0
    when kind in ('SUPPLIER_RETURN','ISSUE','TRANSFER_OUT','TRANSFER_LOSS') then quantity < 0 else true end),
  check (cost_currency is not null or unit_cost is null and average_cost_after is null)
);
create unique index stock_movement_entry on inventory.stock_movement (organisation_id, part_id, location_id, entry);
create index stock_movement_newest on inventory.stock_movement (organisation_id, created_at desc, id desc);
create index stock_movement_part on inventory.stock_movement (organisation_id, part_id, created_at desc, id desc);
create index stock_movement_location on inventory.stock_movement (organisation_id, location_id, created_at desc, id desc);
create index stock_movement_reference on inventory.stock_movement (organisation_id, reference_id, created_at desc, id desc);

-- What is held now: gone when it is issued or given back.
create table inventory.stock_reservation (${RECORD},
  part_id uuid not null,
  location_id uuid not null,
  place integer not null check (place > 0),
  quantity numeric(15,3) not null check (quantity > 0),
  reference_type text not null check (reference_type in ${REFERENCES}),
  reference_id uuid not null,
  reference_line_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, part_id, location_id)
    references inventory.stock_level (organisation_id, part_id, location_id)
);
create unique index stock_reservation_place on inventory.stock_reservation (organisation_id, part_id, location_id, place);
create unique index stock_reservation_reference on inventory.stock_reservation
  (organisation_id, reference_id, reference_line_id, part_id, location_id) nulls not distinct;
`;

/** The ledger is written once: no role may change or delete it. */
const ACCESS = `
call platform.protect('inventory.part');
call platform.protect('inventory.part_fitment');
call platform.protect('inventory.stock_level');
call platform.protect('inventory.stock_movement');
call platform.protect('inventory.stock_reservation');
grant select, insert, update on inventory.part, inventory.stock_level to liftbay_inventory;
grant select, insert, delete on inventory.part_fitment to liftbay_inventory;
grant select, insert on inventory.stock_movement to liftbay_inventory;
grant select, insert, update, delete on inventory.stock_reservation to liftbay_inventory;
`;

/** Row-level security keeps trigram operators from the index; the view's owner is past it, the predicate inside. */
const SEARCH = `
grant usage, create on schema inventory to liftbay_inventory_search;
call platform.open_door('inventory.part', 'liftbay_inventory_search', 'select');
create view inventory.part_search with (security_barrier = false) as
  select id, created_at, category, brand_key, discontinued_at, ${WORDS} as words
  from inventory.part
  where organisation_id = nullif(current_setting('liftbay.organisation', true), '')::uuid;
alter view inventory.part_search owner to liftbay_inventory_search;
revoke create on schema inventory from liftbay_inventory_search;
grant select on inventory.part_search to liftbay_inventory;
`;

export class CatalogueAndLedger1795300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CATALOGUE, STOCK, ACCESS, SEARCH]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
