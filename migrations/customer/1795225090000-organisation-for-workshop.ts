import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pre-check-in and tracking come without a sign-in, and name their organisation by its slug. */
const DOOR = `
grant usage on schema customer to liftbay_workshop;
grant execute on function customer.organisation_by_slug(text), customer.only_organisation() to liftbay_workshop;
`;

export class OrganisationForWorkshop1795225090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOOR);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
