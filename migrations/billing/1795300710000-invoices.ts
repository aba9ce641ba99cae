import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const CATEGORY = `text not null check (tax_category in ('STANDARD','REDUCED','ZERO','EXEMPT','REVERSE_CHARGE','OUTSIDE'))`;
const PERCENT = (column: string) => `numeric(7,4) check (${column} >= 0 and ${column} <= 100)`;
const NOT_NEGATIVE = (column: string) => `bigint not null check (${column} >= 0)`;

const INVOICE = `
create table billing.invoice (${RECORD},
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
  total_minor bigint not null,
  discount_percent ${PERCENT('discount_percent')},
  discount_minor bigint check (discount_minor >= 0),
  technician_id uuid,
  notes text check (length(notes) between 1 and 2000),
  number text check (length(number) between 1 and 60),
  sequence bigint check (sequence > 0),
  status text not null check (status in ('DRAFT','ISSUED','CANCELLED')),
  job_card_id uuid,
  counter_order_id uuid,
  quotation_id uuid,
  reference text check (length(reference) between 1 and 100),
  payment_terms_days integer check (payment_terms_days between 0 and 365),
  issued_on date,
  due_on date,
  issued_at timestamptz(3),
  issued_by_id uuid,
  sent_at timestamptz(3),
  cancelled_reason text check (length(cancelled_reason) between 1 and 1000),
  seller jsonb,
  buyer text,
  vehicle_then text,
  paid_minor bigint not null default 0,
  credited_minor bigint not null default 0,
  balance_minor bigint not null generated always as (total_minor - credited_minor - paid_minor) stored,
  -- What the list by due day is sorted by: a keyset needs a value in every row.
  due_or_never date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
  primary key (organisation_id, id),
  constraint invoice_sums check (total_minor = net_minor + tax_minor),
  constraint invoice_one_discount check (discount_percent is null or discount_minor is null),
  constraint invoice_paid check (paid_minor between 0 and total_minor),
  constraint invoice_credited check (credited_minor between 0 and total_minor),
  constraint invoice_numbered check ((status = 'ISSUED') = (number is not null and sequence is not null
    and issued_on is not null and due_on is not null and issued_at is not null and seller is not null
    and buyer is not null)),
  constraint invoice_settled_once_issued check (status = 'ISSUED' or (paid_minor = 0 and credited_minor = 0)),
  check (due_on >= issued_on)
);
create unique index invoice_number on billing.invoice (organisation_id, number) where number is not null;
create unique index invoice_sequence on billing.invoice (organisation_id, service_centre_id, sequence)
  where sequence is not null;
create unique index invoice_of_job on billing.invoice (organisation_id, job_card_id)
  where job_card_id is not null and status <> 'CANCELLED';
create unique index invoice_of_counter_order on billing.invoice (organisation_id, counter_order_id)
  where counter_order_id is not null and status <> 'CANCELLED';
create index invoice_jobs on billing.invoice (organisation_id, job_card_id, created_at desc, id desc)
  where job_card_id is not null;
create index invoice_quotation on billing.invoice (organisation_id, quotation_id) where quotation_id is not null;
create index invoice_newest on billing.invoice (organisation_id, created_at desc, id desc);
create index invoice_status on billing.invoice (organisation_id, status, created_at desc, id desc);
create index invoice_centre on billing.invoice (organisation_id, service_centre_id, created_at desc, id desc);
create index invoice_customer on billing.invoice (organisation_id, customer_id, created_at desc, id desc);
create index invoice_vehicle on billing.invoice (organisation_id, vehicle_id, created_at desc, id desc)
  where vehicle_id is not null;
create index invoice_technician on billing.invoice (organisation_id, technician_id, created_at desc, id desc)
  where technician_id is not null;
create index invoice_issued_on on billing.invoice (organisation_id, issued_on) where issued_on is not null;
create index invoice_due on billing.invoice (organisation_id, due_or_never, id);
create index invoice_outstanding on billing.invoice (organisation_id, due_on, id)
  where status = 'ISSUED' and balance_minor > 0;
`;

