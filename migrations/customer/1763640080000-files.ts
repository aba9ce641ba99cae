import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table customer.file (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  name text not null check (length(name) between 1 and 200),
  content_type text not null,
  size integer not null check (size > 0),
  state text not null check (state in ('PENDING', 'READY', 'REJECTED')),
  problem text check ((problem is not null) = (state = 'REJECTED')),
  has_thumbnail boolean not null check (state = 'READY' or not has_thumbnail),
  uploaded_by uuid,
  primary key (organisation_id, id)
);
`;

const ACCESS = `
call platform.protect('customer.file');
grant select, insert, update, delete on customer.file to liftbay_customer;
`;

export class Files1763640080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
