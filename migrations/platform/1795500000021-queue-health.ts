import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the work of one organisation gets on: its jobs are told apart by their payload. Of the others nothing is told but
 * that a worker lives.
 */
const QUEUE_HEALTH = `
create function platform.queue_health() returns table (worker_seen_at timestamptz, due bigint, oldest_due_at timestamptz,
  later bigint, given_up bigint, events_waiting bigint, oldest_event_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (select max(h.seen_at) from platform.worker_heartbeat h),
    count(*) filter (where alive and run_at <= now()), min(run_at) filter (where alive and run_at <= now()),
    count(*) filter (where alive and run_at > now()), count(*) filter (where not alive),
    count(*) filter (where alive and task = 'event'), min(created_at) filter (where alive and task = 'event')
  from (select j.run_at, j.created_at, t.identifier as task, j.attempts < j.max_attempts as alive
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload->>'organisationId' = current_setting('liftbay.organisation', true)) own;
$$;
call platform.open_door('graphile_worker._private_jobs', 'liftbay_platform_door', 'select');
call platform.open_door('graphile_worker._private_tasks', 'liftbay_platform_door', 'select');
grant select on platform.worker_heartbeat to liftbay_platform_door;
grant usage on schema graphile_worker to liftbay_platform_door;
grant usage, create on schema platform to liftbay_platform_door;
alter function platform.queue_health() owner to liftbay_platform_door;
revoke create on schema platform from liftbay_platform_door;
revoke execute on function platform.queue_health() from public;
grant execute on function platform.queue_health() to liftbay_reporting;
`;

export class QueueHealth1795500000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUEUE_HEALTH);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
