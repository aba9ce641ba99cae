import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The file may go with whoever uploaded it; the organisation then has no logo. */
const LOGO = `
alter table customer.organisation no force row level security;
alter table customer.file no force row level security;
alter table customer.organisation add column logo_file_id uuid,
  add constraint organisation_logo foreign key (organisation_id, logo_file_id)
    references customer.file (organisation_id, id) on delete set null (logo_file_id);
alter table customer.organisation force row level security;
alter table customer.file force row level security;
`;

export class OrganisationLogo1795300900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOGO);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
