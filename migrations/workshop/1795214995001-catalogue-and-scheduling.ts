import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const STATES = `('HELD','BOOKED','CONFIRMED','CHECKED_IN','COMPLETED','CANCELLED','NO_SHOW')`;

const CATALOGUE = `
create table workshop.service_item (${RECORD},
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9._/-]{0,29}$'),
  name text not null check (length(name) between 1 and 120),
  description text check (length(description) <= 2000),
  labour_minutes integer not null check (labour_minutes between 1 and 20160),
  price_minor bigint check (price_minor >= 0),
  price_currency text check (price_currency ~ '^[A-Z]{3}$'),
  tax_category text check (length(tax_category) between 1 and 40),
  active boolean not null,
  service_centre_ids uuid[] not null,
  primary key (organisation_id, id),
  check ((price_minor is null) = (price_currency is null))
);
create unique index service_item_code on workshop.service_item (organisation_id, code);
create index service_item_name on workshop.service_item (organisation_id, name, id);
`;

const OPENING = `
create table workshop.centre_schedule (${RECORD},
  time_zone text not null,
  active boolean not null,
  slot_minutes integer not null check (slot_minutes between 5 and 240 and 1440 % slot_minutes = 0),
  minimum_notice_minutes integer not null check (minimum_notice_minutes between 0 and 43200),
  hold_minutes integer not null check (hold_minutes between 1 and 120),
  reminder_minutes integer not null check (reminder_minutes between 0 and 20160),
  primary key (organisation_id, id)
);
create table workshop.bay (${RECORD},
  service_centre_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('GENERAL','LIFT','MOT','ALIGNMENT','TYRES','ELECTRIC','BODYWORK','PAINT','WASH')),
  active boolean not null,
  position integer not null check (position between 0 and 10000),
  primary key (organisation_id, id),
  unique (organisation_id, service_centre_id, id)
);
create unique index bay_name on workshop.bay (organisation_id, service_centre_id, lower(name));
create index bay_order on workshop.bay (organisation_id, service_centre_id, position, id);

-- Bays and technicians as things that are booked: the rows that those lock, in order, who want to book them.
create table workshop.booked_resource (
  organisation_id uuid not null,
  id uuid not null,
  bookable boolean not null default true,
  primary key (organisation_id, id)
);
create table workshop.opening_hours (${RECORD},
  service_centre_id uuid not null,
  valid_from date not null,
  week jsonb not null check (jsonb_typeof(week) = 'array'),
  primary key (organisation_id, id)
);
create unique index opening_hours_first_day on workshop.opening_hours (organisation_id, service_centre_id, valid_from);

create table workshop.closure (${RECORD},
  service_centre_id uuid not null,
  bay_id uuid,
  from_date date not null,
  to_date date not null,
  reason text not null check (length(reason) between 1 and 200),
  primary key (organisation_id, id),
  check (to_date between from_date and from_date + 366),
  constraint closure_bay foreign key (organisation_id, service_centre_id, bay_id)
    references workshop.bay (organisation_id, service_centre_id, id)
);
create index closure_days on workshop.closure (organisation_id, service_centre_id, to_date, from_date);

create table workshop.shift (${RECORD},
  service_centre_id uuid not null,
  technician_id uuid not null,
  kind text not null check (kind in ('WEEKLY','DAYS')),
  from_date date not null,
  to_date date,
  spans jsonb not null check (jsonb_typeof(spans) = 'array'),
  reason text,
  primary key (organisation_id, id),
  check (to_date >= from_date),
  check (kind = 'WEEKLY' or to_date is not null and to_date <= from_date + 366)
);
create unique index shift_first_day on workshop.shift
  (organisation_id, service_centre_id, technician_id, kind, from_date);
create index shift_technician on workshop.shift (organisation_id, technician_id);
`;

