import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
create table billing.payment_reminder (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  invoice_id uuid not null,
  step_days integer check (step_days >= 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references billing.invoice (organisation_id, id)
);
create unique index payment_reminder_step on billing.payment_reminder (organisation_id, invoice_id, step_days)
  where step_days is not null;
create index payment_reminder_invoice on billing.payment_reminder (organisation_id, invoice_id, created_at desc, id desc);
call platform.protect('billing.payment_reminder');
grant select, insert on billing.payment_reminder to liftbay_billing;
`;

export class PaymentReminders1795300820000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
