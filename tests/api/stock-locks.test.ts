import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import { holdRows } from '../harness/locks';
import type { Shop } from '../harness/shop';
import { adjust, createLocation, key, type StockPlace, stocked } from './stock.fixtures';
import { doTo, type Move, request, tryTo } from './stock-transfers.fixtures';

/**
 * Who changes stock locks the record that it is for, then the levels by part and place, and nothing after that: nobody
 * can wait for somebody who waits for them.
 */
const graph = useGraph({ own: true });
let shop: Shop;
let warehouse: string;
let van: string;

beforeAll(async () => {
  shop = await graph.shop();
  warehouse = await createLocation(shop.admin.client);
  van = await createLocation(shop.admin.client, { kind: 'VAN', serviceCentreId: shop.centres[0] });
});

const LEVEL = 'select from inventory.stock_level where part_id = $1 and location_id = $2';
const isLocked = async (text: string, values: unknown[]): Promise<boolean> =>
  graph.sql(`${text} for update nowait`, values).then(
    () => false,
    (error: { code?: string }) => {
      if (error.code !== '55P03') throw error;
      return true;
    },
  );
const isHeld = ({ partId, locationId }: StockPlace) => isLocked(LEVEL, [partId, locationId]);

/** Two parts in the warehouse and in the van, in the order of their locks, and a transfer that names them the other way round. */
async function underWay(...moves: Move[]) {
  const { client } = shop.admin;
  const places = [await stocked(client, warehouse, '10'), await stocked(client, warehouse, '10')];
  places.sort((a, b) => (a.partId < b.partId ? -1 : 1));
  for (const { partId } of places) await adjust(client, { partId, locationId: van }, '1');
  const lines = [...places].reverse().map(({ partId }) => ({ partId, quantity: '2' }));
  const { id } = await request(client, warehouse, van, lines);
  for (const move of moves) await doTo(client, move, id);
  return { id, parts: places.map(({ partId }) => partId) };
}

const TRANSFER = 'select from inventory.stock_transfer where id = $1';
const STEPS: readonly [Move, Move[], 'source' | 'destination'][] = [
  ['approve', [], 'source'],
  ['ship', ['approve'], 'source'],
  ['cancel', ['approve'], 'source'],
  ['receive', ['approve', 'ship'], 'destination'],
];

describe.each(STEPS)('%s of a transfer', (move, before, end) => {
  const placesOf = (parts: string[]) =>
    parts.map((partId) => ({ partId, locationId: end === 'source' ? warehouse : van }));

  it('locks the transfer first, then one level after the other in their order', async () => {
    const { id, parts } = await underWay(...before);
    const [first, second] = placesOf(parts) as [StockPlace, StockPlace];
    const held = await holdRows(graph, `${LEVEL} for update`, [first.partId, first.locationId]);
    const sent = tryTo(shop.admin.client, move, id);
    expect(await held.untilWaiting([sent])).toBe(1);
    expect([await isLocked(TRANSFER, [id]), await isHeld(second)]).toEqual([true, false]);
    await held.letGo();
    expect((await sent).code).toBeUndefined();
  });

  it('holds no level while it waits for the transfer', async () => {
    const { id, parts } = await underWay(...before);
    const held = await holdRows(graph, `${TRANSFER} for update`, [id]);
    const sent = tryTo(shop.admin.client, move, id);
    expect(await held.untilWaiting([sent])).toBe(1);
    for (const place of placesOf(parts)) expect(await isHeld(place)).toBe(false);
    await held.letGo();
    expect((await sent).code).toBeUndefined();
  });
});

