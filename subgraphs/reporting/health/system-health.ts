import { sql } from '../../../shared/database/sql';
import type { Context } from '../../../shared/subgraph/context';
import { VERSION } from '../../../shared/version';
import {
  type DatabaseHealth,
  type EventHealth,
  HealthStatus,
  type OutboxHealth,
  type QueueHealth,
  type ServiceHealth,
  type SystemHealth,
} from './health.type';
import { inTime } from './in-time';

const { OK, DEGRADED, DOWN, NOT_USED } = HealthStatus;
const WORST_FIRST = [DOWN, DEGRADED, OK];

/** A worker is heard of every five seconds. */
const WORKER_SILENT_MS = 30_000;
const LATE_MS = 5 * 60_000;
const REPLICA_BEHIND_SECONDS = 60;
const CHANNELS = ['EMAIL', 'SMS', 'WHATSAPP'];

export async function systemHealth(context: Context): Promise<SystemHealth> {
  const [database, { queue, events }, redis, storage, outboxes] = await Promise.all([
    databaseHealth(context),
    queueHealth(context),
    serviceHealth(context.kernel.topics.reachable()),
    storageHealth(context),
    outboxHealth(context),
  ]);
  const all = [database, queue, events, redis, storage, ...outboxes].map(({ status }) => status);
  return {
    status: WORST_FIRST.find((status) => all.includes(status)) ?? OK,
    checkedAt: context.kernel.clock.now(),
    version: VERSION,
    database,
    queue,
    events,
    redis,
    storage,
    outboxes,
  };
}

/** What answers late is no better off than what does not answer. */
async function serviceHealth(answer: Promise<boolean> | null): Promise<ServiceHealth> {
  if (!answer) return { status: NOT_USED, latencyMs: null };
  const latencyMs = await inTime(answer);
  return { status: latencyMs === null ? DOWN : OK, latencyMs };
}

/** A file that nobody has: a storage that works says so. */
const storageHealth = ({ kernel, identity }: Context): Promise<ServiceHealth> =>
  serviceHealth(kernel.storage.stat(`${identity.organisationId}/health/none`).then(() => true));

async function databaseHealth(context: Context): Promise<DatabaseHealth> {
  const asked = context.reader.query<{ lag: number | null }>(sql`
    select case when pg_is_in_recovery()
      then extract(epoch from now() - pg_last_xact_replay_timestamp())::float8 end as lag`);
  const health = await serviceHealth(asked.then(() => true));
  const [{ lag } = { lag: null }] = health.status === OK ? await asked : [];
  const isBehind = lag !== null && lag > REPLICA_BEHIND_SECONDS;
  return { ...health, status: isBehind ? DEGRADED : health.status, replicaLagSeconds: lag };
}

interface QueueRow {
  workerSeenAt: Date | null;
  due: number;
  oldestDueAt: Date | null;
  later: number;
  givenUp: number;
  waiting: number;
  oldestEventAt: Date | null;
}

/** On the primary, where jobs are: a copy may lag behind. */
async function queueHealth(context: Context): Promise<{ queue: QueueHealth; events: EventHealth }> {
  const [row] = await context.transaction((tx) =>
    tx.query<QueueRow>(sql`
      select worker_seen_at as "workerSeenAt", due, oldest_due_at as "oldestDueAt", later, given_up as "givenUp",
        events_waiting as waiting, oldest_event_at as "oldestEventAt" from platform.queue_health()`),
  );
  const { waiting, oldestEventAt, ...queue } = row!;
  const lagMs = oldestEventAt ? Math.max(age(context, oldestEventAt), 0) : 0;
  const isSilent = !queue.workerSeenAt || age(context, queue.workerSeenAt) > WORKER_SILENT_MS;
  const isLate = queue.givenUp > 0 || isOld(context, queue.oldestDueAt);
  return {
    queue: { ...queue, status: isSilent ? DOWN : isLate ? DEGRADED : OK },
    events: { status: lagMs > LATE_MS ? DEGRADED : OK, waiting, lagSeconds: lagMs / 1000 },
  };
}

async function outboxHealth(context: Context): Promise<OutboxHealth[]> {
  const rows = await context.reader.query<Omit<OutboxHealth, 'status'>>(sql`
    select m.channel, count(*) filter (where m.state = 'QUEUED') as queued,
      min(m.created_at) filter (where m.state = 'QUEUED') as "oldestQueuedAt",
      count(*) filter (where m.state in ('SENT', 'DELIVERED')) as sent,
      count(*) filter (where m.state = 'FAILED') as failed, count(*) filter (where m.state = 'KEPT') as kept
    from customer.report_message m
    where m.state = 'QUEUED' or m.created_at > now() - interval '24 hours' group by m.channel`);
  return CHANNELS.map((channel) => {
    const row = rows.find((each) => each.channel === channel) ?? { ...NO_MESSAGES, channel };
    return { ...row, status: statusOf(context, row) };
  });
}

const NO_MESSAGES = { queued: 0, oldestQueuedAt: null, sent: 0, failed: 0, kept: 0 };

function statusOf(context: Context, row: Omit<OutboxHealth, 'status'>): HealthStatus {
  if (isOld(context, row.oldestQueuedAt) || row.failed > row.sent) return DEGRADED;
  return row.kept > 0 && row.sent === 0 ? NOT_USED : OK;
}

const age = ({ kernel }: Context, since: Date): number => kernel.clock.now().getTime() - since.getTime();

const isOld = (context: Context, since: Date | null): boolean =>
  since !== null && age(context, since) > LATE_MS;
