import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const COLUMNS = `
alter table customer.customer add column possible_duplicate boolean not null default false;
alter table customer.customer add column erased_at timestamptz(3);
alter table customer.file add column private boolean not null default false;
`;

const TABLES = `
create table customer.data_export (${RECORD},
  customer_id uuid not null,
  requested_by_id uuid,
  status text not null check (status in ('COLLECTING', 'READY', 'EXPIRED')),
  collected text[] not null,
  file_id uuid check ((file_id is not null) = (status = 'READY')),
  ready_at timestamptz(3),
  expires_at timestamptz(3) check ((expires_at is null) = (ready_at is null)),
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customer.customer (organisation_id, id)
);
create index data_export_customer on customer.data_export (organisation_id, customer_id, created_at desc, id desc);

create table customer.erasure (${RECORD},
  customer_id uuid not null,
  reason text not null,
  status text not null check (status in ('RUNNING', 'COMPLETED')),
  reports jsonb not null,
  requested_by_id uuid,
  completed_at timestamptz(3) check ((completed_at is not null) = (status = 'COMPLETED')),
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customer.customer (organisation_id, id)
);
-- Once for each customer.
create unique index erasure_customer on customer.erasure (organisation_id, customer_id);
`;

const ACCESS = `
call platform.protect('customer.data_export');
call platform.protect('customer.erasure');
grant select, insert, update on customer.data_export, customer.erasure to liftbay_customer;
`;

export class Privacy1795225000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COLUMNS, TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
