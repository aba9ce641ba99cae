import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const MESSAGES = `
-- Recipient, subject and body are sealed: they hold addresses, names and links that sign people in.
create table customer.message (${RECORD},
  channel text not null check (channel in ('EMAIL', 'SMS')),
  template text not null,
  recipient text not null,
  subject text,
  body text not null,
  state text not null check (state in ('QUEUED', 'SENT', 'DELIVERED', 'FAILED', 'KEPT')),
  provider_id text,
  attempts integer not null check (attempts >= 0),
  error_code text,
  sent_at timestamptz(3),
  primary key (organisation_id, id),
  check ((state in ('SENT', 'DELIVERED')) <= (provider_id is not null and sent_at is not null))
);
create index message_newest on customer.message (organisation_id, created_at desc, id desc);
`;

const REGISTRATIONS = `
-- Somebody who wants an account and has not shown yet that the address is theirs. Nobody can take an address
-- by registering with it: the account is made when the link in the message comes back.
create table customer.registration (${RECORD},
  channel text not null check (channel in ('EMAIL', 'SMS')),
  person text not null,
  primary key (organisation_id, id)
);
create index registration_age on customer.registration (organisation_id, created_at);
`;

const ACCESS = `
call platform.protect('customer.message');
call platform.protect('customer.registration');
grant select, insert, update on customer.message to liftbay_customer;
grant select, insert, delete, update on customer.registration to liftbay_customer;
`;

export class Messages1763640060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [MESSAGES, REGISTRATIONS, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
