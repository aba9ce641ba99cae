import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { eventsOf } from './customers.fixtures';
import { createPart } from './parts.fixtures';
import { refusalOf } from './scheduling.fixtures';
import {
  adjust,
  createLocation,
  holdFor,
  key,
  levelAt,
  type StockPlace,
  stocked,
  storeOf,
  storeroomOf,
} from './stock.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let technician: Member;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  technician = await shop.staff('TECHNICIAN');
});

const van = () => createLocation(manager.client, { kind: 'VAN', name: 'Van to count' });

const LINE = `expected counted countedAt onHandAtCount difference part { id } countedBy { id }
  movement { kind quantity referenceType } cutReservations { referenceType referenceId quantity left }`;
const STOCKTAKE = `id version number status category note closedAt location { id } startedBy { id } closedBy { id }
  lines(first: 100) { totalCount nodes { ${LINE} } }`;
const START = `mutation ($input: StartStocktakeInput!) { stocktake: startStocktake(input: $input) { ${STOCKTAKE} } }`;
const COUNT = `mutation ($input: RecordStocktakeCountInput!) { stocktake: recordStocktakeCount(input: $input) { ${STOCKTAKE} } }`;
const POST = `mutation ($id: ID!) { stocktake: postStocktake(id: $id) { ${STOCKTAKE} } }`;
const CANCEL = `mutation ($id: ID!) { stocktake: cancelStocktake(id: $id) { ${STOCKTAKE} } }`;

interface Stocktake {
  id: string;
  number: string;
  status: string;
  category: string | null;
  lines: { totalCount: number; nodes: Record<string, unknown>[] };
}
type Answer = { stocktake: Stocktake };

const start = async (locationId: string, input: object = {}): Promise<Stocktake> =>
  (await manager.client.ask<Answer>(START, { input: { locationId, ...input } })).stocktake;
const tryToCount = (
  member: Member,
  stocktakeId: string,
  counts: Record<string, string>,
  idempotencyKey = key(),
): Promise<GraphAnswer<Answer>> =>
  member.client.send<Answer>(COUNT, {
    input: {
      stocktakeId,
      counts: Object.entries(counts).map(([partId, quantity]) => ({ partId, quantity })),
      idempotencyKey,
    },
  });
async function count(
  stocktakeId: string,
  counts: Record<string, string>,
  idempotencyKey = key(),
): Promise<Stocktake> {
  const { data, errors } = await tryToCount(technician, stocktakeId, counts, idempotencyKey);
  expect(errors).toEqual([]);
  return data.stocktake;
}
const post = async (id: string): Promise<Stocktake> =>
  (await manager.client.ask<Answer>(POST, { id })).stocktake;
const onHand = async (place: StockPlace) => (await levelAt(manager.client, place))?.onHand;

it('writes down what the ledger has, takes counts from technicians, and puts right what differs', async () => {
  const there = await van();
  const [less, same, uncounted] = [
    await stocked(manager.client, there, '10', { sku: 'CNT-A' }),
    await stocked(manager.client, there, '5', { sku: 'CNT-B' }),
    await stocked(manager.client, there, '3', { sku: 'CNT-C' }),
  ];
  const empty = await stocked(manager.client, there, '1', { sku: 'CNT-D' });
  await adjust(manager.client, empty, '-1');
  const started = await start(there, { note: ' Year’s end ' });
  expect(started).toMatchObject({
    number: expect.stringMatching(/^ST-\d{6}$/),
    status: 'COUNTING',
    category: null,
    note: 'Year’s end',
    closedAt: null,
    location: { id: there },
    startedBy: { id: manager.id },
    closedBy: null,
    lines: { totalCount: 3 },
  });
  expect(started.lines.nodes).toEqual(
    [less, same, uncounted].map(({ partId }, index) => ({
      expected: ['10', '5', '3'][index],
      counted: null,
      countedAt: null,
      onHandAtCount: null,
      difference: null,
      part: { id: partId },
      countedBy: null,
      movement: null,
      cutReservations: [],
    })),
  );
  const { lines } = await count(started.id, { [less.partId]: '8', [same.partId]: '5', [empty.partId]: '2' });
  expect(lines.nodes).toMatchObject([
    { expected: '10', counted: '8', onHandAtCount: '10', difference: '-2', countedBy: { id: technician.id } },
    { counted: '5', difference: '0', countedAt: expect.any(String) },
    { counted: null },
    { expected: '0', counted: '2', onHandAtCount: '0', difference: '2' },
  ]);
  expect(await onHand(less)).toBe('10');
  const posted = await post(started.id);
  expect(posted).toMatchObject({
    status: 'POSTED',
    closedAt: expect.any(String),
    closedBy: { id: manager.id },
  });
  expect(posted.lines.nodes.map(({ movement }) => movement)).toEqual([
    { kind: 'COUNT', quantity: '-2', referenceType: 'STOCKTAKE' },
    null,
    null,
    { kind: 'COUNT', quantity: '2', referenceType: 'STOCKTAKE' },
  ]);
  expect(await Promise.all([less, same, uncounted, empty].map(onHand))).toEqual(['8', '5', '3', '2']);
  const chosen = await manager.client.ask<{ stocktake: Record<string, { nodes: object[] }> }>(
    `query ($id: ID!) { stocktake(id: $id) {
      all: lines { nodes { part { sku } } } counted: lines(which: COUNTED) { nodes { part { sku } } }
      rest: lines(which: UNCOUNTED) { nodes { part { sku } } } wrong: lines(which: DIFFERING) { nodes { part { sku } } } } }`,
    { id: started.id },
  );
  const skus = Object.fromEntries(
    Object.entries(chosen.stocktake).map(([name, { nodes }]) => [
      name,
      (nodes as { part: { sku: string } }[]).map(({ part }) => part.sku.slice(-1)).join(''),
    ]),
  );
  expect(skus).toEqual({ all: 'ABCD', counted: 'ABD', rest: 'C', wrong: 'AD' });
  expect(await eventsOf(graph, started.id)).toEqual(['StocktakeStarted', 'StocktakePosted']);
});

