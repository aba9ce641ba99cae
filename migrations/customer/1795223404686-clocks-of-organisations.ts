import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Those that are there already live by their clock as well. The owner is bound by the tenant's policy: lifted for this. */
const CHANGES = `
alter table customer.organisation no force row level security;
alter table platform.tenant_clock no force row level security;
insert into platform.tenant_clock (organisation_id, time_zone)
  select id, time_zone from customer.organisation on conflict do nothing;
alter table platform.tenant_clock force row level security;
alter table customer.organisation force row level security;
`;

export class ClocksOfOrganisations1795223404686 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
