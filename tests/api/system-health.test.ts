import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { soon } from './identity.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

interface Part {
  status: string;
}
interface Health {
  status: string;
  checkedAt: string;
  version: string;
  database: Part & { latencyMs: number; replicaLagSeconds: number | null };
  queue: Part & {
    workerSeenAt: string;
    due: number;
    oldestDueAt: string | null;
    later: number;
    givenUp: number;
  };
  events: Part & { waiting: number; lagSeconds: number };
  redis: Part & { latencyMs: number | null };
  storage: Part & { latencyMs: number };
  outboxes: (Part & {
    channel: string;
    queued: number;
    oldestQueuedAt: string | null;
    sent: number;
    failed: number;
    kept: number;
  })[];
}
const HEALTH = `{ systemHealth { status checkedAt version
  database { status latencyMs replicaLagSeconds }
  queue { status workerSeenAt due oldestDueAt later givenUp }
  events { status waiting lagSeconds } redis { status latencyMs } storage { status latencyMs }
  outboxes { channel status queued oldestQueuedAt sent failed kept } } }`;
const health = async (client = shop.admin.client) =>
  (await client.ask<{ systemHealth: Health }>(HEALTH)).systemHealth;

/** A job of a task that nobody here runs, or of one that is to run much later. */
async function addJob(organisationId: string, runAt: string, more = '', task = 'nobody-does-this') {
  const [job] = await graph.sql<{ id: string }>(
    'select id::text as id from graphile_worker.add_job($1, $2::json, run_at := $3::timestamptz)',
    [task, JSON.stringify({ organisationId }), runAt],
  );
  await graph.sql(
    `update graphile_worker._private_jobs set created_at = now() - interval '20 minutes' ${more} where id = $1`,
    [job!.id],
  );
}

test('all is well, and says so', async () => {
  await soon('OK', async () => (await health()).events.status);
  const told = await health();
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  expect(told).toMatchObject({ status: 'OK', version });
  expect(told.checkedAt).toMatch(/Z$/);
  expect(Math.abs(Date.parse(told.checkedAt) - Date.now())).toBeLessThan(10_000);
  expect(told.database).toEqual({ status: 'OK', latencyMs: expect.any(Number), replicaLagSeconds: null });
  expect(told.storage).toEqual({ status: 'OK', latencyMs: expect.any(Number) });
  expect(told.redis.status).toMatch(/^(OK|NOT_USED)$/);
  expect(told.redis.latencyMs === null).toBe(told.redis.status === 'NOT_USED');
  expect(Math.abs(Date.parse(told.queue.workerSeenAt) - Date.now())).toBeLessThan(30_000);
  expect(told.outboxes.map(({ channel }) => channel)).toEqual(['EMAIL', 'SMS', 'WHATSAPP']);
});

test('jobs that are late, given up or for later are counted, and of this organisation alone', async () => {
  const stranger = await graph.shop();
  const before = (await health()).queue;
  const at = '2026-01-02T03:04:05.000Z';
  await addJob(shop.id, at);
  await addJob(shop.id, at, ', attempts = max_attempts');
  await addJob(shop.id, '2099-01-01T00:00:00.000Z');
  expect((await health()).queue).toEqual({
    ...before,
    status: 'DEGRADED',
    workerSeenAt: expect.any(String),
    due: before.due + 1,
    oldestDueAt: at,
    later: before.later + 1,
    givenUp: 1,
  });
  expect((await health()).status).toBe('DEGRADED');
  const { queue } = await health(stranger.admin.client);
  expect(queue).toMatchObject({ givenUp: 0, status: 'OK' });
  expect(queue.oldestDueAt).not.toBe(at);
});

test('what nobody has heard of yet is the lag of events', async () => {
  await addJob(shop.id, '2099-01-01T00:00:00.000Z', '', 'event');
  const { events, status } = await health();
  expect(events.status).toBe('DEGRADED');
  expect(events.waiting).toBeGreaterThanOrEqual(1);
  expect(events.lagSeconds).toBeGreaterThanOrEqual(20 * 60);
  expect(events.lagSeconds).toBeLessThan(20.5 * 60);
  expect(status).toBe('DEGRADED');
});

test('messages that wait, failed or were kept, by channel', async () => {
  const add = (channel: string, state: string, minutes: number) =>
    graph.sql(
      `insert into customer.message (organisation_id, id, version, created_at, updated_at, channel, template, basis,
         confidential, recipient, subject, body, state, attempts)
       values ($1, gen_random_uuid(), 1, now() - make_interval(mins => $4), now(), $2, 'test', 'CONTRACT', false, '', null,
         '', $3, 0)`,
      [shop.id, channel, state, minutes],
    );
  await add('EMAIL', 'QUEUED', 10);
  const [oldest] = await graph.sql<{ at: Date }>(
    `select created_at as at from customer.message where organisation_id = $1 and state = 'QUEUED'`,
    [shop.id],
  );
  await add('EMAIL', 'FAILED', 3);
  await add('EMAIL', 'FAILED', 3 * 24 * 60);
  await add('SMS', 'KEPT', 5);
  const { outboxes } = await health();
  const [email, sms, whatsapp] = outboxes;
  expect(email).toMatchObject({ status: 'DEGRADED', queued: 1, sent: 0, failed: 1, kept: 0 });
  expect(email!.oldestQueuedAt).toBe(oldest!.at.toISOString());
  expect(sms).toMatchObject({ status: 'NOT_USED', queued: 0, oldestQueuedAt: null, kept: 1 });
  expect(whatsapp).toMatchObject({ status: 'OK', queued: 0, sent: 0, failed: 0, kept: 0 });
  const stranger = await graph.shop();
  for (const each of (await health(stranger.admin.client)).outboxes)
    expect(each).toMatchObject({ queued: 0, failed: 0, kept: 0 });
});

test('it is for administrators', async () => {
  for (const role of ['MANAGER', 'ACCOUNTANT']) {
    const { code, data } = await (await shop.staff(role)).client.send(HEALTH);
    expect([code, data]).toEqual(['FORBIDDEN', null]);
  }
});
