import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened in a service centre on one day of its own calendar, as it was last counted. A row says nothing that
 * the published views do not: it may be deleted at any time.
 */
const ROLLUPS = `
create table reporting.day_rollup (
  organisation_id uuid not null,
  service_centre_id uuid not null,
  day date not null,
  time_zone text not null,
  figures jsonb not null check (jsonb_typeof(figures) = 'array'),
  stale boolean not null,
  counted_at timestamptz(3) not null,
  primary key (organisation_id, service_centre_id, day)
);
create index day_rollup_stale on reporting.day_rollup (organisation_id, day) where stale;
call platform.protect('reporting.day_rollup');
grant usage on schema reporting to liftbay_reporting;
grant select, insert, update on reporting.day_rollup to liftbay_reporting;
`;

const LAYOUTS = `
create table reporting.dashboard_layout (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  user_id uuid not null,
  widgets jsonb not null check (jsonb_typeof(widgets) = 'array'),
  primary key (organisation_id, id)
);
create unique index dashboard_layout_user on reporting.dashboard_layout (organisation_id, user_id);
call platform.protect('reporting.dashboard_layout');
grant select, insert, update on reporting.dashboard_layout to liftbay_reporting;
`;

export class DayRollups1795400300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ROLLUPS, LAYOUTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
