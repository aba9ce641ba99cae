import type { Pool } from 'pg';
import type { Log } from '../log';

const BEAT_MS = 5_000;
const DEAD_AFTER = '20 seconds';

const BEAT = `insert into platform.worker_heartbeat (worker_id, seen_at) values ($1, now())
  on conflict (worker_id) do update set seen_at = excluded.seen_at`;

/**
 * Workers that were not heard of, and holders of jobs that nobody has ever heard of: one that died before its
 * first beat. Their locks would otherwise last for four hours.
 */
const FREE_JOBS_OF_THE_DEAD = `
with dead as (
  delete from platform.worker_heartbeat where seen_at < now() - interval '${DEAD_AFTER}' returning worker_id
), holders as (
  select worker_id from dead
  union
  select j.locked_by from graphile_worker._private_jobs j
  where j.locked_at < now() - interval '${DEAD_AFTER}'
    and not exists (select from platform.worker_heartbeat h where h.worker_id = j.locked_by)
)
select count(*)::integer as many, graphile_worker.force_unlock_workers(array_agg(worker_id)) from holders
having count(*) > 0`;

/** Says every few seconds that this worker lives, and gives the jobs of those that do not to the living. */
export class Heartbeat {
  private readonly timer: NodeJS.Timeout;
  private beating: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly log: Log,
    private readonly workerId: string,
  ) {
    this.timer = setInterval(() => this.beat(), BEAT_MS);
    this.beat();
  }

  /** After this nobody takes the worker for alive: what it still holds is free in a moment. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    await this.tried(() =>
      this.pool.query('delete from platform.worker_heartbeat where worker_id = $1', [this.workerId]),
    );
  }

  private beat(): void {
    this.beating = this.beating.then(() =>
      this.tried(async () => {
        await this.pool.query(BEAT, [this.workerId]);
        const { rows } = await this.pool.query<{ many: number }>(FREE_JOBS_OF_THE_DEAD);
        if (rows[0]) this.log.warn('jobs of dead workers were freed', { workers: rows[0].many });
      }),
    );
  }

  /** The database may be away for a while; the next beat finds it again. */
  private async tried(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.warn('heartbeat failed', { error: error instanceof Error ? error.message : String(error) });
    }
  }
}
