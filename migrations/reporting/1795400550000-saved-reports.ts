import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Custom reports that somebody keeps. */
const SAVED_REPORTS = `
create table reporting.saved_report (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  user_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  shared boolean not null,
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  primary key (organisation_id, id)
);
create index saved_report_user on reporting.saved_report (organisation_id, user_id);
create index saved_report_name on reporting.saved_report (organisation_id, lower(name), id);
call platform.protect('reporting.saved_report');
grant select, insert, update, delete on reporting.saved_report to liftbay_reporting;
`;

export class SavedReports1795400550000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SAVED_REPORTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
