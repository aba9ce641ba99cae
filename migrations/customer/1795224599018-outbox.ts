import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

/** Until now there were but messages that sign somebody in; the hash of their addresses only the program can make. */
const MESSAGES = `
-- The policy binds the owner too, and a foreign key that is added looks at the rows that are there.
alter table customer.message no force row level security;
alter table customer.customer no force row level security;
alter table customer.user_account no force row level security;
alter table customer.service_centre no force row level security;
alter table customer.message
  drop constraint message_channel_check,
  drop constraint message_state_check,
  add column basis text not null default 'REQUESTED'
    check (basis in ('REQUESTED', 'CONTRACT', 'LEGITIMATE_INTEREST', 'CONSENT')),
  add column confidential boolean not null default true,
  add column customer_id uuid,
  add column user_id uuid,
  add column service_centre_id uuid,
  add column related_type text,
  add column related_id uuid,
  add column address_hash text,
  add column suppressed_because text
    check (suppressed_because in ('STOPPED', 'CONSENT_WITHDRAWN', 'NO_CONSENT', 'SWITCHED_OFF', 'NO_ADDRESS')),
  add column attempts_before integer not null default 0,
  add column sending_until timestamptz(3),
  add column delivered_at timestamptz(3),
  add constraint message_channel_check check (channel in ('EMAIL', 'SMS', 'WHATSAPP')),
  add constraint message_state_check
    check (state in ('QUEUED', 'SENT', 'DELIVERED', 'FAILED', 'KEPT', 'SUPPRESSED')),
  add constraint message_suppressed check ((state = 'SUPPRESSED') = (suppressed_because is not null)),
  add constraint message_rounds check (attempts_before between 0 and attempts),
  add foreign key (organisation_id, customer_id) references customer.customer (organisation_id, id),
  add foreign key (organisation_id, user_id) references customer.user_account (organisation_id, id),
  add foreign key (organisation_id, service_centre_id) references customer.service_centre (organisation_id, id);
alter table customer.message alter column basis drop default, alter column confidential drop default;
alter table customer.message force row level security;
alter table customer.customer force row level security;
alter table customer.user_account force row level security;
alter table customer.service_centre force row level security;
create index message_of_customer on customer.message (organisation_id, customer_id, created_at desc, id desc);
create index message_of_centre on customer.message (organisation_id, service_centre_id, created_at desc, id desc);
create index message_related on customer.message (organisation_id, related_id, created_at desc, id desc)
  where related_id is not null;
create index message_dead on customer.message (organisation_id, created_at desc, id desc) where state = 'FAILED';
create index message_waiting on customer.message (organisation_id, customer_id) where state = 'QUEUED';
-- By the address alone: of an answer the provider says from which phone it came, and not to which organisation.
create index message_address on customer.message (address_hash, channel) where address_hash is not null;
`;

const CONSENTS = `
create table customer.consent (${RECORD},
  customer_id uuid not null,
  channel text not null check (channel in ('EMAIL', 'SMS', 'WHATSAPP')),
  purpose text not null check (purpose in ('SERVICE', 'MARKETING')),
  given boolean not null,
  source text not null check (source in ('IN_PERSON', 'PHONE', 'FORM', 'PORTAL', 'REPLY', 'IMPORT')),
  evidence text,
  occurred_at timestamptz(3) not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customer.customer (organisation_id, id),
  foreign key (organisation_id, recorded_by) references customer.user_account (organisation_id, id)
);
create index consent_of_customer on customer.consent (organisation_id, customer_id, occurred_at desc, id desc);

create table customer.opt_out (${RECORD},
  channel text not null check (channel in ('EMAIL', 'SMS', 'WHATSAPP')),
  address_hash text not null,
  stopped boolean not null,
  occurred_at timestamptz(3) not null,
  primary key (organisation_id, id)
);
create index opt_out_address on customer.opt_out (organisation_id, address_hash, occurred_at desc, id desc);
`;

const NOTIFICATIONS = `
create table customer.notification (${RECORD},
  user_id uuid not null,
  kind text not null,
  type text not null check (type in ('INFO', 'SUCCESS', 'WARNING', 'ERROR', 'APPROVAL')),
  category text not null,
  title text not null,
  message text not null,
  related_type text,
  related_id uuid,
  action_url text,
  read_at timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, user_id) references customer.user_account (organisation_id, id),
  check ((related_type is null) = (related_id is null))
);
create index notification_newest on customer.notification (organisation_id, user_id, created_at desc, id desc);
create index notification_unread on customer.notification (organisation_id, user_id, created_at desc, id desc)
  where read_at is null;

create table customer.notification_preference (${RECORD},
  user_id uuid,
  customer_id uuid,
  category text not null,
  channel text not null check (channel in ('IN_APP', 'EMAIL', 'SMS', 'WHATSAPP')),
  enabled boolean not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, user_id) references customer.user_account (organisation_id, id),
  foreign key (organisation_id, customer_id) references customer.customer (organisation_id, id),
  check (num_nonnulls(user_id, customer_id) = 1)
);
create unique index notification_preference_switch on customer.notification_preference
  (organisation_id, user_id, customer_id, category, channel) nulls not distinct;

create table customer.message_template (${RECORD},
  kind text not null,
  channel text not null check (channel in ('IN_APP', 'EMAIL', 'SMS', 'WHATSAPP')),
  language text not null check (language in ('EN', 'IT', 'SW')),
  subject text check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  primary key (organisation_id, id),
  check (subject is null or channel in ('IN_APP', 'EMAIL'))
);
create unique index message_template_place on customer.message_template (organisation_id, kind, channel, language);
`;

/** Of a consent nothing is changed but, when somebody is erased, what shows it. */
const ACCESS = `
call platform.protect('customer.consent');
call platform.protect('customer.opt_out');
call platform.protect('customer.notification');
call platform.protect('customer.notification_preference');
call platform.protect('customer.message_template');
grant select, insert, update (evidence, version, updated_at) on customer.consent to liftbay_customer;
grant select, insert on customer.opt_out to liftbay_customer;
grant select, insert, update, delete on customer.notification, customer.notification_preference,
  customer.message_template to liftbay_customer;
`;

const DOORS = `
-- A word from a phone counts for every organisation that has written to it.
create function customer.organisations_that_wrote(in_channel text, in_hash text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct organisation_id from customer.message where address_hash = in_hash and channel = in_channel;
$$;
-- For a developer's outbox: which messages were kept, of one organisation or of all. Their texts stay sealed.
create function customer.kept_messages(in_organisation uuid, most integer)
returns table (organisation_id uuid, id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.organisation_id, m.id from customer.message m
  where m.state = 'KEPT' and (in_organisation is null or m.organisation_id = in_organisation)
  order by m.created_at desc, m.id desc limit most;
$$;
call platform.open_door('customer.message', 'liftbay_customer_door', 'select');
grant create on schema customer to liftbay_customer_door;
alter function customer.organisations_that_wrote(text, text) owner to liftbay_customer_door;
alter function customer.kept_messages(uuid, integer) owner to liftbay_customer_door;
revoke create on schema customer from liftbay_customer_door;
grant execute on function customer.organisations_that_wrote(text, text), customer.kept_messages(uuid, integer)
  to liftbay_customer;
`;

export class Outbox1795224599018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [MESSAGES, CONSENTS, NOTIFICATIONS, ACCESS, DOORS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