const APPOINTMENTS = `
create table workshop.appointment (${RECORD},
  number text check (number ~ '^APT-[0-9]{6,}$'),
  service_centre_id uuid not null,
  customer_id uuid,
  vehicle_id uuid,
  bay_id uuid not null,
  technician_id uuid,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  minutes integer not null check (minutes between 1 and 20160),
  service_item_ids uuid[] not null,
  notes text check (length(notes) between 1 and 2000),
  status text not null check (status in ${STATES}),
  held_until timestamptz(3),
  service_request_id uuid,
  job_card_id uuid,
  cancel_reason text check (length(cancel_reason) between 1 and 1000),
  overridden_by_id uuid,
  override_reason text check (length(override_reason) between 1 and 500),
  remind_at timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, service_centre_id, bay_id)
    references workshop.bay (organisation_id, service_centre_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '31 days'),
  check (held_until is not null or status <> 'HELD'),
  check (status in ('HELD','CANCELLED') or number is not null and customer_id is not null),
  check (status not in ('CHECKED_IN','COMPLETED') or job_card_id is not null and vehicle_id is not null),
  -- Half-open, so that one may begin when the other ends. What is booked over something on purpose is left out.
  constraint appointment_bay_free exclude using gist (organisation_id with =, bay_id with =,
    tstzrange(starts_at, ends_at) with &&)
    where (status in ('HELD','BOOKED','CONFIRMED','CHECKED_IN') and override_reason is null),
  constraint appointment_technician_free exclude using gist (organisation_id with =, technician_id with =,
    tstzrange(starts_at, ends_at) with &&)
    where (status in ('HELD','BOOKED','CONFIRMED','CHECKED_IN') and override_reason is null and technician_id is not null)
);
-- Each service centre counts its own; also finds a number in all of them.
create unique index appointment_number on workshop.appointment (organisation_id, number, service_centre_id)
  where number is not null;
create unique index appointment_job_card on workshop.appointment (organisation_id, job_card_id)
  where job_card_id is not null;
create index appointment_first on workshop.appointment (organisation_id, starts_at, id);
create index appointment_of_centre on workshop.appointment (organisation_id, service_centre_id, starts_at, id);
create index appointment_technician on workshop.appointment (organisation_id, technician_id, starts_at, id)
  where technician_id is not null;
create index appointment_bay on workshop.appointment (organisation_id, bay_id, starts_at, id);
create index appointment_customer on workshop.appointment (organisation_id, customer_id, starts_at, id)
  where customer_id is not null;
create index appointment_vehicle on workshop.appointment (organisation_id, vehicle_id, starts_at, id)
  where vehicle_id is not null;
create index appointment_request on workshop.appointment (organisation_id, service_request_id)
  where service_request_id is not null;
create index appointment_standing on workshop.appointment (organisation_id, starts_at) where status = 'CHECKED_IN';
create index appointment_holds on workshop.appointment (organisation_id, held_until) where status = 'HELD';
create index appointment_reminders on workshop.appointment (organisation_id, remind_at, id)
  where remind_at is not null;

create table workshop.appointment_change (${RECORD},
  appointment_id uuid not null,
  action text not null check (action in ('HELD','BOOKED','CONFIRMED','UPDATED','MOVED','CHECKED_IN','COMPLETED',
    'CANCELLED','LAPSED','NO_SHOW')),
  status text not null check (status in ${STATES}),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  bay_id uuid not null,
  technician_id uuid,
  reason text check (length(reason) between 1 and 1000),
  changed_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, appointment_id) references workshop.appointment (organisation_id, id)
);
create index appointment_change_appointment
  on workshop.appointment_change (organisation_id, appointment_id, created_at desc, id desc);
`;

/** What is booked and what was done about it is never deleted. */
const ACCESS = `
call platform.protect('workshop.service_item');
call platform.protect('workshop.centre_schedule');
call platform.protect('workshop.bay');
call platform.protect('workshop.booked_resource');
call platform.protect('workshop.opening_hours');
call platform.protect('workshop.closure');
call platform.protect('workshop.shift');
call platform.protect('workshop.appointment');
call platform.protect('workshop.appointment_change');
grant select, insert, update on workshop.service_item, workshop.centre_schedule, workshop.bay, workshop.booked_resource,
  workshop.opening_hours, workshop.appointment to liftbay_workshop;
grant select, insert, update, delete on workshop.closure, workshop.shift to liftbay_workshop;
grant select, insert on workshop.appointment_change to liftbay_workshop;
`;

export class CatalogueAndScheduling1795214995001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CATALOGUE, OPENING, APPOINTMENTS, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
