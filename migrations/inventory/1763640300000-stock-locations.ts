import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table inventory.stock_location (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('CENTRAL_WAREHOUSE','SERVICE_CENTRE','VAN')),
  service_centre_id uuid,
  primary key (organisation_id, id),
  check ((kind = 'CENTRAL_WAREHOUSE') = (service_centre_id is null))
);
create unique index stock_location_of_centre on inventory.stock_location (organisation_id, service_centre_id)
  where kind = 'SERVICE_CENTRE';
create index stock_location_name on inventory.stock_location (organisation_id, name, id);
`;

const ACCESS = `
call platform.protect('inventory.stock_location');
grant usage on schema inventory to liftbay_inventory;
grant select, insert on inventory.stock_location to liftbay_inventory;
`;

export class StockLocations1763640300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
