import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const NOT_NEGATIVE = (column: string) => `bigint not null check (${column} >= 0)`;

const TABLES = `
create table billing.credit_note (${RECORD},
  service_centre_id uuid not null,
  customer_id uuid not null,
  vehicle_id uuid,
  created_by_id uuid,
  time_zone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  prices_include_tax boolean not null,
  tax_per_line boolean not null,
  subtotal_minor ${NOT_NEGATIVE('subtotal_minor')},
  discount_total_minor ${NOT_NEGATIVE('discount_total_minor')},
  net_minor ${NOT_NEGATIVE('net_minor')},
  tax_minor ${NOT_NEGATIVE('tax_minor')},
  total_minor bigint not null check (total_minor > 0),
  number text not null check (length(number) between 1 and 60),
  sequence bigint not null check (sequence > 0),
  invoice_id uuid not null,
  technician_id uuid,
  reason text not null check (length(reason) between 1 and 1000),
  issued_on date not null,
  sent_at timestamptz(3),
  seller jsonb not null,
  buyer text not null,
  vehicle_then text,
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references billing.invoice (organisation_id, id),
  check (total_minor = net_minor + tax_minor)
);
create unique index credit_note_number on billing.credit_note (organisation_id, number);
create unique index credit_note_sequence on billing.credit_note (organisation_id, service_centre_id, sequence);
create index credit_note_invoice on billing.credit_note (organisation_id, invoice_id, created_at desc, id desc);
create index credit_note_newest on billing.credit_note (organisation_id, created_at desc, id desc);
create index credit_note_centre on billing.credit_note (organisation_id, service_centre_id, created_at desc, id desc);
create index credit_note_customer on billing.credit_note (organisation_id, customer_id, created_at desc, id desc);
create index credit_note_vehicle on billing.credit_note (organisation_id, vehicle_id, created_at desc, id desc)
  where vehicle_id is not null;
create index credit_note_technician on billing.credit_note (organisation_id, technician_id, created_at desc, id desc)
  where technician_id is not null;
create index credit_note_issued_on on billing.credit_note (organisation_id, issued_on);

create table billing.credit_note_line (${RECORD},
  credit_note_id uuid not null,
  invoice_line_id uuid not null,
  credited_quantity numeric(12,4) check (credited_quantity > 0),
  position integer not null check (position > 0),
  type text not null check (type in ('SERVICE','LABOUR','PART','OTHER')),
  code text check (length(code) between 1 and 60),
  description text not null check (length(description) between 1 and 1000),
  quantity numeric(12,4) not null check (quantity > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unit_price_minor ${NOT_NEGATIVE('unit_price_minor')},
  discount_percent numeric(7,4) check (discount_percent is null),
  discount_minor bigint check (discount_minor >= 0),
  tax_rate_id uuid not null,
  tax_category text not null
    check (tax_category in ('STANDARD','REDUCED','ZERO','EXEMPT','REVERSE_CHARGE','OUTSIDE')),
  tax_percent numeric(7,4) not null check (tax_percent >= 0 and tax_percent <= 100),
  tax_reason text check (length(tax_reason) between 1 and 200),
  service_item_id uuid,
  part_id uuid,
  amount_minor bigint not null check (amount_minor > 0),
  share_minor ${NOT_NEGATIVE('share_minor')},
  net_minor ${NOT_NEGATIVE('net_minor')},
  tax_minor ${NOT_NEGATIVE('tax_minor')},
  primary key (organisation_id, id),
  foreign key (organisation_id, credit_note_id) references billing.credit_note (organisation_id, id),
  foreign key (organisation_id, invoice_line_id) references billing.invoice_line (organisation_id, id),
  foreign key (organisation_id, tax_rate_id) references billing.tax_rate (organisation_id, id)
);
create unique index credit_note_line_position on billing.credit_note_line (organisation_id, credit_note_id, position);
create index credit_note_line_of_invoice_line on billing.credit_note_line (organisation_id, invoice_line_id);
`;

/** A credit note is issued as it is written; only when it was sent changes. */
const KEPT = `
create function billing.keep_credit_note() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  may_change text[] := array['version', 'updated_at', 'sent_at'];
begin
  if to_jsonb(old) - may_change <> to_jsonb(new) - may_change then
    raise exception 'A credit note never changes.' using errcode = '23514', constraint = 'credit_note_kept';
  end if;
  return new;
end $$;
create trigger credit_note_kept before update on billing.credit_note
  for each row execute function billing.keep_credit_note();
`;

const ACCESS = `
call platform.protect('billing.credit_note');
call platform.protect('billing.credit_note_line');
grant select, insert, update on billing.credit_note to liftbay_billing;
grant select, insert on billing.credit_note_line to liftbay_billing;
`;

export class CreditNotes1795300720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, KEPT, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
