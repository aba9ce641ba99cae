import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, streets, addresses and notes are sealed by the program: text to the database. */
const TABLES = `
create table inventory.supplier (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  name text not null check (length(name) between 1 and 120),
  name_key text not null generated always as (lower(name)) stored,
  contact_name text,
  email text,
  phone text,
  street text,
  city text check (length(city) <= 100),
  region text check (length(region) <= 100),
  postal_code text,
  country text check (country ~ '^[A-Z]{2}$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  lead_time_days integer check (lead_time_days between 0 and 365),
  account_number text check (length(account_number) between 1 and 60),
  notes text,
  archived_at timestamptz(3),
  primary key (organisation_id, id)
);
create index supplier_by_name on inventory.supplier (organisation_id, name_key, id);
`;

const ACCESS = `
call platform.protect('inventory.supplier');
grant select, insert, update on inventory.supplier to liftbay_inventory;
`;

export class Suppliers1795300200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
