import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log as subscriptions follow it, and how its oldest part is forgotten. */
const LIVE = `
create function platform.events_after(after bigint, most integer)
returns table ("position" bigint, name text, subject_type text, subject_id uuid, payload jsonb, occurred_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.position, e.name, e.subject_type, e.subject_id, e.payload, e.occurred_at from platform.event e
    where e.organisation_id = platform.organisation() and e.position > after
    order by e.position limit most;
$$;

-- The first event that is still kept, null when there is none, and how far the log reaches.
create function platform.event_bounds() returns table (first bigint, reached bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (select min(e.position) from platform.event e where e.organisation_id = platform.organisation()),
    coalesce((select c.position from platform.event_counter c where c.organisation_id = platform.organisation()), 0);
$$;

-- Events of before that moment, and the notes of who has handled them. What a reader has not seen by then it fetches anew.
create function platform.forget_events(before timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept bigint;
begin
  select e.position into kept from platform.event e
    where e.organisation_id = platform.organisation() and e.occurred_at >= before order by e.position limit 1;
  with forgotten as (
    delete from platform.event e
      where e.organisation_id = platform.organisation() and (kept is null or e.position < kept)
      returning e.id)
  delete from platform.inbox i using forgotten f
    where i.organisation_id = platform.organisation() and i.event_id = f.id;
end $$;

grant execute on function platform.events_after(bigint, integer), platform.event_bounds() to liftbay_gateway;
grant execute on function platform.event_bounds(), platform.forget_events(timestamptz) to liftbay_customer;
`;

export class Live1795500000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LIVE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
