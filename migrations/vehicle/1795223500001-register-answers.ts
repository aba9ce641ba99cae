import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a register said of a plate, each answer for itself; the answer as it came is sealed by the program. */
const TABLES = `
create table vehicle.register_answer (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  plate_key text not null check (plate_key = upper(plate_key) and length(plate_key) between 1 and 80),
  country text not null check (country ~ '^[A-Z]{2}$'),
  register text not null,
  is_development boolean not null,
  facts jsonb,
  raw text not null,
  asked_at timestamptz(3) not null,
  valid_until timestamptz(3) not null check (valid_until > asked_at),
  primary key (organisation_id, id)
);
create index register_answer_latest
  on vehicle.register_answer (organisation_id, country, plate_key, register, asked_at desc);
`;

const ACCESS = `
call platform.protect('vehicle.register_answer');
grant select, insert on vehicle.register_answer to liftbay_vehicle;
`;

export class RegisterAnswers1795223500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
