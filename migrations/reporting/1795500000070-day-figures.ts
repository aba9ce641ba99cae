import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each figure came to on a kept day: one row however many distinctions it has, so that who asks for a few figures
 * of a year reads no others. The n-th items of the four lists belong together. All days are counted anew.
 */
const DAY_FIGURES = `
truncate reporting.day_rollup;
alter table reporting.day_rollup drop column figures;
create table reporting.day_figure (
  organisation_id uuid not null,
  figure text not null,
  service_centre_id uuid not null,
  day date not null,
  dims text[] not null,
  currencies text[] not null,
  counts bigint[] not null,
  amounts numeric[] not null,
  check (cardinality(dims) > 0 and cardinality(dims) = cardinality(currencies)
    and cardinality(dims) = cardinality(counts) and cardinality(dims) = cardinality(amounts)),
  primary key (organisation_id, figure, service_centre_id, day)
);
call platform.protect('reporting.day_figure');
grant select, insert, delete on reporting.day_figure to liftbay_reporting;
`;

export class DayFigures1795500000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DAY_FIGURES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
