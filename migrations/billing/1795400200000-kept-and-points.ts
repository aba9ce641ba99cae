import type { MigrationInterface, QueryRunner } from 'typeorm';

const LISTS = `
create index payment_kept_newest on billing.payment (organisation_id, created_at desc, id desc) where kept_minor > 0;
create index payment_deposit on billing.payment (organisation_id, deposit, created_at desc, id desc);
`;

const POINTS = `
alter table billing.billing_settings add column loyalty_points_per_unit numeric(9, 4) not null default 1
  check (loyalty_points_per_unit >= 0);
alter table billing.billing_settings alter column loyalty_points_per_unit drop default;
`;

export class KeptAndPoints1795400200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LISTS, POINTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
