import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const ORGANISATION = `
-- The tenant itself is a row of its own tenant, so that it is protected like every other.
create table customer.organisation (${RECORD},
  name text not null check (length(name) between 1 and 120),
  slug text not null check (slug ~ '^[a-z0-9](-?[a-z0-9])+$' and length(slug) <= 60),
  country text not null check (country ~ '^[A-Z]{2}$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  locale text not null,
  time_zone text not null,
  prices_include_tax boolean not null,
  tax_per_line boolean not null,
  requires_inspection boolean not null,
  self_registration boolean not null,
  payment_reminder_days integer[] not null,
  admin_allowed_addresses text[] not null,
  primary key (organisation_id, id),
  check (organisation_id = id)
);
create unique index organisation_slug on customer.organisation (slug);

create table customer.service_centre (${RECORD},
  name text not null check (length(name) between 1 and 120),
  code text not null check (code ~ '^[A-Z0-9]{2,12}$'),
  street text, city text, region text, postal_code text,
  country text not null check (country ~ '^[A-Z]{2}$'),
  phone text check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
  email text,
  time_zone text not null,
  manager_id uuid,
  active boolean not null,
  primary key (organisation_id, id)
);
create unique index service_centre_code on customer.service_centre (organisation_id, code);
`;

const USERS = `
-- Built-in roles follow the program: their permissions are synchronised from the code at each migration.
create table customer.built_in_role (kind text primary key, permissions jsonb not null);

create table customer.role (${RECORD},
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('ADMIN','MANAGER','ADVISOR','RECEPTIONIST','TECHNICIAN','ACCOUNTANT','CUSTOMER','VENDOR','CUSTOM')),
  description text,
  permissions jsonb check ((permissions is null) = (kind <> 'CUSTOM')),
  -- Kept for the accounts that held it and are deleted too.
  deleted_at timestamptz(3) check (deleted_at is null or kind = 'CUSTOM'),
  primary key (organisation_id, id)
);
create unique index role_name on customer.role (organisation_id, lower(name)) where deleted_at is null;
create unique index role_kind on customer.role (organisation_id, kind) where kind <> 'CUSTOM';

create table customer.user_account (${RECORD},
  email text check (email = lower(email)),
  phone text check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
  password_hash text,
  password_changed_at timestamptz(3),
  first_name text not null check (length(first_name) between 1 and 80),
  last_name text not null check (length(last_name) <= 80),
  locale text,
  role_id uuid not null,
  all_centres boolean not null,
  customer_id uuid,
  active boolean not null,
  deleted_at timestamptz(3),
  mfa_secret text,
  mfa_enabled_at timestamptz(3),
  mfa_last_step bigint,
  last_login_at timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, role_id) references customer.role (organisation_id, id),
  constraint user_reachable check (email is not null or phone is not null or deleted_at is not null)
);
create unique index user_email on customer.user_account (organisation_id, email) where deleted_at is null;
create unique index user_phone on customer.user_account (organisation_id, phone) where deleted_at is null;
create unique index user_customer on customer.user_account (organisation_id, customer_id) where deleted_at is null;
create index user_role on customer.user_account (organisation_id, role_id);
create index user_newest on customer.user_account (organisation_id, created_at desc, id desc);
create index user_by_name on customer.user_account (organisation_id, first_name, last_name, id);
alter table customer.service_centre add foreign key (organisation_id, manager_id)
  references customer.user_account (organisation_id, id);

create table customer.user_service_centre (${RECORD},
  user_id uuid not null,
  service_centre_id uuid not null,
  primary key (organisation_id, id),
  unique (organisation_id, user_id, service_centre_id),
  foreign key (organisation_id, user_id) references customer.user_account (organisation_id, id),
  foreign key (organisation_id, service_centre_id) references customer.service_centre (organisation_id, id)
);

create table customer.recovery_code (
  organisation_id uuid not null,
  user_id uuid not null,
  code_hash text not null,
  used_at timestamptz(3),
  primary key (organisation_id, user_id, code_hash),
  foreign key (organisation_id, user_id) references customer.user_account (organisation_id, id)
);
`;

