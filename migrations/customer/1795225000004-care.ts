import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const STATES = `('NEW', 'ASSIGNED', 'INVESTIGATING', 'PROPOSED', 'RESOLVED', 'CLOSED', 'ESCALATED')`;

const THRESHOLD = `
alter table customer.organisation add column low_rating integer not null default 2 check (low_rating between 0 and 4);
`;

/** Words of customers, and about them, are sealed by the program. */
const FEEDBACK = `
create table customer.feedback (${RECORD},
  job_card_id uuid not null,
  customer_id uuid not null,
  service_centre_id uuid not null,
  technician_id uuid,
  rating integer not null check (rating between 1 and 5),
  comment text,
  feedback_type text not null check (feedback_type in ('SERVICE', 'PRODUCT', 'OVERALL')),
  status text not null check (status in ('PENDING', 'ACKNOWLEDGED', 'RESOLVED')),
  acknowledged_at timestamptz(3) check ((acknowledged_at is null) = (status = 'PENDING')),
  resolved_at timestamptz(3) check ((resolved_at is not null) = (status = 'RESOLVED')),
  resolution text,
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customer.customer (organisation_id, id),
  foreign key (organisation_id, service_centre_id) references customer.service_centre (organisation_id, id)
);
create unique index feedback_once on customer.feedback (organisation_id, job_card_id, customer_id);
create index feedback_newest on customer.feedback (organisation_id, created_at desc, id desc);
create index feedback_lowest on customer.feedback (organisation_id, rating, created_at, id);
create index feedback_of_centre on customer.feedback (organisation_id, service_centre_id, created_at desc, id desc);
create index feedback_customer on customer.feedback (organisation_id, customer_id, created_at desc, id desc);
create index feedback_technician on customer.feedback (organisation_id, technician_id, created_at desc, id desc)
  where technician_id is not null;
`;

const COMPLAINTS = `
create table customer.complaint (${RECORD},
  number text not null check (number ~ '^CMP-[0-9]{6,}$'),
  customer_id uuid not null,
  service_centre_id uuid not null,
  job_card_id uuid,
  feedback_id uuid,
  assignee_id uuid,
  category text not null
    check (category in ('SERVICE_QUALITY', 'BILLING', 'PARTS', 'DELAY', 'BEHAVIOUR', 'OTHER')),
  priority text not null check (priority in ('LOW', 'MEDIUM', 'HIGH', 'URGENT')),
  status text not null check (status in ${STATES}),
  description text not null,
  due_at timestamptz(3) not null,
  resolution text,
  resolved_at timestamptz(3) check ((resolved_at is not null) = (status in ('RESOLVED', 'CLOSED'))),
  resolved_by_id uuid,
  closed_at timestamptz(3) check ((closed_at is not null) = (status = 'CLOSED')),
  customer_satisfaction integer check (customer_satisfaction between 1 and 5),
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customer.customer (organisation_id, id),
  constraint complaint_service_centre foreign key (organisation_id, service_centre_id)
    references customer.service_centre (organisation_id, id),
  foreign key (organisation_id, feedback_id) references customer.feedback (organisation_id, id),
  foreign key (organisation_id, assignee_id) references customer.user_account (organisation_id, id),
  foreign key (organisation_id, resolved_by_id) references customer.user_account (organisation_id, id),
  check (assignee_id is not null or status in ('NEW', 'ESCALATED')),
  check (customer_satisfaction is null or status = 'CLOSED')
);
-- Each service centre counts its own; also finds a number in all of them.
create unique index complaint_number on customer.complaint (organisation_id, number, service_centre_id);
-- A low rating opens one complaint, whatever is tried again.
create unique index complaint_feedback on customer.complaint (organisation_id, feedback_id)
  where feedback_id is not null;
create index complaint_newest on customer.complaint (organisation_id, created_at desc, id desc);
create index complaint_due on customer.complaint (organisation_id, due_at, id);
create index complaint_of_centre
  on customer.complaint (organisation_id, service_centre_id, status, created_at desc, id desc);
create index complaint_customer on customer.complaint (organisation_id, customer_id, created_at desc, id desc);
create index complaint_assignee on customer.complaint (organisation_id, assignee_id, created_at desc, id desc)
  where assignee_id is not null;

create table customer.complaint_status_change (${RECORD},
  complaint_id uuid not null,
  from_status text check (from_status in ${STATES}),
  to_status text not null check (to_status in ${STATES}),
  reason text,
  changed_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, complaint_id) references customer.complaint (organisation_id, id)
);
create index complaint_status_change_complaint
  on customer.complaint_status_change (organisation_id, complaint_id, created_at desc, id desc);
`;

/** History is written once; when the customer is erased, the words in it go, and nothing else changes. */
const ACCESS = `
call platform.protect('customer.feedback');
call platform.protect('customer.complaint');
call platform.protect('customer.complaint_status_change');
grant select, insert, update on customer.feedback, customer.complaint to liftbay_customer;
grant select, insert on customer.complaint_status_change to liftbay_customer;
create function customer.erase_complaint_reasons(in_customer uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update customer.complaint_status_change s set reason = null
  from customer.complaint c
  where s.organisation_id = platform.organisation() and c.organisation_id = s.organisation_id
    and c.id = s.complaint_id and c.customer_id = in_customer and s.reason is not null
  returning s.id;
$$;
revoke execute on function customer.erase_complaint_reasons(uuid) from public;
grant execute on function customer.erase_complaint_reasons(uuid) to liftbay_customer;
`;

export class Care1795225000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [THRESHOLD, FEEDBACK, COMPLAINTS, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
