import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table billing.tax_rate (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  name text not null check (length(name) between 1 and 60),
  country text not null check (country ~ '^[A-Z]{2}$'),
  category text not null check (category in ('STANDARD','ZERO','OUTSIDE')),
  percent numeric(7,4) not null check (percent >= 0 and percent <= 100),
  primary key (organisation_id, id),
  check (category = 'STANDARD' or percent = 0)
);
`;

const ACCESS = `
call platform.protect('billing.tax_rate');
grant usage on schema billing to liftbay_billing;
grant select, insert on billing.tax_rate to liftbay_billing;
`;

export class TaxRates1763640400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