it('leaves alone what moved after it was counted, and counts again what was put right by hand', async () => {
  const there = await van();
  const [moved, touched] = [
    await stocked(manager.client, there, '10'),
    await stocked(manager.client, there, '10'),
  ];
  const { id } = await start(there);
  await count(id, { [moved.partId]: '9', [touched.partId]: '9' });
  const store = await storeOf(shop);
  const { transfer } = await manager.client.ask<{ transfer: { id: string } }>(
    'mutation ($input: RequestTransferInput!) { transfer: requestTransfer(input: $input) { id } }',
    {
      input: { fromLocationId: there, toLocationId: store, lines: [{ partId: moved.partId, quantity: '4' }] },
    },
  );
  await manager.client.ask('mutation ($id: ID!) { approveTransfer(id: $id) { id } }', { id: transfer.id });
  await manager.client.ask(
    'mutation ($id: ID!) { shipTransfer(id: $id, input: { idempotencyKey: "ship while counted" }) { id } }',
    { id: transfer.id },
  );
  await adjust(manager.client, touched, '-1', { reason: 'LOST' });
  const before = await storeroomOf(graph, shop);
  const refused = await manager.client.send(POST, { id });
  expect(refused.errors[0]?.extensions).toMatchObject({ reason: 'COUNT_AGAIN', partIds: [touched.partId] });
  expect(await storeroomOf(graph, shop)).toEqual(before);
  await count(id, { [touched.partId]: '9' });
  await post(id);
  expect([await onHand(moved), await onHand(touched)]).toEqual(['5', '9']);
});

it('refuses a count that can no longer be true: more is missing than is left', async () => {
  const there = await van();
  const place = await stocked(manager.client, there, '10');
  const { id } = await start(there);
  await count(id, { [place.partId]: '2' });
  await graph.sql(`update inventory.stocktake_line set on_hand_at_count = 15 where stocktake_id = $1`, [id]);
  expect((await manager.client.send(POST, { id })).errors[0]?.extensions).toMatchObject({
    reason: 'COUNT_AGAIN',
  });
  expect(await onHand(place)).toBe('10');
});

it('cuts the newest reservations when less is there than is reserved, and says whose', async () => {
  const there = await van();
  const place = await stocked(manager.client, there, '6');
  const [first, second] = [await holdFor(graph, place, '3'), await holdFor(graph, place, '2')];
  const { id } = await start(there);
  await count(id, { [place.partId]: '2' });
  const { lines } = await post(id);
  expect(lines.nodes).toMatchObject([
    {
      difference: '-4',
      cutReservations: [
        { referenceType: 'JOB_CARD', referenceId: second, quantity: '2', left: '0' },
        { referenceType: 'JOB_CARD', referenceId: first, quantity: '1', left: '2' },
      ],
    },
  ]);
  expect(await levelAt(manager.client, place)).toMatchObject({ onHand: '2', reserved: '2', available: '0' });
});

