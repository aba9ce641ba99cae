import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

/** What the search compares; the view and the index must say it alike. */
const WORDS = `(lower(code) || ' ' || lower(first_name) || ' ' || lower(last_name) || ' ' ||
  lower(coalesce(company, '')) || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))`;

/** Street, postal code, date of birth, notes and tax number are sealed by the program: text to the database. */
const TABLES = `
create table customer.customer (${RECORD},
  code text not null check (code ~ '^CUS-[0-9]{6,}$'),
  first_name text not null check (length(first_name) <= 80),
  last_name text not null check (length(last_name) <= 80),
  name_key text not null generated always as
    (lower(coalesce(nullif(btrim(last_name || ' ' || first_name), ''), company, ''))) stored,
  company text check (length(company) between 1 and 120),
  phone text check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
  email text check (email = lower(email)),
  street text,
  city text,
  region text,
  postal_code text,
  country text check (country ~ '^[A-Z]{2}$'),
  date_of_birth text,
  language text,
  notes text,
  tax_number text,
  archived_at timestamptz(3),
  primary key (organisation_id, id),
  constraint customer_named check (first_name <> '' or last_name <> '' or company is not null)
);
create unique index customer_code on customer.customer (organisation_id, code);
-- Families share a phone, couples an e-mail: neither is unique.
create index customer_phone on customer.customer (organisation_id, phone) where phone is not null;
create index customer_email on customer.customer (organisation_id, email) where email is not null;
create index customer_newest on customer.customer (organisation_id, created_at desc, id desc);
create index customer_by_name on customer.customer (organisation_id, name_key, id);
create index customer_words on customer.customer using gin (organisation_id, ${WORDS} gin_trgm_ops);

create table customer.contact (${RECORD},
  customer_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  relation text check (length(relation) <= 60),
  phone text check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
  email text check (email = lower(email)),
  is_primary boolean not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customer.customer (organisation_id, id)
);
create index contact_customer on customer.contact (organisation_id, customer_id, created_at);
create unique index contact_primary on customer.contact (organisation_id, customer_id) where is_primary;

-- Which service centres have had to do with a customer, and may therefore see them.
create table customer.customer_centre (
  organisation_id uuid not null,
  customer_id uuid not null,
  service_centre_id uuid not null,
  linked_at timestamptz(3) not null default now(),
  primary key (organisation_id, customer_id, service_centre_id),
  foreign key (organisation_id, customer_id) references customer.customer (organisation_id, id),
  constraint customer_centre_service_centre foreign key (organisation_id, service_centre_id)
    references customer.service_centre (organisation_id, id)
);
create index customer_centre_centre on customer.customer_centre (organisation_id, service_centre_id, customer_id);
`;

const ACCESS = `
call platform.protect('customer.customer');
call platform.protect('customer.contact');
call platform.protect('customer.customer_centre');
grant select, insert, update on customer.customer to liftbay_customer;
grant select, insert, update, delete on customer.contact to liftbay_customer;
grant select, insert on customer.customer_centre to liftbay_customer;
`;

/** Row-level security keeps trigram operators from the index; the view's owner is past it, the predicate inside. */
const SEARCH = `
grant usage, create on schema customer to liftbay_customer_search;
call platform.open_door('customer.customer', 'liftbay_customer_search', 'select');
call platform.open_door('customer.customer_centre', 'liftbay_customer_search', 'select');
create view customer.customer_search with (security_barrier = false) as
  select id, created_at, archived_at, ${WORDS} as words,
    array(select c.service_centre_id from customer.customer_centre c
      where c.organisation_id = customer.organisation_id and c.customer_id = customer.id) as centres
  from customer.customer
  where organisation_id = nullif(current_setting('liftbay.organisation', true), '')::uuid;
alter view customer.customer_search owner to liftbay_customer_search;
revoke create on schema customer from liftbay_customer_search;
grant select on customer.customer_search to liftbay_customer;
`;

export class Crm1763640070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS, SEARCH]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
