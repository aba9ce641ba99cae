import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { createPart } from './parts.fixtures';
import { refusalOf } from './scheduling.fixtures';
import { createLocation, type StockPlace, stocked, storeOf, storeroomOf } from './stock.fixtures';
import {
  doTo,
  type Move,
  REQUEST,
  request,
  TRANSFER,
  type Transfer,
  tryTo,
} from './stock-transfers.fixtures';

const graph = useGraph();
let shop: Shop;
let admin: Member;
let manager: Member;
let warehouse: string;
let store: string;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  admin = shop.admin as Member;
  manager = await shop.staff('MANAGER');
  warehouse = await createLocation(admin.client);
  store = await storeOf(shop);
});

const ten = () => stocked(admin.client, warehouse, '10');
const asked = async (place: StockPlace, quantity = '4'): Promise<Transfer> =>
  request(manager.client, warehouse, store, [{ partId: place.partId, quantity }]);

it('is approved in whole or not at all', async () => {
  const [enough, little] = [await ten(), await stocked(admin.client, warehouse, '1')];
  const { id } = await request(manager.client, warehouse, store, [
    { partId: enough.partId, quantity: '4' },
    { partId: little.partId, quantity: '2' },
  ]);
  const before = await storeroomOf(graph, shop);
  const answer = await tryTo(admin.client, 'approve', id);
  expect(answer.errors[0]?.extensions).toMatchObject({
    reason: 'INSUFFICIENT_STOCK',
    partId: little.partId,
    available: '1',
    wanted: '2',
  });
  expect(await storeroomOf(graph, shop)).toEqual(before);
});

it('goes through its states and no others; the same step again changes nothing', async () => {
  const place = await ten();
  const reach: Record<string, Move[]> = {
    REQUESTED: [],
    APPROVED: ['approve'],
    REJECTED: ['reject'],
    SHIPPED: ['approve', 'ship'],
    RECEIVED: ['approve', 'ship', 'receive'],
    CANCELLED: ['cancel'],
  };
  const allowed: Record<string, Move[]> = {
    REQUESTED: ['approve', 'reject', 'cancel'],
    APPROVED: ['approve', 'ship', 'cancel'],
    REJECTED: ['reject'],
    SHIPPED: ['receive'],
    RECEIVED: [],
    CANCELLED: ['cancel'],
  };
  for (const [state, moves] of Object.entries(reach)) {
    const { id } = await asked(place, '1');
    for (const move of moves) await doTo(admin.client, move, id);
    const refused = (['approve', 'reject', 'cancel', 'ship', 'receive'] as const).filter(
      (move) => !allowed[state]!.includes(move),
    );
    const before = await storeroomOf(graph, shop);
    for (const move of refused)
      expect([state, move, (await tryTo(admin.client, move, id)).code]).toEqual([
        state,
        move,
        'INVALID_TRANSITION',
      ]);
    for (const move of allowed[state]!.filter((each) => moves.includes(each)))
      await doTo(admin.client, move, id);
    expect(await storeroomOf(graph, shop)).toEqual(before);
  }
});

it('belongs to those who work at its ends: the source decides and sends, the destination receives', async () => {
  const elsewhere = await storeOf(shop, 1);
  const stranger = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  const [technician, advisor] = [await shop.staff('TECHNICIAN'), await shop.staff('ADVISOR')];
  const place = await ten();
  const { id } = await asked(place);
  const there = await request(admin.client, warehouse, elsewhere, [{ partId: place.partId, quantity: '1' }]);
  const before = await storeroomOf(graph, shop);
  for (const move of ['approve', 'reject', 'ship'] as const)
    expect(refusalOf(await tryTo(manager.client, move, id))).toBe('BAD_INPUT id: LOCATION');
  for (const move of ['approve', 'ship', 'receive', 'cancel'] as const) {
    expect((await tryTo(stranger.client, move, id)).code).toBe('NOT_FOUND');
    expect((await tryTo(advisor.client, move, id)).code).toBe('FORBIDDEN');
    expect((await tryTo(technician.client, move, id)).code).toBe('FORBIDDEN');
  }
  expect(await storeroomOf(graph, shop)).toEqual(before);
  const seen = async (member: Member, filter: object = {}) =>
    (
      await member.client.ask<{ transfers: { nodes: Transfer[] } }>(
        `query ($filter: StockTransferFilter!) { transfers(filter: $filter) { nodes { ${TRANSFER} } } }`,
        { filter: { partId: place.partId, ...filter } },
      )
    ).transfers.nodes.map((each) => each.id);
  expect(await seen(admin)).toEqual([there.id, id]);
  expect(await seen(advisor)).toEqual([id]);
  expect(await seen(stranger)).toEqual([there.id]);
  expect(await seen(admin, { toLocationId: store })).toEqual([id]);
  expect(await seen(admin, { fromLocationId: store })).toEqual([]);
  expect(await seen(admin, { status: ['APPROVED', 'SHIPPED'] })).toEqual([]);
  const one = await stranger.client.ask('query ($id: ID!) { transfer(id: $id) { id } }', { id });
  expect(one).toEqual({ transfer: null });
  const other = await graph.shop();
  expect(await seen(other.admin as Member, {})).toEqual([]);
});

