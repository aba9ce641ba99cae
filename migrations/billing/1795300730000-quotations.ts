import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const PERCENT = (column: string) => `numeric(7,4) check (${column} >= 0 and ${column} <= 100)`;
const NOT_NEGATIVE = (column: string) => `bigint not null check (${column} >= 0)`;

const TABLES = `
create table billing.quotation (${RECORD},
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
  number text not null check (length(number) between 1 and 60),
  status text not null check (status in ('DRAFT','APPROVED','SENT','ACCEPTED','REJECTED')),
  lead_id uuid,
  valid_until date not null,
  approved_by_id uuid,
  approved_at timestamptz(3),
  sent_at timestamptz(3),
  decided_by_id uuid,
  decided_at timestamptz(3),
  decided_through text check (decided_through in ('LINK','ACCOUNT','STAFF')),
  decision_reason text check (length(decision_reason) between 1 and 1000),
  conversion_kind text check (conversion_kind in ('SERVICE_REQUEST','COUNTER_ORDER')),
  converted_to_id uuid,
  converted_at timestamptz(3),
  seller jsonb,
  buyer text,
  vehicle_then text,
  primary key (organisation_id, id),
  constraint quotation_sums check (total_minor = net_minor + tax_minor),
  check (discount_percent is null or discount_minor is null),
  check ((status in ('ACCEPTED','REJECTED')) = (decided_at is not null and decided_through is not null)),
  check ((converted_to_id is null) = (converted_at is null)),
  check (conversion_kind is null or status = 'ACCEPTED'),
  check (converted_to_id is null or conversion_kind is not null)
);
create unique index quotation_number on billing.quotation (organisation_id, number);
create unique index quotation_converted on billing.quotation (organisation_id, converted_to_id)
  where converted_to_id is not null;
create index quotation_newest on billing.quotation (organisation_id, created_at desc, id desc);
create index quotation_status on billing.quotation (organisation_id, status, created_at desc, id desc);
create index quotation_centre on billing.quotation (organisation_id, service_centre_id, created_at desc, id desc);
create index quotation_customer on billing.quotation (organisation_id, customer_id, created_at desc, id desc);
create index quotation_vehicle on billing.quotation (organisation_id, vehicle_id, created_at desc, id desc)
  where vehicle_id is not null;
create index quotation_technician on billing.quotation (organisation_id, technician_id, created_at desc, id desc)
  where technician_id is not null;
create index quotation_lead on billing.quotation (organisation_id, lead_id, created_at desc, id desc)
  where lead_id is not null;
create index quotation_valid on billing.quotation (organisation_id, valid_until, id);

create table billing.quotation_line (${RECORD},
  quotation_id uuid not null,
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
  tax_category text not null
    check (tax_category in ('STANDARD','REDUCED','ZERO','EXEMPT','REVERSE_CHARGE','OUTSIDE')),
  tax_percent ${PERCENT('tax_percent')} not null,
  tax_reason text check (length(tax_reason) between 1 and 200),
  service_item_id uuid,
  part_id uuid,
  amount_minor ${NOT_NEGATIVE('amount_minor')},
  share_minor ${NOT_NEGATIVE('share_minor')},
  net_minor ${NOT_NEGATIVE('net_minor')},
  tax_minor ${NOT_NEGATIVE('tax_minor')},
  primary key (organisation_id, id),
  foreign key (organisation_id, quotation_id) references billing.quotation (organisation_id, id),
  foreign key (organisation_id, tax_rate_id) references billing.tax_rate (organisation_id, id),
  check (discount_percent is null or discount_minor is null),
  check (share_minor <= amount_minor)
);
create unique index quotation_line_position on billing.quotation_line (organisation_id, quotation_id, position);
`;

/** An invoice says which offer it follows. */
const INVOICE = `
alter table billing.invoice no force row level security;
alter table billing.invoice add foreign key (organisation_id, quotation_id)
  references billing.quotation (organisation_id, id);
alter table billing.invoice force row level security;
`;

const ACCESS = `
call platform.protect('billing.quotation');
call platform.protect('billing.quotation_line');
grant select, insert, update on billing.quotation to liftbay_billing;
grant select, insert, update, delete on billing.quotation_line to liftbay_billing;
`;

export class Quotations1795300730000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, INVOICE, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
