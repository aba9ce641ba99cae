import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What accumulates and is of no use any more, in all organisations: through a door role, because no tenant is
 * set when the worker cleans up.
 */
const CLEAN_UP = `
create index inbox_age on platform.inbox (handled_at);

create function platform.clean_up() returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from platform.throttle where window_ends < now();
  delete from platform.idempotency_key where created_at < now() - interval '30 days';
  delete from platform.inbox where handled_at < now() - interval '90 days';
$$;
call platform.open_door('platform.idempotency_key', 'liftbay_platform_door', 'select, delete');
call platform.open_door('platform.inbox', 'liftbay_platform_door', 'select, delete');
grant select, delete on platform.throttle to liftbay_platform_door;
grant usage, create on schema platform to liftbay_platform_door;
alter function platform.clean_up() owner to liftbay_platform_door;
revoke create on schema platform from liftbay_platform_door;
revoke execute on function platform.clean_up() from public;
grant execute on function platform.clean_up() to liftbay_worker;
`;

/** To tell a handler of a newer program from one that was given up. */
const HANDLERS = 'grant select on platform.event_handler to liftbay_worker;';

export class Worker1763640000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CLEAN_UP, HANDLERS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
