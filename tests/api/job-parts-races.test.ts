import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import { holdRows } from '../harness/locks';
import type { Member } from '../harness/shop';
import {
  type Line,
  levelOf,
  openJob,
  openPartsShop,
  type PartsShop,
  partsOf,
  run,
  send,
  untilQuiet,
  type Verb,
} from './job-parts.fixtures';
import { refusalOf } from './scheduling.fixtures';
import { adjust, type StockPlace, stocked } from './stock.fixtures';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

const graph = useGraph();
let place: PartsShop;
let manager: Member;
let jobs: string[];
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ manager } = place);
  jobs = await Promise.all(FIFTY.map(() => openJob(place)));
});

const stock = (quantity: string) => stocked(manager.client, place.store, quantity);

const counted = (all: readonly (string | undefined)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const each of all) counts[each ?? 'DONE'] = (counts[each ?? 'DONE'] ?? 0) + 1;
  return counts;
};

const ask = (verb: Verb, jobCardId: string, line: object) =>
  send(manager.client, verb, { jobCardId, lines: [line] });

const linesOf = (answers: GraphAnswer<{ lines: Line[] } | null>[]): Line[] =>
  answers.map(({ data, errors }) => {
    expect(errors).toEqual([]);
    return data!.lines[0]!;
  });

const holdLevel = ({ partId, locationId }: StockPlace) =>
  holdRows(graph, 'select from inventory.stock_level where part_id = $1 and location_id = $2 for update', [
    partId,
    locationId,
  ]);

/** All of them stand before the lock of the level when it is let go: none had a head start. */
async function atOnce<T>(part: StockPlace, send: () => Promise<T>[]): Promise<T[]> {
  const held = await holdLevel(part);
  const sent = send();
  // As many as the program has connections for; the others queue behind those.
  await held.untilWaiting(sent.slice(0, 4));
  await held.letGo();
  return Promise.all(sent);
}

async function expectAtRest({ partId, locationId }: StockPlace): Promise<void> {
  await untilQuiet(graph, place.shop);
  const [row] = await graph.sql<Record<string, number>>(
    `select l.on_hand::float as "onHand", l.reserved::float as reserved,
       (select coalesce(sum(m.quantity), 0)::float from inventory.stock_movement m
        where m.part_id = l.part_id and m.location_id = l.location_id) as moved,
       (select coalesce(sum(r.quantity), 0)::float from inventory.stock_reservation r
        where r.part_id = l.part_id and r.location_id = l.location_id) as held,
       (select coalesce(sum(p.quantity - p.issued - p.cancelled - p.missing), 0)::float from inventory.job_part p
        where p.part_id = l.part_id and p.location_id = l.location_id) as lines,
       (select coalesce(sum(p.missing), 0)::float from inventory.job_part p
        where p.part_id = l.part_id and p.location_id = l.location_id) as missing
     from inventory.stock_level l where l.part_id = $1 and l.location_id = $2`,
    [partId, locationId],
  );
  const { onHand, reserved, moved, held, lines, missing } = row!;
  expect(onHand).toBe(moved);
  expect([held, lines]).toEqual([reserved, reserved]);
  if (missing! > 0) expect(onHand).toBe(reserved);
}

it('the last one, wanted by fifty jobs: one has it, 49 wait', async () => {
  const last = await stock('1');
  const answers = await atOnce(last, () =>
    jobs.map((job) => ask('request', job, { partId: last.partId, quantity: '1' })),
  );
  expect(counted(linesOf(answers).map(({ status }) => status))).toEqual({ RESERVED: 1, WAITING: 49 });
  await expectAtRest(last);
});

it('what fifty jobs wait for goes to the oldest, however many bring it at once', async () => {
  const part = await stock('1');
  await run(manager.client, 'request', jobs[0]!, { partId: part.partId, quantity: '1' });
  const waiting: Line[] = [];
  for (const job of jobs)
    waiting.push(await run(manager.client, 'request', job, { partId: part.partId, quantity: '1' }));
  await atOnce(part, () => FIFTY.slice(0, 20).map(() => adjust(manager.client, part, '1')));
  const served = await graph.sql<{ id: string }>(
    `select id from inventory.job_part where part_id = $1 and status = 'RESERVED' order by created_at`,
    [part.partId],
  );
  expect(served.slice(1).map(({ id }) => id)).toEqual(waiting.slice(0, 20).map(({ id }) => id));
  await expectAtRest(part);
});

