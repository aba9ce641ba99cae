import { Client } from 'pg';
import { cancel, openCard } from '../api/job-cards.fixtures';
import { openWorkshop, takeOn, type Workshop } from '../api/jobs.fixtures';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member } from '../harness/shop';
import { cursorOf, lastCursor, take, UPDATED, type Updated, useSockets } from './live.fixtures';

/** Nothing is missed and nothing comes twice, whenever one was away. */
const graph = useGraph();
const sockets = useSockets(graph);
let workshop: Workshop;
let advisor: Member;

beforeAll(async () => {
  workshop = await openWorkshop(graph);
  advisor = await workshop.shop.staff('ADVISOR');
});

test('what was missed comes first, in order, then what happens', async () => {
  const after = await cursorOf(advisor);
  const first = sockets.as(advisor).hear<Updated>(UPDATED, { after });
  const id = await takeOn(workshop);
  const [created] = await take(first, 1);
  first.leave();
  await cancel(workshop.manager.client, id);
  const again = sockets.as(advisor).hear<Updated>(UPDATED, { after: created!.cursor });
  expect((await take(again, 3)).map(({ type }) => type)).toEqual(['ASSIGNED', 'STARTED', 'CANCELLED']);
  const next = await openCard(advisor.client, workshop.visit.vehicleId);
  expect((await take(again, 1))[0]).toMatchObject({ type: 'CREATED', jobCard: { id: next.id } });
});

test('from any cursor on, the rest is the same', async () => {
  const after = await cursorOf(advisor);
  const made: string[] = [];
  for (let n = 0; n < 12; n += 1) made.push((await openCard(advisor.client, workshop.visit.vehicleId)).id);
  const socket = sockets.as(advisor);
  const all = await take(socket.hear<Updated>(UPDATED, { after }), 12);
  expect(all.map(({ jobCard }) => jobCard.id)).toEqual(made);
  for (const [index, { cursor }] of all.slice(0, -1).entries()) {
    const rest = await take(socket.hear<Updated>(UPDATED, { after: cursor }), 11 - index);
    expect(rest).toEqual(all.slice(index + 1));
  }
});

test('a writer that commits late is told in its place, and holds nobody’s event back for good', async () => {
  const after = await cursorOf(advisor);
  const heard = sockets.as(advisor).hear<Updated>(UPDATED, { after });
  const card = await openCard(advisor.client, workshop.visit.vehicleId);
  await take(heard, 1);
  const late = new Client({ connectionString: graph.databaseUrl });
  await late.connect();
  try {
    const event = {
      id: crypto.randomUUID(),
      name: 'JobCardUpdated',
      subjectType: 'JobCard',
      subjectId: card.id,
    };
    await late.query('begin');
    await late.query("select set_config('liftbay.organisation', $1, true)", [workshop.shop.id]);
    await late.query("select platform.settle('[]', '[]', $1)", [
      JSON.stringify([{ ...event, payload: {}, actor: {}, requestId: 'late' }]),
    ]);
    // Its position is taken, and it is not committed: whoever comes later waits for it.
    const later = openCard(advisor.client, workshop.visit.vehicleId);
    await waitsForALock(workshop.shop.id);
    await late.query('commit');
    const { id } = await later;
    expect((await take(heard, 2)).map(({ type, jobCard }) => [type, jobCard.id])).toEqual([
      ['CHANGED', card.id],
      ['CREATED', id],
    ]);
  } finally {
    await late.end();
  }
});

test('a cursor of what is no longer kept is told apart from one that is', async () => {
  const shop = await openWorkshop(graph);
  const member = await shop.shop.staff('ADVISOR');
  const old = await cursorOf(member);
  await openCard(member.client, shop.visit.vehicleId);
  await untilIdle(graph, shop.shop.id);
  const kept = await cursorOf(member);
  expect(kept).toBe(await lastCursor(graph, shop.shop));
  await graph.sql('begin');
  await graph.sql("select set_config('liftbay.organisation', $1, true)", [shop.shop.id]);
  await graph.sql("select platform.forget_events(now() + interval '1 minute')");
  await graph.sql('commit');
  const socket = sockets.as(member);
  const errors = await socket.hear(UPDATED, { after: old }).ended;
  expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_EXPIRED']);
  const heard = socket.hear<Updated>(UPDATED, { after: kept });
  const card = await openCard(member.client, shop.visit.vehicleId);
  expect((await take(heard, 1))[0]!.jobCard.id).toBe(card.id);
  // Of another log, which was longer.
  const ahead = await socket.hear(UPDATED, { after: Buffer.from('event:999999').toString('base64url') })
    .ended;
  expect(ahead!.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_EXPIRED']);
});

/** Until a statement of the organisation waits for another's transaction. */
async function waitsForALock(organisationId: string): Promise<void> {
  for (;;) {
    const waiting = await graph.sql(
      `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()
         and query like '%platform.settle%' and $1::uuid is not null`,
      [organisationId],
    );
    if (waiting.length) return;
  }
}
