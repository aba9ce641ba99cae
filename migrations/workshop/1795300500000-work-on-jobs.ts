import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

/** What a card waits for, and the state that it goes back to: together they say which states of waiting are true. */
const CARDS = `
-- The policy binds the owner too, and would hide every row from it. Until the columns are filled.
alter table workshop.job_card no force row level security;
alter table workshop.job_card
  add column waiting_for text[] not null default '{}' check (waiting_for <@ array['PARTS','APPROVAL','OTHER']),
  add column resumes_as text check (resumes_as in ('ASSIGNED','IN_PROGRESS')),
  add column parts_revision bigint not null default 0 check (parts_revision >= 0),
  add column started_at timestamptz(3),
  add column completed_at timestamptz(3),
  add column delivered_at timestamptz(3),
  add column technician_notes text check (length(technician_notes) between 1 and 4000);
update workshop.job_card set resumes_as = 'IN_PROGRESS', waiting_for = array[case status
  when 'WAITING_PARTS' then 'PARTS' when 'WAITING_APPROVAL' then 'APPROVAL' else 'OTHER' end]
where status in ('WAITING_PARTS','WAITING_APPROVAL','PAUSED');
alter table workshop.job_card force row level security;
alter table workshop.job_card add constraint job_card_waits check (case status
  when 'CREATED' then resumes_as is null
  when 'INSPECTED' then resumes_as is null
  when 'WAITING_PARTS' then resumes_as is not null and waiting_for[1] = 'PARTS'
  when 'WAITING_APPROVAL' then resumes_as is not null and waiting_for[1] = 'APPROVAL'
  when 'PAUSED' then resumes_as is not null and waiting_for = array['OTHER']
  else resumes_as is null and waiting_for = '{}' end);
-- What each technician has in hand: how busy they are is asked more often than what they did.
create index job_card_in_hand on workshop.job_card (organisation_id, technician_id, created_at desc, id desc)
  where status in ('ASSIGNED','IN_PROGRESS','WAITING_PARTS','WAITING_APPROVAL','PAUSED');
create index job_card_completed on workshop.job_card (organisation_id, technician_id, completed_at)
  where completed_at is not null;
`;

const INSPECTION = `
create table workshop.pre_inspection (${RECORD},
  job_card_id uuid not null,
  odometer_value integer check (odometer_value >= 0),
  odometer_unit text check (odometer_unit in ('KM','MI')),
  fuel_percent integer check (fuel_percent between 0 and 100),
  exterior_condition text check (length(exterior_condition) between 1 and 4000),
  interior_condition text check (length(interior_condition) between 1 and 4000),
  issues text[] not null,
  estimated_cost_minor bigint check (estimated_cost_minor >= 0),
  estimated_cost_currency text check (estimated_cost_currency ~ '^[A-Z]{3}$'),
  estimated_hours numeric(7,2) check (estimated_hours >= 0),
  inspected_by_id uuid,
  inspected_at timestamptz(3) not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id),
  check ((odometer_value is null) = (odometer_unit is null)),
  check ((estimated_cost_minor is null) = (estimated_cost_currency is null))
);
create unique index pre_inspection_card on workshop.pre_inspection (organisation_id, job_card_id);
`;

/** An approval holds the version and the amount that were decided on; they are written once, with the decision. */
const APPROVALS = `
create table workshop.additional_service (${RECORD},
  job_card_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  reason text check (length(reason) between 1 and 2000),
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  amount_minor bigint not null check (amount_minor >= 0),
  amount_currency text not null check (amount_currency ~ '^[A-Z]{3}$'),
  status text not null check (status in ('PROPOSED','APPROVED','DECLINED','WITHDRAWN')),
  proposed_by_id uuid,
  decided_at timestamptz(3),
  decided_version integer,
  decided_amount_minor bigint,
  decided_means text check (decided_means in ('LINK','ACCOUNT','IN_PERSON','PHONE','EMAIL','MESSAGE','OTHER')),
  decided_by_id uuid,
  decided_by_name text,
  decision_note text check (length(decision_note) between 1 and 1000),
  primary key (organisation_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id),
  check ((status in ('APPROVED','DECLINED')) = (decided_at is not null and decided_version is not null
    and decided_amount_minor is not null and decided_means is not null)),
  check (status <> 'APPROVED' or decided_amount_minor = amount_minor)
);
create index additional_service_card on workshop.additional_service (organisation_id, job_card_id, created_at, id);
`;

