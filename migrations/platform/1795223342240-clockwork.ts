import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose clock is whose, and when each item of clockwork runs next for them. */
const TABLES = `
create table platform.tenant_clock (
  organisation_id uuid primary key,
  time_zone text not null
);
create table platform.clockwork (
  organisation_id uuid not null references platform.tenant_clock,
  item text not null,
  ran_until timestamptz(3) not null,
  next_run_at timestamptz(3) not null check (next_run_at > ran_until),
  primary key (organisation_id, item)
);
create index clockwork_due on platform.clockwork (next_run_at);
call platform.protect('platform.tenant_clock');
call platform.protect('platform.clockwork');
`;

/**
 * A time of day is looked for date by date: a date that has it twice has one run, and one that does not have it has
 * its run where the clock went on.
 */
const NEXT_RUN = `
create function platform.next_run(every_minutes integer, daily time, time_zone text, after timestamptz)
returns timestamptz language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    when every_minutes is not null then
      date_bin(make_interval(mins => every_minutes), after, timestamptz '2000-01-01 00:00:00Z')
        + make_interval(mins => every_minutes)
    else (
      select min(run) from (
        select ((after at time zone time_zone)::date + day + daily) at time zone time_zone as run
        from generate_series(0, 2) as day) as runs
      where run > after)
  end;
$$;
`;

const SET_CLOCK = `
create function platform.set_clock(in_zone text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into platform.tenant_clock as c (organisation_id, time_zone) values (platform.organisation(), in_zone)
    on conflict (organisation_id) do update set time_zone = excluded.time_zone where c.time_zone <> excluded.time_zone;
$$;
revoke execute on function platform.set_clock(text) from public;
grant execute on function platform.set_clock(text) to liftbay_customer;
`;

/**
 * Makes the jobs of all that is due, in all organisations: the row that moves on and the job commit together, so two
 * at once make one job, and what a stop made late is one job for its whole span.
 */
const TICK = `
create function platform.tick(items jsonb, at timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made integer;
begin
  insert into platform.clockwork (organisation_id, item, ran_until, next_run_at)
    select c.organisation_id, i.name, at, platform.next_run(i.every_minutes, i.daily, c.time_zone, at)
    from platform.tenant_clock c
    cross join jsonb_to_recordset(items) as i(name text, every_minutes integer, daily time)
    where not exists (select from platform.clockwork w
      where w.organisation_id = c.organisation_id and w.item = i.name)
    on conflict do nothing;
  with due as (
    select w.organisation_id, w.item, w.ran_until as since,
      platform.next_run(i.every_minutes, i.daily, c.time_zone, at) as next_run_at
    from platform.clockwork w
    join jsonb_to_recordset(items) as i(name text, every_minutes integer, daily time) on i.name = w.item
    join platform.tenant_clock c on c.organisation_id = w.organisation_id
    where w.next_run_at <= at
    for update of w skip locked
  ), moved as (
    update platform.clockwork w set ran_until = at, next_run_at = due.next_run_at
    from due where w.organisation_id = due.organisation_id and w.item = due.item
    returning w.organisation_id, w.item, due.since
  ), queued as (
    select platform.enqueue('clockwork', jsonb_build_object('organisationId', m.organisation_id, 'item', m.item,
      'since', m.since, 'until', at), null, null, null) from moved m
  )
  select count(*) into made from queued;
  return made;
end $$;
call platform.open_door('platform.tenant_clock', 'liftbay_platform_door', 'select');
call platform.open_door('platform.clockwork', 'liftbay_platform_door', 'select, insert, update');
grant execute on function platform.enqueue to liftbay_platform_door;
grant usage, create on schema platform to liftbay_platform_door;
alter function platform.tick(jsonb, timestamptz) owner to liftbay_platform_door;
revoke create on schema platform from liftbay_platform_door;
revoke execute on function platform.tick(jsonb, timestamptz), platform.next_run(integer, time, text, timestamptz)
  from public;
grant execute on function platform.next_run(integer, time, text, timestamptz) to liftbay_platform_door;
grant execute on function platform.tick(jsonb, timestamptz) to liftbay_worker;
`;

export class Clockwork1795223342240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, NEXT_RUN, SET_CLOCK, TICK]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