it('is of one kind of parts, if need be, one at a time in a place, and can be given up', async () => {
  const there = await van();
  const [tool, part] = [
    await stocked(manager.client, there, '1', { category: 'TOOL' }),
    await stocked(manager.client, there, '1'),
  ];
  const { id, category, lines } = await start(there, { category: 'TOOL' });
  expect(category).toBe('TOOL');
  expect(lines.nodes).toMatchObject([{ part: { id: tool.partId } }]);
  expect(refusalOf(await tryToCount(technician, id, { [part.partId]: '1' }))).toBe(
    'BAD_INPUT input.counts.0.partId: OTHER_CATEGORY',
  );
  expect(refusalOf(await manager.client.send(START, { input: { locationId: there } }))).toBe(
    'CONFLICT UNDER_WAY',
  );
  await count(id, { [tool.partId]: '0' });
  const { stocktake } = await manager.client.ask<Answer>(CANCEL, { id });
  expect(stocktake).toMatchObject({ status: 'CANCELLED', closedBy: { id: manager.id } });
  await manager.client.ask(CANCEL, { id });
  expect(await onHand(tool)).toBe('1');
  expect((await manager.client.send(POST, { id })).code).toBe('INVALID_TRANSITION');
  expect((await tryToCount(technician, id, { [tool.partId]: '0' })).code).toBe('INVALID_TRANSITION');
  expect((await start(there)).status).toBe('COUNTING');
});

it('posts nothing when nothing was counted, and once when it is told twice', async () => {
  const there = await van();
  const place = await stocked(manager.client, there, '1');
  const { id } = await start(there, { idempotencyKey: 'started once' });
  expect((await start(there, { idempotencyKey: 'started once' })).id).toBe(id);
  expect(refusalOf(await manager.client.send(POST, { id }))).toBe('CONFLICT NOTHING_COUNTED');
  const first = key();
  await count(id, { [place.partId]: '3' }, first);
  await count(id, { [place.partId]: '3' }, first);
  await post(id);
  await post(id);
  expect(await onHand(place)).toBe('3');
});

it.each([
  ['below zero', '-1', 'BAD_INPUT input.counts.0.quantity: MIN'],
  ['of half a piece', '1.5', 'BAD_INPUT input.counts.0.quantity: DECIMALS'],
  ['that is no number', 'many', 'BAD_INPUT input.counts.0.quantity: QUANTITY'],
])('refuses a count %s', async (_, quantity, expected) => {
  const there = await van();
  const place = await stocked(manager.client, there, '1');
  const { id } = await start(there);
  const before = await storeroomOf(graph, shop);
  expect(refusalOf(await tryToCount(technician, id, { [place.partId]: quantity }))).toBe(expected);
  expect(await storeroomOf(graph, shop)).toEqual(before);
});

it('is for those who work there; technicians count and do not start, post or give up', async () => {
  const [elsewhere, warehouse] = [await storeOf(shop, 1), await createLocation(shop.admin.client)];
  const there = await van();
  const place = await stocked(manager.client, there, '1');
  const { id } = await start(there);
  const stranger = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  const other = await graph.shop();
  const foreign = await createPart(other.admin.client);
  const before = await storeroomOf(graph, shop);
  const startAt = async (member: Member, locationId: string) =>
    refusalOf(await member.client.send(START, { input: { locationId } }));
  expect(await startAt(manager, elsewhere)).toBe('BAD_INPUT input.locationId: UNKNOWN');
  expect(await startAt(manager, warehouse)).toBe('BAD_INPUT input.locationId: LOCATION');
  expect((await technician.client.send(START, { input: { locationId: there } })).code).toBe('FORBIDDEN');
  expect((await technician.client.send(POST, { id })).code).toBe('FORBIDDEN');
  expect((await technician.client.send(CANCEL, { id })).code).toBe('FORBIDDEN');
  for (const member of [stranger, other.admin as Member]) {
    expect((await member.client.send(POST, { id })).code).toBe('NOT_FOUND');
    expect((await tryToCount(member, id, {})).code).toBe('BAD_INPUT');
    expect(await member.client.ask('query ($id: ID!) { stocktake(id: $id) { id } }', { id })).toEqual({
      stocktake: null,
    });
  }
  expect((await tryToCount(stranger, id, { [place.partId]: '1' })).code).toBe('NOT_FOUND');
  expect(refusalOf(await tryToCount(manager, id, { [foreign.id]: '1' }))).toBe(
    'BAD_INPUT input.counts.0.partId: UNKNOWN',
  );
  expect(await storeroomOf(graph, shop)).toEqual(before);
  const seen = async (member: Member, filter: object) =>
    (
      await member.client.ask<{ stocktakes: { nodes: Stocktake[] } }>(
        'query ($filter: StocktakeFilter!) { stocktakes(filter: $filter) { nodes { id } } }',
        { filter },
      )
    ).stocktakes.nodes;
  expect(await seen(technician, { locationId: there })).toEqual([{ id }]);
  expect(await seen(technician, { locationId: there, status: 'POSTED' })).toEqual([]);
  expect(await seen(stranger, { locationId: there })).toEqual([]);
});
