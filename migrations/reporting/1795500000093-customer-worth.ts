import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What invoices and credit notes of a customer came to up to a day, so that what customers are worth is not added up
 * from all that was ever invoiced. `scope_id` is a service centre, or the organisation for all of them together.
 * `until` is the last day of which documents are in it; while it is null, nothing is kept.
 */
const CUSTOMER_WORTH = `
create table reporting.worth_rollup (
  organisation_id uuid primary key,
  until date
);
create table reporting.customer_worth (
  organisation_id uuid not null,
  scope_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  invoices bigint not null,
  minor bigint not null,
  first_on date,
  primary key (organisation_id, scope_id, customer_id, currency)
);
create index customer_worth_most on reporting.customer_worth
  (organisation_id, scope_id, currency, minor desc, customer_id) include (invoices, first_on) where invoices > 0;
create table reporting.worth_total (
  organisation_id uuid not null,
  scope_id uuid not null,
  currency text not null,
  customers bigint not null,
  minor numeric not null,
  primary key (organisation_id, scope_id, currency)
);
call platform.protect('reporting.worth_rollup');
call platform.protect('reporting.customer_worth');
call platform.protect('reporting.worth_total');
grant select, insert, update on reporting.worth_rollup to liftbay_reporting;
grant select, insert, delete on reporting.worth_total to liftbay_reporting;
grant select, insert, update, delete on reporting.customer_worth to liftbay_reporting;
`;

export class CustomerWorth1795500000093 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CUSTOMER_WORTH);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
