import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the days of a month came to together, when all of them are kept: whoever asks for a year reads twelve rows of a
 * figure and not 365. Whatever happens to the row of a day, its month is none from then on.
 */
const MONTH_FIGURES = `
create table reporting.month_rollup (
  organisation_id uuid not null,
  service_centre_id uuid not null,
  month date not null check (extract(day from month) = 1),
  time_zone text not null,
  counted_at timestamptz(3) not null,
  primary key (organisation_id, service_centre_id, month)
);
create table reporting.month_figure (
  organisation_id uuid not null,
  figure text not null,
  service_centre_id uuid not null,
  month date not null,
  dims text[] not null,
  currencies text[] not null,
  counts bigint[] not null,
  amounts numeric[] not null,
  check (cardinality(dims) > 0 and cardinality(dims) = cardinality(currencies)
    and cardinality(dims) = cardinality(counts) and cardinality(dims) = cardinality(amounts)),
  primary key (organisation_id, figure, service_centre_id, month)
);
call platform.protect('reporting.month_rollup');
call platform.protect('reporting.month_figure');
grant select, insert, update, delete on reporting.month_rollup to liftbay_reporting;
grant select, insert, delete on reporting.month_figure to liftbay_reporting;

create function reporting.forget_month() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    truncate reporting.month_rollup;
  else
    delete from reporting.month_rollup m where m.organisation_id = old.organisation_id
      and m.service_centre_id = old.service_centre_id and m.month = date_trunc('month', old.day::timestamp)::date;
  end if;
  return null;
end $$;
create trigger forget_month after update or delete on reporting.day_rollup
  for each row execute function reporting.forget_month();
create trigger forget_months after truncate on reporting.day_rollup
  for each statement execute function reporting.forget_month();
-- Data is also filled in past triggers; what is kept may not survive that.
alter table reporting.day_rollup enable always trigger forget_month, enable always trigger forget_months;

-- There is a new figure: all days are counted anew.
truncate reporting.day_rollup;
`;

export class MonthFigures1795500000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MONTH_FIGURES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