const LINES = `
create table billing.invoice_line (${RECORD},
  invoice_id uuid not null,
  position integer not null check (position > 0),
  type text not null check (type in ('SERVICE','LABOUR','PART','OTHER')),
  code text check (length(code) between 1 and 60),
  description text not null check (length(description) between 1 and 1000),
  quantity numeric(12,4) not null check (quantity > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unit_price_minor ${NOT_NEGATIVE('unit_price_minor')},
  discount_percent ${PERCENT('discount_percent')},
  discount_minor bigint check (discount_minor >= 0),
  tax_rate_id uuid not null,
  tax_category ${CATEGORY},
  tax_percent ${PERCENT('tax_percent')} not null,
  tax_reason text check (length(tax_reason) between 1 and 200),
  service_item_id uuid,
  part_id uuid,
  amount_minor ${NOT_NEGATIVE('amount_minor')},
  share_minor ${NOT_NEGATIVE('share_minor')},
  net_minor ${NOT_NEGATIVE('net_minor')},
  tax_minor ${NOT_NEGATIVE('tax_minor')},
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references billing.invoice (organisation_id, id),
  foreign key (organisation_id, tax_rate_id) references billing.tax_rate (organisation_id, id),
  check (discount_percent is null or discount_minor is null),
  check (share_minor <= amount_minor)
);
create unique index invoice_line_position on billing.invoice_line (organisation_id, invoice_id, position);
`;

/** What an issued invoice bears of each category and rate, and how much of that is credited: never more. */
const GROUPS = `
create table billing.invoice_tax_group (${RECORD},
  invoice_id uuid not null,
  tax_category ${CATEGORY},
  tax_percent ${PERCENT('tax_percent')} not null,
  net_minor ${NOT_NEGATIVE('net_minor')},
  tax_minor ${NOT_NEGATIVE('tax_minor')},
  credited_net_minor bigint not null,
  credited_tax_minor bigint not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references billing.invoice (organisation_id, id),
  constraint invoice_tax_group_credited check (credited_net_minor between 0 and net_minor
    and credited_tax_minor between 0 and tax_minor)
);
create unique index invoice_tax_group_rate
  on billing.invoice_tax_group (organisation_id, invoice_id, tax_category, tax_percent);
`;

/** The last word on it: whatever the code does, an issued invoice stays as it was issued. */
const KEPT = `
create function billing.keep_issued_invoice() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  may_change text[] := array['version', 'updated_at', 'sent_at', 'paid_minor', 'credited_minor',
    -- Made by the database, and null in NEW.
    'balance_minor', 'due_or_never'];
begin
  if to_jsonb(old) - may_change <> to_jsonb(new) - may_change then
    raise exception 'An issued invoice never changes.' using errcode = '23514', constraint = 'invoice_kept';
  end if;
  return new;
end $$;
create trigger invoice_kept before update on billing.invoice
  for each row when (old.status = 'ISSUED') execute function billing.keep_issued_invoice();

create function billing.keep_issued_line() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  line billing.invoice_line := coalesce(new, old);
begin
  if exists (select from billing.invoice i
      where i.organisation_id = line.organisation_id and i.id = line.invoice_id and i.status = 'ISSUED') then
    raise exception 'A line of an issued invoice never changes.' using errcode = '23514', constraint = 'invoice_kept';
  end if;
  return line;
end $$;
create trigger invoice_line_kept before insert or update or delete on billing.invoice_line
  for each row execute function billing.keep_issued_line();
`;

const ACCESS = `
call platform.protect('billing.invoice');
call platform.protect('billing.invoice_line');
call platform.protect('billing.invoice_tax_group');
grant select, insert, update on billing.invoice to liftbay_billing;
grant select, insert, update, delete on billing.invoice_line to liftbay_billing;
grant select, insert, update on billing.invoice_tax_group to liftbay_billing;
`;

export class Invoices1795300710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [INVOICE, LINES, GROUPS, KEPT, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
