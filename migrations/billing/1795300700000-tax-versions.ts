import type { MigrationInterface, QueryRunner } from 'typeorm';

const CATEGORIES = `('STANDARD','REDUCED','ZERO','EXEMPT','REVERSE_CHARGE','OUTSIDE')`;

/** A rate is never changed, only ended: documents of its days go on meaning it. */
const VERSIONS = `
alter table billing.tax_rate no force row level security;
alter table billing.tax_rate drop constraint tax_rate_category_check, drop constraint tax_rate_check;
alter table billing.tax_rate
  add column valid_from date not null default date '2000-01-01',
  add column valid_to date,
  add column reason text check (length(reason) between 1 and 200),
  add column replaces_id uuid,
  add constraint tax_rate_category_check check (category in ${CATEGORIES}),
  add constraint tax_rate_percent_of_category check (category = 'STANDARD' or (category = 'REDUCED') = (percent > 0)),
  add constraint tax_rate_reason_of_exemption check (category <> 'EXEMPT' or reason is not null),
  add constraint tax_rate_valid check (valid_to >= valid_from),
  add foreign key (organisation_id, replaces_id) references billing.tax_rate (organisation_id, id);
alter table billing.tax_rate alter column valid_from drop default;
alter table billing.tax_rate force row level security;
create unique index tax_rate_replaced_once on billing.tax_rate (organisation_id, replaces_id) where replaces_id is not null;
grant update on billing.tax_rate to liftbay_billing;
`;

const SETTINGS = `
create table billing.billing_settings (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  legal_name text check (length(legal_name) between 1 and 200),
  tax_number text check (length(tax_number) between 1 and 30),
  registration_number text check (length(registration_number) between 1 and 60),
  bank_account text check (length(bank_account) between 1 and 200),
  footer text check (length(footer) between 1 and 1000),
  street text check (length(street) between 1 and 200),
  city text check (length(city) between 1 and 100),
  region text check (length(region) between 1 and 100),
  postal_code text check (length(postal_code) between 1 and 20),
  country text check (country ~ '^[A-Z]{2}$'),
  payment_terms_days integer not null check (payment_terms_days between 0 and 365),
  quotation_days integer not null check (quotation_days between 1 and 365),
  drafts_from_jobs boolean not null,
  primary key (organisation_id, id),
  check (id = organisation_id)
);
call platform.protect('billing.billing_settings');
grant select, insert, update on billing.billing_settings to liftbay_billing;
`;

export class TaxVersions1795300700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [VERSIONS, SETTINGS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