const SESSIONS = `
-- A session is one sign-in: a family of refresh tokens of which one at a time is current.
create table customer.session (${RECORD},
  user_id uuid not null,
  address text,
  user_agent text,
  last_used_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  revoked_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, user_id) references customer.user_account (organisation_id, id)
);
create index session_by_user on customer.session (organisation_id, user_id, created_at desc);

create table customer.refresh_token (
  organisation_id uuid not null,
  token_hash text not null,
  session_id uuid not null,
  issued_at timestamptz(3) not null,
  used_at timestamptz(3),
  -- What the first use was answered with, sealed, for those who ask again within the grace.
  successor text,
  primary key (organisation_id, token_hash),
  foreign key (organisation_id, session_id) references customer.session (organisation_id, id)
);
create index refresh_token_session on customer.refresh_token (organisation_id, session_id);
`;

/** What the gateway asks at each request (and remembers for some seconds): who is behind this session or link now. */
const PRINCIPAL = `
create function customer.principal(in_kind text, in_id uuid)
returns table (actor_id uuid, session_id uuid, role_id uuid, role_kind text, permissions jsonb,
  service_centre_ids uuid[], customer_id uuid, link_purpose text, link_record_type text, link_record_id uuid,
  allowed_addresses text[], expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, s.id, r.id, r.kind, coalesce(r.permissions, b.permissions),
    case when u.all_centres then null else array(select c.service_centre_id from customer.user_service_centre c
      where c.organisation_id = u.organisation_id and c.user_id = u.id) end,
    u.customer_id, null, null, null::uuid,
    case when r.kind = 'ADMIN' then o.admin_allowed_addresses else '{}' end, s.expires_at
  from customer.session s
  join customer.user_account u on u.organisation_id = s.organisation_id and u.id = s.user_id
  join customer.role r on r.organisation_id = u.organisation_id and r.id = u.role_id
  join customer.organisation o on o.organisation_id = u.organisation_id
  left join customer.built_in_role b on b.kind = r.kind
  where in_kind = 'USER' and s.organisation_id = platform.organisation() and s.id = in_id
    and s.revoked_at is null and s.expires_at > now() and u.active and u.deleted_at is null
  union all
  select l.id, null, null, null, l.permissions, '{}'::uuid[], l.customer_id, l.purpose, l.record_type, l.record_id,
    '{}', l.expires_at
  from platform.find_link(null, in_id, now()) l where in_kind = 'LINK';
$$;

-- The two ways to find an organisation before anybody is signed in.
create function customer.organisation_by_slug(in_slug text) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select id from customer.organisation where slug = lower(in_slug);
$$;
create function customer.only_organisation() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(id::text)::uuid from customer.organisation having count(*) = 1;
$$;
`;

const ACCESS = `
call platform.protect('customer.organisation');
call platform.protect('customer.service_centre');
call platform.protect('customer.role');
call platform.protect('customer.user_account');
call platform.protect('customer.user_service_centre');
call platform.protect('customer.recovery_code');
call platform.protect('customer.session');
call platform.protect('customer.refresh_token');
grant usage on schema customer to liftbay_customer, liftbay_customer_door, liftbay_gateway;
grant select, insert, update on customer.organisation, customer.service_centre, customer.user_account,
  customer.session, customer.refresh_token to liftbay_customer;
grant select, insert, update, delete on customer.role, customer.user_service_centre, customer.recovery_code to liftbay_customer;
grant select on customer.built_in_role to liftbay_customer;

revoke execute on all functions in schema customer from public;
grant execute on function customer.principal(text, uuid) to liftbay_gateway;
call platform.open_door('customer.organisation', 'liftbay_customer_door', 'select');
grant create on schema customer to liftbay_customer_door;
alter function customer.organisation_by_slug(text) owner to liftbay_customer_door;
alter function customer.only_organisation() owner to liftbay_customer_door;
revoke create on schema customer from liftbay_customer_door;
grant execute on function customer.organisation_by_slug(text), customer.only_organisation() to liftbay_customer;
`;

export class Identity1763640050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ORGANISATION, USERS, SESSIONS, PRINCIPAL, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
