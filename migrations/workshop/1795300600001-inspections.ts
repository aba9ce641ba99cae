import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const TEMPLATES = `
create table workshop.inspection_template (${RECORD},
  name text not null check (length(name) between 1 and 120),
  description text check (length(description) between 1 and 1000),
  active boolean not null,
  sections jsonb not null check (jsonb_typeof(sections) = 'array'),
  primary key (organisation_id, id)
);
create unique index inspection_template_name on workshop.inspection_template (organisation_id, lower(name));
`;

/** What is to be looked at is copied from the template, so that a change of it changes nothing that was begun. */
const INSPECTIONS = `
create table workshop.inspection (${RECORD},
  job_card_id uuid not null,
  service_centre_id uuid not null,
  customer_id uuid not null,
  vehicle_id uuid not null,
  template_id uuid not null,
  template_name text not null check (length(template_name) between 1 and 120),
  template_version integer not null,
  status text not null check (status in ('IN_PROGRESS','PUBLISHED','CANCELLED')),
  notes text check (length(notes) between 1 and 2000),
  started_by_id uuid,
  published_at timestamptz(3),
  published_by_id uuid,
  shared_until timestamptz(3),
  cancel_reason text check (length(cancel_reason) between 1 and 1000),
  primary key (organisation_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id),
  foreign key (organisation_id, template_id) references workshop.inspection_template (organisation_id, id),
  check ((published_at is not null) = (status = 'PUBLISHED')),
  check (shared_until is null or status = 'PUBLISHED')
);
-- Who begins one twice goes on with the first.
create unique index inspection_begun on workshop.inspection (organisation_id, job_card_id, template_id)
  where status = 'IN_PROGRESS';
create index inspection_job_card on workshop.inspection (organisation_id, job_card_id, created_at desc, id desc);
create index inspection_newest on workshop.inspection (organisation_id, created_at desc, id desc);
create index inspection_of_centre
  on workshop.inspection (organisation_id, service_centre_id, created_at desc, id desc);
create index inspection_customer on workshop.inspection (organisation_id, customer_id, created_at desc, id desc);
create index inspection_vehicle on workshop.inspection (organisation_id, vehicle_id, created_at desc, id desc);

create table workshop.inspection_item (${RECORD},
  inspection_id uuid not null,
  position integer not null check (position >= 0),
  section text not null check (length(section) between 1 and 120),
  key text not null check (key ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('CONDITION','MEASURE','YES_NO','TEXT')),
  required boolean not null,
  unit text check (length(unit) between 1 and 12),
  minimum numeric(12,3),
  maximum numeric(12,3),
  urgent_below numeric(12,3),
  attention_below numeric(12,3),
  attention_above numeric(12,3),
  urgent_above numeric(12,3),
  expected boolean,
  rating text check (rating in ('OK','ATTENTION','URGENT','NOT_APPLICABLE')),
  value numeric(12,3) check (value between minimum and maximum),
  answer boolean,
  text text check (length(text) between 1 and 2000),
  note text check (length(note) between 1 and 2000),
  recorded_at timestamptz(3),
  recorded_by_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, inspection_id, key),
  foreign key (organisation_id, inspection_id) references workshop.inspection (organisation_id, id),
  check ((kind = 'MEASURE') = (unit is not null and minimum is not null and maximum is not null)),
  check (value is null or kind = 'MEASURE'),
  check (answer is null or kind = 'YES_NO'),
  check (text is null or kind = 'TEXT'),
  check (rating is distinct from 'NOT_APPLICABLE' or value is null and answer is null and text is null)
);
create index inspection_item_inspection
  on workshop.inspection_item (organisation_id, inspection_id, position, id);

create table workshop.inspection_photo (${RECORD},
  inspection_id uuid not null,
  item_id uuid not null,
  file_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 255),
  content_type text not null,
  has_thumbnail boolean not null,
  added_by_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, item_id, file_id),
  foreign key (organisation_id, inspection_id) references workshop.inspection (organisation_id, id),
  foreign key (organisation_id, item_id) references workshop.inspection_item (organisation_id, id)
);
create index inspection_photo_item on workshop.inspection_photo (organisation_id, item_id, created_at, id);
`;

/** Nothing of it is deleted but a photo that was attached by mistake. */
const ACCESS = `
call platform.protect('workshop.inspection_template');
call platform.protect('workshop.inspection');
call platform.protect('workshop.inspection_item');
call platform.protect('workshop.inspection_photo');
grant select, insert, update on workshop.inspection_template, workshop.inspection, workshop.inspection_item
  to liftbay_workshop;
grant select, insert, delete on workshop.inspection_photo to liftbay_workshop;
`;

export class Inspections1795300600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TEMPLATES, INSPECTIONS, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