describe('a request', () => {
  it.each([
    ['of nothing', { quantity: '0' }, 'BAD_INPUT input.lines.0.quantity: MIN'],
    ['below zero', { quantity: '-1' }, 'BAD_INPUT input.lines.0.quantity: MIN'],
    ['of half a piece', { quantity: '0.5' }, 'BAD_INPUT input.lines.0.quantity: DECIMALS'],
    [
      'of a part that is none',
      { partId: '00000000-0000-7000-8000-000000000000' },
      'BAD_INPUT input.lines.0.partId: UNKNOWN',
    ],
  ])('is refused %s', async (_, line, expected) => {
    const { id: partId } = await createPart(manager.client);
    const before = await storeroomOf(graph, shop);
    const input = {
      fromLocationId: warehouse,
      toLocationId: store,
      lines: [{ partId, quantity: '1', ...line }],
    };
    expect(refusalOf(await manager.client.send(REQUEST, { input }))).toBe(expected);
    expect(await storeroomOf(graph, shop)).toEqual(before);
  });

  it('is refused to the same place, to places that are not theirs, of the same part twice, and without lines', async () => {
    const { id: partId } = await createPart(manager.client);
    const [second, elsewhere] = [await createLocation(admin.client), await storeOf(shop, 1)];
    const other = await graph.shop();
    const [theirs, foreign] = [await storeOf(other), await createPart(other.admin.client)];
    const before = await storeroomOf(graph, shop);
    const lines = [{ partId, quantity: '1' }];
    const at = async (input: object) =>
      refusalOf(
        await manager.client.send(REQUEST, {
          input: { fromLocationId: warehouse, toLocationId: store, lines, ...input },
        }),
      );
    expect(await at({ toLocationId: warehouse })).toBe('BAD_INPUT input.toLocationId: SAME');
    expect(await at({ toLocationId: second })).toBe('BAD_INPUT input.toLocationId: LOCATION');
    expect(await at({ toLocationId: elsewhere })).toBe('BAD_INPUT input.toLocationId: UNKNOWN');
    expect(await at({ fromLocationId: theirs })).toBe('BAD_INPUT input.fromLocationId: UNKNOWN');
    expect(await at({ lines: [...lines, ...lines] })).toBe('BAD_INPUT input.lines.1.partId: TWICE');
    expect(await at({ lines: [{ partId: foreign.id, quantity: '1' }] })).toBe(
      'BAD_INPUT input.lines.0.partId: UNKNOWN',
    );
    expect(await at({ lines: [] })).toBe('BAD_INPUT input.lines: ARRAY_MIN_SIZE');
    expect(await storeroomOf(graph, shop)).toEqual(before);
  });
});

it('ships what is named, of the transfer’s own parts and no more than was asked for', async () => {
  const [place, other] = [await ten(), await ten()];
  const { id } = await asked(place);
  await doTo(admin.client, 'approve', id);
  const before = await storeroomOf(graph, shop);
  const ship = async (...lines: object[]) => refusalOf(await tryTo(admin.client, 'ship', id, { lines }));
  expect(await ship({ partId: other.partId, quantity: '1' })).toBe(
    'BAD_INPUT input.lines.0.partId: NOT_IN_IT',
  );
  expect(await ship({ partId: place.partId, quantity: '5' })).toBe('BAD_INPUT input.lines.0.quantity: MAX');
  expect(await ship({ partId: place.partId, quantity: '0' })).toBe('BAD_INPUT input.lines: EMPTY');
  const twice = { partId: place.partId, quantity: '1' };
  expect(await ship(twice, twice)).toBe('BAD_INPUT input.lines.1.partId: TWICE');
  expect(await storeroomOf(graph, shop)).toEqual(before);
});
