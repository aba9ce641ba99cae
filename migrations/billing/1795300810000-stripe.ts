import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
alter table billing.payment
  add column provider text check (provider in ('STRIPE')),
  add column provider_id text check (length(provider_id) between 1 and 255),
  add column intended_for uuid[] not null default '{}',
  add column disputed boolean not null default false,
  add constraint payment_pending_with_provider check (status not in ('FAILED') or provider is not null);
create unique index payment_provider_id on billing.payment (organisation_id, provider_id)
  where provider_id is not null;
alter table billing.refund
  add column provider_id text check (length(provider_id) between 1 and 255);
create unique index refund_provider_id on billing.refund (organisation_id, provider_id)
  where provider_id is not null;
`;

/** What a provider said: written with what followed from it, so that it follows once. */
const EVENTS = `
create table billing.provider_event (
  organisation_id uuid not null,
  provider text not null check (provider in ('STRIPE')),
  event_id text not null check (length(event_id) between 1 and 255),
  taken_at timestamptz(3) not null,
  primary key (organisation_id, provider, event_id)
);
call platform.protect('billing.provider_event');
grant select, insert on billing.provider_event to liftbay_billing;
`;

export class Stripe1795300810000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COLUMNS, EVENTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