it('fifty issues of one line: as many as it holds, and no more', async () => {
  const part = await stock('20');
  const [job] = jobs as [string];
  const { id } = await run(manager.client, 'request', job, { partId: part.partId, quantity: '9' });
  const answers = await atOnce(part, () => FIFTY.map(() => ask('issue', job, { id, quantity: '1' })));
  expect(counted(answers.map(refusalOf))).toEqual({ DONE: 9, 'CONFLICT NOT_RESERVED': 41 });
  expect(await levelOf(graph, part.partId, part.locationId)).toEqual({
    onHand: 11,
    reserved: 0,
    available: 11,
  });
  await expectAtRest(part);
});

it('fifty returns of what was issued: all of it once', async () => {
  const part = await stock('9');
  const [job] = jobs as [string];
  const { id } = await run(manager.client, 'request', job, { partId: part.partId, quantity: '9' });
  await run(manager.client, 'issue', job, { id });
  const answers = await atOnce(part, () => FIFTY.map(() => ask('return', job, { id, quantity: '1' })));
  expect(counted(answers.map(refusalOf))).toEqual({ DONE: 9, 'CONFLICT NOT_ISSUED': 41 });
  await expectAtRest(part);
});

it('cancelled beside being issued: each piece is one or the other', async () => {
  const part = await stock('25');
  const [job] = jobs as [string];
  const { id } = await run(manager.client, 'request', job, { partId: part.partId, quantity: '25' });
  const answers = await atOnce(part, () =>
    FIFTY.map((n) => ask(n % 2 ? 'issue' : 'cancel', job, { id, quantity: '1' })),
  );
  expect(counted(answers.map(({ code }) => code)).DONE).toBe(25);
  const line = (await partsOf(manager.client, job))!.find((each) => each.id === id)!;
  expect(Number(line.issued) + Number(line.cancelled)).toBe(25);
  expect((await levelOf(graph, part.partId, part.locationId)).onHand).toBe(25 - Number(line.issued));
  await expectAtRest(part);
});

it('goods that come beside requests for them: nobody waits for what is there', async () => {
  const part = await stock('1');
  const answers = await atOnce(part, () => [
    ...jobs.slice(0, 25).map((job) => ask('request', job, { partId: part.partId, quantity: '2' })),
    ...FIFTY.slice(0, 25).map(() => adjust(manager.client, part, '1').then(() => null)),
  ]);
  expect(answers).toHaveLength(50);
  await expectAtRest(part);
  expect(await levelOf(graph, part.partId, part.locationId)).toEqual({
    onHand: 26,
    reserved: 26,
    available: 0,
  });
});

it('who begins to wait while goods are already being taken in gets them all the same', async () => {
  const part = await stock('1');
  const [first, second] = jobs as [string, string];
  await run(manager.client, 'request', first, { partId: part.partId, quantity: '1' });
  await untilQuiet(graph, place.shop);
  const held = await holdLevel(part);
  const asked = ask('request', second, { partId: part.partId, quantity: '1' });
  await held.untilWaiting([asked]);
  // This has looked for those who wait, and found none, before the other begins to.
  const brought = adjust(manager.client, part, '1');
  await held.untilWaiting([asked, brought]);
  await held.letGo();
  expect(linesOf([await asked])).toMatchObject([{ status: 'WAITING' }]);
  await brought;
  await expectAtRest(part);
});

it('jobs that give each other what they wait for, over and over, wait in no circle', async () => {
  const [a, b] = [await stock('10'), await stock('10')];
  const lines = await Promise.all(
    jobs.slice(0, 20).flatMap((job, n) => {
      const [first, second] = n % 2 ? [a, b] : [b, a];
      return [first, second].map(async ({ partId }) => ({
        job,
        line: await run(manager.client, 'request', job, { partId, quantity: '1' }),
      }));
    }),
  );
  const answers = await Promise.all(
    lines.map(({ job, line }) => ask('cancel', job, { id: line.id, quantity: '1' })),
  );
  expect(counted(answers.map(refusalOf))).toEqual({ DONE: 40 });
  await expectAtRest(a);
  await expectAtRest(b);
});
