import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const CURRENCY = `currency text not null check (currency ~ '^[A-Z]{3}$')`;
const NOT_NEGATIVE = (column: string) => `bigint not null check (${column} >= 0)`;
const METHODS = `('CASH','CARD','ONLINE','UPI','CHEQUE','BANK_TRANSFER')`;

const PAYMENTS = `
create table billing.payment (${RECORD},
  service_centre_id uuid not null,
  customer_id uuid not null,
  recorded_by_id uuid,
  status text not null check (status in ('PENDING','SUCCEEDED','FAILED','VOIDED')),
  method text not null check (method in ${METHODS}),
  deposit boolean not null,
  ${CURRENCY},
  amount_minor bigint not null check (amount_minor > 0),
  allocated_minor ${NOT_NEGATIVE('allocated_minor')},
  kept_minor ${NOT_NEGATIVE('kept_minor')},
  refunded_minor ${NOT_NEGATIVE('refunded_minor')},
  reference text,
  notes text,
  paid_at timestamptz(3),
  voided_at timestamptz(3),
  voided_by_id uuid,
  void_reason text check (length(void_reason) between 1 and 1000),
  primary key (organisation_id, id),
  constraint payment_adds_up check (case when status = 'SUCCEEDED'
    then paid_at is not null and amount_minor = allocated_minor + kept_minor + refunded_minor
    else allocated_minor = 0 and kept_minor = 0 and refunded_minor = 0 end),
  check ((status = 'VOIDED') = (voided_at is not null and void_reason is not null))
);
create index payment_newest on billing.payment (organisation_id, created_at desc, id desc);
create index payment_status on billing.payment (organisation_id, status, created_at desc, id desc);
create index payment_method on billing.payment (organisation_id, method, created_at desc, id desc);
create index payment_centre on billing.payment (organisation_id, service_centre_id, created_at desc, id desc);
create index payment_customer on billing.payment (organisation_id, customer_id, created_at desc, id desc);
create index payment_recorder on billing.payment (organisation_id, recorded_by_id, created_at desc, id desc)
  where recorded_by_id is not null;
create index payment_kept on billing.payment (organisation_id, customer_id, currency, id) where kept_minor > 0;

create table billing.payment_allocation (${RECORD},
  payment_id uuid not null,
  invoice_id uuid not null,
  ${CURRENCY},
  amount_minor bigint not null check (amount_minor <> 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, payment_id) references billing.payment (organisation_id, id),
  foreign key (organisation_id, invoice_id) references billing.invoice (organisation_id, id)
);
create index payment_allocation_payment on billing.payment_allocation (organisation_id, payment_id, id);
create index payment_allocation_invoice on billing.payment_allocation (organisation_id, invoice_id, id);

create table billing.balance_entry (${RECORD},
  customer_id uuid not null,
  payment_id uuid not null,
  ${CURRENCY},
  amount_minor bigint not null check (amount_minor <> 0),
  cause text not null check (cause in ('KEPT','APPLIED','REFUNDED','VOIDED')),
  primary key (organisation_id, id),
  foreign key (organisation_id, payment_id) references billing.payment (organisation_id, id)
);
create index balance_entry_customer on billing.balance_entry (organisation_id, customer_id, id);
create index balance_entry_payment on billing.balance_entry (organisation_id, payment_id, id);

create table billing.refund (${RECORD},
  payment_id uuid not null,
  status text not null check (status in ('PENDING','SUCCEEDED','FAILED')),
  method text not null check (method in ${METHODS}),
  ${CURRENCY},
  amount_minor bigint not null check (amount_minor > 0),
  reason text not null check (length(reason) between 1 and 1000),
  refunded_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, payment_id) references billing.payment (organisation_id, id)
);
create index refund_payment on billing.refund (organisation_id, payment_id, id);
`;

const RECEIPTS = `
create table billing.receipt (${RECORD},
  number text not null check (length(number) between 1 and 60),
  sequence bigint not null check (sequence > 0),
  payment_id uuid not null,
  service_centre_id uuid not null,
  customer_id uuid not null,
  vehicle_id uuid,
  recorded_by_id uuid,
  time_zone text not null,
  method text not null check (method in ${METHODS}),
  ${CURRENCY},
  total_minor bigint not null check (total_minor > 0),
  kept_minor ${NOT_NEGATIVE('kept_minor')},
  settled jsonb not null,
  issued_on date not null,
  sent_at timestamptz(3),
  seller jsonb not null,
  buyer text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, payment_id) references billing.payment (organisation_id, id)
);
create unique index receipt_payment on billing.receipt (organisation_id, payment_id);
create unique index receipt_number on billing.receipt (organisation_id, number);
create unique index receipt_sequence on billing.receipt (organisation_id, service_centre_id, sequence);
create index receipt_newest on billing.receipt (organisation_id, created_at desc, id desc);
create index receipt_centre on billing.receipt (organisation_id, service_centre_id, created_at desc, id desc);
create index receipt_customer on billing.receipt (organisation_id, customer_id, created_at desc, id desc);
create index receipt_vehicle on billing.receipt (organisation_id, vehicle_id, created_at desc, id desc)
  where vehicle_id is not null;
create index receipt_issued_on on billing.receipt (organisation_id, issued_on);

create function billing.keep_receipt() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  may_change text[] := array['version', 'updated_at', 'sent_at'];
begin
  if to_jsonb(old) - may_change <> to_jsonb(new) - may_change then
    raise exception 'A receipt never changes.' using errcode = '23514', constraint = 'receipt_kept';
  end if;
  return new;
end $$;
create trigger receipt_kept before update on billing.receipt
  for each row execute function billing.keep_receipt();
`;

/** Allocations and entries of the balance are written once; what was wrong is undone by another. */
const ACCESS = `
call platform.protect('billing.payment');
call platform.protect('billing.payment_allocation');
call platform.protect('billing.balance_entry');
call platform.protect('billing.refund');
call platform.protect('billing.receipt');
grant select, insert, update on billing.payment to liftbay_billing;
grant select, insert on billing.payment_allocation to liftbay_billing;
grant select, insert on billing.balance_entry to liftbay_billing;
grant select, insert, update on billing.refund to liftbay_billing;
grant select, insert, update on billing.receipt to liftbay_billing;
`;

export class Payments1795300800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PAYMENTS, RECEIPTS, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
