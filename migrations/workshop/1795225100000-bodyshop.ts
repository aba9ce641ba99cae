import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

/** The board that a shop begins with, as the program makes it for those that sign up later. */
const STAGES = `
create table workshop.job_stage (${RECORD},
  service_centre_id uuid,
  key text not null check (key ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  name text not null check (length(name) between 1 and 60),
  colour text not null check (colour ~ '^#[0-9A-F]{6}$'),
  notifies_customer boolean not null,
  final boolean not null,
  position integer not null check (position >= 0),
  archived_at timestamptz(3),
  primary key (organisation_id, id)
);
-- Also finds a board. What was archived keeps its key, so that it comes back as itself.
create unique index job_stage_key on workshop.job_stage (organisation_id, service_centre_id, key) nulls not distinct;

create table workshop.job_card_stage_change (${RECORD},
  job_card_id uuid not null,
  from_stage_id uuid,
  to_stage_id uuid not null,
  note text check (length(note) between 1 and 1000),
  changed_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id),
  foreign key (organisation_id, from_stage_id) references workshop.job_stage (organisation_id, id),
  foreign key (organisation_id, to_stage_id) references workshop.job_stage (organisation_id, id)
);
create index job_card_stage_change_card
  on workshop.job_card_stage_change (organisation_id, job_card_id, created_at desc, id desc);

-- The policy binds the owner too, and would hide every row from it. Until the codes are drawn.
alter table workshop.job_card no force row level security;
alter table workshop.job_card add column stage_id uuid;
alter table workshop.job_card add foreign key (organisation_id, stage_id)
  references workshop.job_stage (organisation_id, id);
create index job_card_stage on workshop.job_card (organisation_id, stage_id, created_at desc, id desc)
  where stage_id is not null;

alter table customer.organisation no force row level security;
insert into workshop.job_stage (organisation_id, id, version, created_at, updated_at, key, name, colour,
  notifies_customer, final, position)
select o.organisation_id, gen_random_uuid(), 1, now(), now(), s.*
from customer.organisation o cross join (values
  ('PRE_CHECK_IN', 'Pre-check-in', '#90A4AE', false, false, 0),
  ('CONFIRMED', 'Confirmed', '#42A5F5', true, false, 1),
  ('RECEIVED', 'Vehicle received', '#26C6DA', true, false, 2),
  ('DISASSEMBLY', 'Disassembly', '#FFCA28', false, false, 3),
  ('BODYWORK', 'Bodywork', '#FFA726', false, false, 4),
  ('PAINT', 'Paint', '#AB47BC', false, false, 5),
  ('REASSEMBLY', 'Reassembly', '#8D6E63', false, false, 6),
  ('QUALITY_CHECK', 'Quality check', '#66BB6A', false, false, 7),
  ('READY', 'Ready to collect', '#2E7D32', true, false, 8),
  ('DELIVERED', 'Delivered', '#546E7A', true, true, 9)) as s;
alter table customer.organisation force row level security;
`;

/**
 * Six of thirty characters that nobody mistakes for another: 729 million. Drawn by the database, so that every card
 * has one whoever makes it, and again when the organisation has a card with it.
 */
const TRACKING = `
create function workshop.random_tracking_code() returns text language sql volatile
set search_path = pg_catalog, pg_temp as $$
  select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ',
    1 + (get_byte(drawn.bytes, 0) * 65536 + get_byte(drawn.bytes, 1) * 256 + get_byte(drawn.bytes, 2)) % 30, 1), '')
  from (select uuid_send(gen_random_uuid()) as bytes from generate_series(1, 6) offset 0) drawn;
$$;
create function workshop.new_tracking_code() returns text language plpgsql volatile
set search_path = pg_catalog, pg_temp as $$
declare
  drawn text;
begin
  loop
    drawn := workshop.random_tracking_code();
    exit when not exists (select from workshop.job_card c
      where c.organisation_id = platform.organisation() and c.tracking_code = drawn);
  end loop;
  return drawn;
end $$;

alter table workshop.job_card add column tracking_code text
  check (tracking_code ~ '^[2-9A-HJKMNP-TV-Z]{6}$');
update workshop.job_card set tracking_code = workshop.random_tracking_code();
do $$
begin
  loop
    update workshop.job_card c set tracking_code = workshop.random_tracking_code()
    where exists (select from workshop.job_card o where o.organisation_id = c.organisation_id
      and o.tracking_code = c.tracking_code and o.id < c.id);
    exit when not found;
  end loop;
end $$;
alter table workshop.job_card force row level security;
alter table workshop.job_card alter column tracking_code set not null;
alter table workshop.job_card alter column tracking_code set default workshop.new_tracking_code();
create unique index job_card_tracking_code on workshop.job_card (organisation_id, tracking_code);
`;

const PHOTOS = `
create table workshop.photo (${RECORD},
  job_card_id uuid not null,
  file_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 400),
  content_type text not null check (content_type like 'image/%'),
  has_thumbnail boolean not null,
  caption text check (length(caption) between 1 and 300),
  phase text not null check (phase in ('BEFORE','DURING','AFTER')),
  shown_in_tracking boolean not null,
  added_by_id uuid,
  link_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id)
);
create unique index photo_file on workshop.photo (organisation_id, job_card_id, file_id);
create index photo_card on workshop.photo (organisation_id, job_card_id, created_at, id);
`;

const PRE_CHECK_IN = `
create table workshop.pre_check_in (${RECORD},
  job_card_id uuid not null,
  first_name text not null,
  last_name text not null,
  phone text not null,
  email text,
  plate text not null,
  make text not null check (length(make) between 1 and 60),
  model text not null check (length(model) between 1 and 60),
  preferred_date date,
  customer_was_known boolean not null,
  vehicle_was_known boolean not null,
  vehicle_is_anothers boolean not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, job_card_id) references workshop.job_card (organisation_id, id),
  check (vehicle_was_known or not vehicle_is_anothers)
);
create unique index pre_check_in_card on workshop.pre_check_in (organisation_id, job_card_id);
`;

/** Where a card went is written once. What was said at its door goes when the person is erased. */
const ACCESS = `
call platform.protect('workshop.job_stage');
call platform.protect('workshop.job_card_stage_change');
call platform.protect('workshop.photo');
call platform.protect('workshop.pre_check_in');
grant select, insert, update on workshop.job_stage to liftbay_workshop;
grant select, insert on workshop.job_card_stage_change, workshop.photo, workshop.pre_check_in to liftbay_workshop;
grant delete on workshop.pre_check_in to liftbay_workshop;
grant execute on function workshop.random_tracking_code(), workshop.new_tracking_code() to liftbay_workshop;
`;

export class Bodyshop1795225100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [STAGES, TRACKING, PHOTOS, PRE_CHECK_IN, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
