import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGES = 'grant delete on customer.refresh_token to liftbay_customer;';

export class ForgetRefreshTokens1795223777136 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
