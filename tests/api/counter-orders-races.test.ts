import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { doTo, euro, order, takenTo, tryTo, tryToOrder } from './counter-orders.fixtures';
import { eventsOf } from './customers.fixtures';
import { openJob, openPartsShop, type PartsShop, partsOf, send, untilQuiet } from './job-parts.fixtures';
import { refusalOf } from './scheduling.fixtures';
import { levelAt, type StockPlace, stocked } from './stock.fixtures';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

const graph = useGraph();
let place: PartsShop;
let client: Member['client'];
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ client } = place.manager);
});

const stock = (quantity: string) => stocked(client, place.store, quantity, { price: euro('10.00') });
const one = ({ partId }: StockPlace) => ({ partId, quantity: '1' });
const counted = (answers: readonly GraphAnswer<unknown>[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const told of answers.map((answer) => refusalOf(answer) ?? 'DONE'))
    counts[told] = (counts[told] ?? 0) + 1;
  return counts;
};
async function ordersOf(part: StockPlace): Promise<string[]> {
  const ids: string[] = [];
  for (const _ of FIFTY) ids.push((await order(client, [one(part)])).id);
  return ids;
}

it('the last one, wanted by fifty orders at once: one has it', async () => {
  const last = await stock('1');
  const ids = await ordersOf(last);
  const answers = await Promise.all(ids.map((id) => tryTo(client, 'process', id)));
  expect(counted(answers)).toEqual({ DONE: 1, 'CONFLICT INSUFFICIENT_STOCK': 49 });
  expect(await levelAt(client, last)).toMatchObject({ onHand: '1', reserved: '1', available: '0' });
});

it('the last one, wanted by orders beside jobs: one of them all has it', async () => {
  const last = await stock('1');
  const ids = (await ordersOf(last)).slice(0, 25);
  const jobs = await Promise.all(ids.map(() => openJob(place)));
  const [orders] = await Promise.all([
    Promise.all(ids.map((id) => tryTo(client, 'process', id))),
    Promise.all(jobs.map((jobCardId) => send(client, 'request', { jobCardId, lines: [one(last)] }))),
  ]);
  await untilQuiet(graph, place.shop);
  const served = (await Promise.all(jobs.map((job) => partsOf(client, job)))).flatMap((lines) =>
    lines!.filter(({ status }) => status === 'RESERVED'),
  );
  expect((counted(orders).DONE ?? 0) + served.length).toBe(1);
  expect(await levelAt(client, last)).toMatchObject({ onHand: '1', reserved: '1', available: '0' });
});

it('delivered beside called off: it is one of the two, and the stock says which', async () => {
  const part = await stock('50');
  const ready: string[] = [];
  for (const _ of FIFTY.slice(0, 10)) ready.push((await takenTo(client, 'READY', [one(part)])).id);
  const answers = await Promise.all(
    ready.flatMap((id) => FIFTY.slice(0, 5).map((n) => tryTo(client, n % 2 ? 'deliver' : 'cancel', id))),
  );
  const told = counted(answers);
  expect(Object.keys(told).sort()).toEqual(['DONE', 'INVALID_TRANSITION']);
  const rows = await graph.sql<{ status: string; count: number }>(
    'select status, count(*)::int as count from inventory.counter_order where id = any($1) group by status',
    [ready],
  );
  const delivered = rows.find(({ status }) => status === 'DELIVERED')?.count ?? 0;
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(10);
  expect(rows.every(({ status }) => status === 'DELIVERED' || status === 'CANCELLED')).toBe(true);
  expect(await levelAt(client, part)).toMatchObject({ onHand: String(50 - delivered), reserved: '0' });
});

it('handed over by fifty at once, it leaves once', async () => {
  const part = await stock('50');
  const { id } = await takenTo(client, 'READY', [one(part)]);
  const answers = await Promise.all(FIFTY.map(() => tryTo(client, 'deliver', id)));
  expect(counted(answers)).toEqual({ DONE: 50 });
  expect(await levelAt(client, part)).toMatchObject({ onHand: '49', reserved: '0' });
  expect((await eventsOf(graph, id)).filter((name) => name === 'CounterOrderDelivered')).toHaveLength(1);
});

it('processed by fifty at once, it is reserved once', async () => {
  const part = await stock('50');
  const { id } = await order(client, [one(part)]);
  await Promise.all(FIFTY.map(() => doTo(client, 'process', id)));
  expect(await levelAt(client, part)).toMatchObject({ onHand: '50', reserved: '1' });
});

it('one key, fifty times at once, is one order', async () => {
  const part = await stock('1');
  const input = { lines: [one(part)], idempotencyKey: 'fifty-at-once' };
  const answers = await Promise.all(FIFTY.map(() => tryToOrder(client, input)));
  const made = new Set(answers.flatMap(({ data }) => data?.order.id ?? []));
  expect(made.size).toBe(1);
  for (const answer of answers) expect([undefined, 'CONFLICT']).toContain(answer.code);
  const [row] = await graph.sql<{ count: number }>(
    'select count(*)::int as count from inventory.counter_order_line where part_id = $1',
    [part.partId],
  );
  expect(row!.count).toBe(1);
});

it('numbers are given without a gap, whoever comes at once', async () => {
  const part = await stock('1');
  await Promise.all(FIFTY.map(() => order(client, [one(part)])));
  const [row] = await graph.sql<{ count: number; last: number }>(
    `select count(*)::int as count, max(substr(number, 4)::int) as last from inventory.counter_order
     where organisation_id = $1`,
    [place.shop.id],
  );
  expect(row!.last).toBe(row!.count);
});
