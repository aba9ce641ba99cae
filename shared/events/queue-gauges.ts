import type { Pool } from 'pg';
import type { GaugeSource } from '../metrics/metrics';

const FROM_JOBS = `from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;

export function queueGauges(pool: Pool): GaugeSource[] {
  const byTask = async (where: string): Promise<Record<string, number>> => {
    const { rows } = await pool.query<{ task: string; many: number }>(
      `select t.identifier as task, (count(*) filter (where ${where}))::integer as many ${FROM_JOBS} group by 1`,
    );
    return Object.fromEntries(rows.map(({ task, many }) => [task, many]));
  };
  return [
    {
      name: 'jobs_due',
      help: 'Jobs that could run now and wait for a worker.',
      label: 'task',
      read: () => byTask('j.is_available and j.run_at <= now()'),
    },
    {
      name: 'jobs_dead',
      help: 'Jobs that failed as often as they may, and wait for a person.',
      label: 'task',
      read: () => byTask('j.attempts >= j.max_attempts and j.locked_at is null'),
    },
    {
      name: 'event_lag_seconds',
      help: 'For how long the oldest event has been waiting for one of its handlers.',
      async read() {
        const { rows } = await pool.query<{ lag: number }>(
          `select coalesce(extract(epoch from now() - min(j.created_at)), 0)::float8 as lag ${FROM_JOBS}
           where t.identifier = 'event' and j.attempts < j.max_attempts`,
        );
        return rows[0]!.lag;
      },
    },
  ];
}