describe('posting a stocktake', () => {
  const POST = 'mutation ($id: ID!) { postStocktake(id: $id) { id } }';

  async function counted() {
    const { client } = shop.admin;
    const locationId = await createLocation(client, { kind: 'VAN', serviceCentreId: shop.centres[0] });
    const places = [await stocked(client, locationId, '10'), await stocked(client, locationId, '10')];
    places.sort((a, b) => (a.partId < b.partId ? -1 : 1));
    const { started } = await client.ask<{ started: { id: string } }>(
      'mutation ($input: StartStocktakeInput!) { started: startStocktake(input: $input) { id } }',
      { input: { locationId } },
    );
    const counts = [...places].reverse().map(({ partId }) => ({ partId, quantity: '9' }));
    await client.ask(
      'mutation ($input: RecordStocktakeCountInput!) { recordStocktakeCount(input: $input) { id } }',
      {
        input: { stocktakeId: started.id, counts, idempotencyKey: key() },
      },
    );
    return { id: started.id, places: places as [StockPlace, StockPlace] };
  }

  it('locks the stocktake first, then one level after the other in their order', async () => {
    const { id, places } = await counted();
    const held = await holdRows(graph, `${LEVEL} for update`, [places[0].partId, places[0].locationId]);
    const sent = shop.admin.client.send(POST, { id });
    expect(await held.untilWaiting([sent])).toBe(1);
    const isTaken = await isLocked('select from inventory.stocktake where id = $1', [id]);
    expect([isTaken, await isHeld(places[1])]).toEqual([true, false]);
    await held.letGo();
    expect((await sent).code).toBeUndefined();
  });
});

it('a part that changes is locked before its levels', async () => {
  const place = await stocked(shop.admin.client, warehouse, '1');
  const held = await holdRows(graph, `${LEVEL} for update`, [place.partId, place.locationId]);
  const sent = shop.admin.client.send(
    'mutation ($id: ID!) { updatePart(id: $id, input: { reorderPoint: "3" }) { id } }',
    { id: place.partId },
  );
  expect(await held.untilWaiting([sent])).toBe(1);
  expect(await isLocked('select from inventory.part where id = $1', [place.partId])).toBe(true);
  await held.letGo();
  expect((await sent).code).toBeUndefined();
});

const MAKE_LEVEL = `
  insert into inventory.stock_level (organisation_id, id, version, created_at, updated_at, part_id, location_id, part_sku,
    part_category, on_hand, reserved, low, movements, reservations)
  select organisation_id, gen_random_uuid(), 1, now(), now(), id, $2, sku, category, 0, 0, false, 0, 0
  from inventory.part where id = $1`;

it('levels that are missing are made in the same order, before any is locked', async () => {
  const { client } = shop.admin;
  const { id, parts } = await underWay('approve');
  const destination = await createLocation(client, { kind: 'VAN', serviceCentreId: shop.centres[0] });
  await graph.sql('update inventory.stock_transfer set to_location_id = $2 where id = $1', [id, destination]);
  await doTo(client, 'ship', id);
  const [first, second] = parts as [string, string];
  const held = await holdRows(graph, MAKE_LEVEL, [first, destination]);
  const sent = tryTo(client, 'receive', id);
  expect(await held.untilWaiting([sent])).toBe(1);
  await graph.sql('begin');
  await graph.sql("set local lock_timeout = '500ms'");
  const isMade = await graph.sql(MAKE_LEVEL, [second, destination]).then(
    () => false,
    (error: { code?: string }) => error.code === '55P03',
  );
  await graph.sql('rollback');
  expect(isMade).toBe(false);
  await held.letGo();
  expect((await sent).code).toBeUndefined();
});

it('fifty who bring the same new parts to the same place, each in another order, all bring them', async () => {
  const { client } = shop.admin;
  const parts: string[] = [];
  for (let n = 0; n < 6; n += 1) parts.push((await stocked(client, warehouse, '100')).partId);
  const destination = await createLocation(client, { kind: 'VAN', serviceCentreId: shop.centres[0] });
  const ids: string[] = [];
  for (let n = 0; n < 50; n += 1) {
    const order = [...parts.slice(n % parts.length), ...parts.slice(0, n % parts.length)];
    const lines = (n % 2 ? order : [...order].reverse()).map((partId) => ({ partId, quantity: '1' }));
    ids.push((await request(client, warehouse, destination, lines)).id);
  }
  const all = async (move: Move): Promise<(string | undefined)[]> => {
    const answers: GraphAnswer<unknown>[] = await Promise.all(ids.map((id) => tryTo(client, move, id)));
    return [...new Set(answers.map(({ code }) => code))];
  };
  for (const move of ['approve', 'ship', 'receive'] as const)
    expect([move, await all(move)]).toEqual([move, [undefined]]);
  const [stored] = await graph.sql<{ levels: string; pieces: string }>(
    'select count(*) as levels, sum(on_hand) as pieces from inventory.stock_level where location_id = $1',
    [destination],
  );
  expect([Number(stored!.levels), Number(stored!.pieces)]).toEqual([6, 300]);
});
