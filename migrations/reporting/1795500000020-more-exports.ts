import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An export is of a list, a custom report or a fixed one; or, as a zip, of all that an organisation has. */
const MORE_EXPORTS = `
alter table reporting.export_job
  add column report text,
  add column collected text[] not null default '{}',
  add column personal boolean not null default false,
  drop constraint export_job_check,
  drop constraint export_job_format_check,
  add constraint export_job_format_check check (format in ('CSV', 'XLSX', 'PDF', 'ZIP')),
  add constraint export_job_of_one check (num_nonnulls(list, definition, report) = (format <> 'ZIP')::integer);
`;

export class MoreExports1795500000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MORE_EXPORTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