const SERVICES = `
create table workshop.job_service (${RECORD},
  job_card_id uuid not null,
  service_item_id uuid,
  additional_service_id uuid,
  name text not null check (length(name) between 1 and 200),
  description text check (length(description) between 1 and 2000),
  quantity numeric(9,3) not null check (quantity > 0),
  labour_hours numeric(8,4) check (labour_hours >= 0),
  pricing text not null check (pricing in ('FIXED','HOURLY')),
  price_minor bigint check (price_minor >= 0),
  price_currency text check (price_currency ~ '^[A-Z]{3}$'),
  tax_category text check (length(tax_category) between 1 and 40),
  status text not null check (status in ('PENDING','IN_PROGRESS','COMPLETED','SKIPPED')),
  skip_reason text check (length(skip_reason) between 1 and 1000),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  finished_by_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, job_card_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id),
  foreign key (organisation_id, service_item_id) references workshop.service_item (organisation_id, id),
  foreign key (organisation_id, additional_service_id) references workshop.additional_service (organisation_id, id),
  check ((price_minor is null) = (price_currency is null)),
  check (pricing = 'FIXED' or labour_hours is not null),
  check (skip_reason is null or status = 'SKIPPED'),
  check ((status in ('COMPLETED','SKIPPED')) = (finished_at is not null)),
  check (started_at is not null or status in ('PENDING','SKIPPED'))
);
create index job_service_card on workshop.job_service (organisation_id, job_card_id, created_at, id);
create index job_service_approval on workshop.job_service (organisation_id, additional_service_id)
  where additional_service_id is not null;
`;

/** Of one technician at most one clock runs, and none is counted twice: the end of one may be the start of the next. */
const TIME = `
create table workshop.time_entry (${RECORD},
  technician_id uuid not null,
  service_centre_id uuid not null,
  job_card_id uuid not null,
  job_service_id uuid,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id),
  foreign key (organisation_id, job_card_id, job_service_id)
    references workshop.job_service (organisation_id, job_card_id, id),
  check (ended_at >= started_at),
  constraint time_entry_overlap exclude using gist (organisation_id with =, technician_id with =,
    tstzrange(started_at, ended_at) with &&)
);
create unique index time_entry_running on workshop.time_entry (organisation_id, technician_id) where ended_at is null;
create index time_entry_technician on workshop.time_entry (organisation_id, technician_id, started_at desc, id desc);
create index time_entry_centre on workshop.time_entry (organisation_id, service_centre_id, started_at desc, id desc);
create index time_entry_newest on workshop.time_entry (organisation_id, started_at desc, id desc);
create index time_entry_card on workshop.time_entry (organisation_id, job_card_id, started_at desc, id desc);
create index time_entry_service on workshop.time_entry (organisation_id, job_service_id)
  where job_service_id is not null;

create table workshop.time_entry_correction (${RECORD},
  time_entry_id uuid not null,
  from_started_at timestamptz(3) not null,
  from_ended_at timestamptz(3),
  to_started_at timestamptz(3) not null,
  to_ended_at timestamptz(3),
  reason text not null check (length(reason) between 1 and 1000),
  corrected_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, time_entry_id) references workshop.time_entry (organisation_id, id)
);
create index time_entry_correction_entry
  on workshop.time_entry_correction (organisation_id, time_entry_id, created_at desc, id desc);
`;

/** What was worked, approved and corrected is never deleted; a service that nobody has begun can be. */
const ACCESS = `
call platform.protect('workshop.pre_inspection');
call platform.protect('workshop.additional_service');
call platform.protect('workshop.job_service');
call platform.protect('workshop.time_entry');
call platform.protect('workshop.time_entry_correction');
grant select, insert, update on workshop.pre_inspection, workshop.additional_service, workshop.time_entry
  to liftbay_workshop;
grant select, insert, update, delete on workshop.job_service to liftbay_workshop;
grant select, insert on workshop.time_entry_correction to liftbay_workshop;
`;

export class WorkOnJobs1795300500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CARDS, INSPECTION, APPROVALS, SERVICES, TIME, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
