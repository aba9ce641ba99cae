import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of reports and lists that are being made, or can be fetched for a day. */
const EXPORT_JOBS = `
create table reporting.export_job (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  user_id uuid not null,
  status text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  format text not null check (format in ('CSV', 'XLSX', 'PDF')),
  list text,
  definition jsonb,
  from_day date not null,
  to_day date not null,
  service_centre_id uuid,
  rows_written integer not null check (rows_written >= 0),
  failure text,
  expires_at timestamptz(3) not null,
  primary key (organisation_id, id),
  check ((list is null) <> (definition is null)),
  check ((status = 'FAILED') = (failure is not null))
);
create index export_job_user on reporting.export_job (organisation_id, user_id);
call platform.protect('reporting.export_job');
grant select, insert, update, delete on reporting.export_job to liftbay_reporting;
`;

export class ExportJobs1795400550001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXPORT_JOBS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
