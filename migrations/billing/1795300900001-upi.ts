import type { MigrationInterface, QueryRunner } from 'typeorm';

const UPI = `
alter table billing.billing_settings add column upi_id text check (upi_id ~ '^[A-Za-z0-9._-]{2,255}@[A-Za-z]{2,64}$');
`;

export class Upi1795300900001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UPI);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
