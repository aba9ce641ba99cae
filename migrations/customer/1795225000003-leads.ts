import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

/** What the search compares; the view and the index must say it alike. */
const WORDS = `(lower(number) || ' ' || lower(first_name) || ' ' || lower(last_name) || ' ' ||
  lower(coalesce(company, '')) || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))`;

/** Description, notes and the reason of a loss are sealed by the program: text to the database. */
const LEADS = `
create table customer.lead (${RECORD},
  number text not null check (number ~ '^LD-[0-9]{6,}$'),
  service_centre_id uuid not null,
  assignee_id uuid,
  status text not null check (status in ('NEW', 'CONTACTED', 'QUALIFIED', 'CONVERTED', 'LOST')),
  first_name text not null check (length(first_name) <= 80),
  last_name text not null check (length(last_name) <= 80),
  company text check (length(company) between 1 and 120),
  phone text check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
  email text check (email = lower(email)),
  source text not null check (source in ('CALL_CENTRE', 'WALK_IN', 'ONLINE', 'REFERRAL')),
  interest text not null check (interest in ('SERVICE', 'SPARE_PART', 'NEW_VEHICLE')),
  description text,
  notes text,
  estimated_value_minor bigint check (estimated_value_minor >= 0),
  estimated_value_currency text check (estimated_value_currency ~ '^[A-Z]{3}$'),
  follow_up_on date,
  customer_id uuid,
  converted_at timestamptz(3),
  lost_reason text,
  primary key (organisation_id, id),
  constraint lead_service_centre foreign key (organisation_id, service_centre_id)
    references customer.service_centre (organisation_id, id),
  foreign key (organisation_id, assignee_id) references customer.user_account (organisation_id, id),
  foreign key (organisation_id, customer_id) references customer.customer (organisation_id, id),
  check ((estimated_value_minor is null) = (estimated_value_currency is null)),
  check (first_name <> '' or last_name <> '' or company is not null),
  check ((status = 'CONVERTED') = (customer_id is not null and converted_at is not null))
);
-- Each service centre counts its own.
create unique index lead_number on customer.lead (organisation_id, number, service_centre_id);
create index lead_newest on customer.lead (organisation_id, created_at desc, id desc);
create index lead_of_centre on customer.lead (organisation_id, service_centre_id, status, created_at desc, id desc);
create index lead_assignee on customer.lead (organisation_id, assignee_id, created_at desc, id desc)
  where assignee_id is not null;
create index lead_customer on customer.lead (organisation_id, customer_id) where customer_id is not null;
create index lead_email on customer.lead (organisation_id, email) where email is not null;
create index lead_phone on customer.lead (organisation_id, phone) where phone is not null;
create index lead_words on customer.lead using gin (organisation_id, ${WORDS} gin_trgm_ops);
call platform.protect('customer.lead');
grant select, insert, update on customer.lead to liftbay_customer;
`;

/** Row-level security keeps trigram operators from the index; the view's owner is past it, the predicate inside. */
const SEARCH = `
grant create on schema customer to liftbay_customer_search;
call platform.open_door('customer.lead', 'liftbay_customer_search', 'select');
create view customer.lead_search with (security_barrier = false) as
  select id, created_at, service_centre_id, assignee_id, status, source, ${WORDS} as words
  from customer.lead
  where organisation_id = nullif(current_setting('liftbay.organisation', true), '')::uuid;
alter view customer.lead_search owner to liftbay_customer_search;
revoke create on schema customer from liftbay_customer_search;
grant select on customer.lead_search to liftbay_customer;
`;

export class Leads1795225000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LEADS, SEARCH]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
