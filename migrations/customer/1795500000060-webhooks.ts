import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const TABLES = `
create table customer.webhook_endpoint (${RECORD},
  client_id uuid not null,
  url text not null check (length(url) <= 500 and url ~ '^https?://'),
  description text check (length(description) <= 300),
  events text[] not null check (cardinality(events) > 0),
  -- What the client runs for the payload; null for the ids alone.
  document_hash text check (document_hash ~ '^[0-9a-f]{64}$'),
  secret text not null,
  previous_secret text,
  previous_secret_until timestamptz(3),
  switched_off_at timestamptz(3),
  last_delivered_at timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, client_id) references customer.api_client (organisation_id, id),
  constraint webhook_endpoint_secrets check ((previous_secret is null) = (previous_secret_until is null))
);
create index webhook_endpoint_newest on customer.webhook_endpoint (organisation_id, created_at desc, id desc);
create index webhook_endpoint_of on customer.webhook_endpoint
  (organisation_id, client_id, created_at desc, id desc);
create index webhook_endpoint_listening on customer.webhook_endpoint (organisation_id)
  where switched_off_at is null;

create table customer.webhook_delivery (${RECORD},
  endpoint_id uuid not null,
  event_id uuid not null,
  event text not null,
  subject_id uuid not null,
  occurred_at timestamptz(3) not null,
  status text not null check (status in ('PENDING', 'DELIVERED', 'FAILED', 'WITHHELD')),
  attempts integer not null check (attempts >= 0),
  last_attempt_at timestamptz(3),
  next_attempt_at timestamptz(3),
  failure text check (failure in ('STATUS', 'NOT_PUBLIC', 'UNRESOLVED', 'TIMEOUT', 'CONNECTION')),
  response_status integer,
  duration_ms integer check (duration_ms >= 0),
  response_body text check (length(response_body) <= 1024),
  primary key (organisation_id, id),
  unique (organisation_id, endpoint_id, event_id),
  foreign key (organisation_id, endpoint_id) references customer.webhook_endpoint (organisation_id, id),
  constraint webhook_delivery_waits check ((status = 'PENDING') = (next_attempt_at is not null))
);
create index webhook_delivery_newest on customer.webhook_delivery (organisation_id, created_at desc, id desc);
create index webhook_delivery_of on customer.webhook_delivery
  (organisation_id, endpoint_id, created_at desc, id desc);
`;

const ACCESS = `
call platform.protect('customer.webhook_endpoint');
call platform.protect('customer.webhook_delivery');
grant select, insert, update, delete on customer.webhook_endpoint, customer.webhook_delivery to liftbay_customer;
`;

export class Webhooks1795500000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
