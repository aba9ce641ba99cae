import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { eventsOf } from './customers.fixtures';
import { createPart } from './parts.fixtures';
import { refusalOf } from './scheduling.fixtures';
import {
  adjust,
  createLocation,
  holdFor,
  levelAt,
  MOVEMENT,
  stocked,
  storeOf,
  storeroomOf,
  tryToAdjust,
} from './stock.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let technician: Member;
let store: string;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  technician = await shop.staff('TECHNICIAN');
  store = await storeOf(shop);
});

const movements = async (member: Member, filter: object, orderBy = 'OLDEST') => {
  const { stockMovements } = await member.client.ask<{
    stockMovements: { nodes: Record<string, unknown>[] };
  }>(
    `query ($filter: StockMovementFilter!, $orderBy: StockMovementOrder!) {
      stockMovements(filter: $filter, orderBy: $orderBy, first: 100) { nodes { ${MOVEMENT} part { sku } location { id }
        unitCost { amount } value { amount } actor { id } createdAt } } }`,
    { filter, orderBy },
  );
  return stockMovements.nodes;
};

describe('an adjustment', () => {
  it('puts stock right, says why, and stands in the ledger with who did it and what it cost', async () => {
    const part = await createPart(manager.client, { unit: 'LITRE' });
    const place = { partId: part.id, locationId: store };
    const up = await adjust(manager.client, place, '10.5', {
      reason: 'OPENING_STOCK',
      unitCost: { amount: '4.20', currency: 'EUR' },
    });
    expect(up).toEqual({
      movement: {
        id: expect.any(String),
        kind: 'ADJUSTMENT',
        quantity: '10.5',
        onHandAfter: '10.5',
        reservedAfter: '0',
        referenceType: 'ADJUSTMENT',
        referenceId: expect.any(String),
        adjustmentReason: 'OPENING_STOCK',
        reason: null,
      },
      level: {
        id: expect.any(String),
        onHand: '10.5',
        reserved: '0',
        available: '10.5',
        low: false,
        bin: null,
        reorderPoint: null,
        reorderQuantity: null,
        movedAt: expect.any(String),
        part: { id: part.id, sku: part.sku },
        location: { id: store },
      },
      cutReservations: [],
    });
    await adjust(manager.client, place, '-0.125', { reason: 'OTHER', note: ' Spilt ' });
    expect(await movements(manager, { partId: part.id })).toMatchObject([
      {
        quantity: '10.5',
        unitCost: { amount: '4.20' },
        value: { amount: '44.10' },
        actor: { id: manager.id },
      },
      {
        quantity: '-0.125',
        onHandAfter: '10.375',
        reason: 'Spilt',
        unitCost: { amount: '4.20' },
        value: { amount: '-0.53' },
      },
    ]);
    const { part: read } = await manager.client.ask<{ part: object }>(
      `query ($id: ID!) { part(id: $id) { available stockLevels { onHand averageCost { amount currency } value { amount } } } }`,
      { id: part.id },
    );
    expect(read).toEqual({
      available: '10.375',
      stockLevels: [
        { onHand: '10.375', averageCost: { amount: '4.20', currency: 'EUR' }, value: { amount: '43.58' } },
      ],
    });
  });

  it('happens once for a key, and another input with it is refused', async () => {
    const place = await stocked(manager.client, store, '5');
    const input = { idempotencyKey: 'adjusted once' };
    const first = await adjust(manager.client, place, '2', input);
    expect((await adjust(manager.client, place, '2', input)).movement.id).toBe(first.movement.id);
    expect((await tryToAdjust(manager.client, place, '3', input)).code).toBe('IDEMPOTENCY_MISMATCH');
    expect((await levelAt(manager.client, place))?.onHand).toBe('7');
  });

  it('takes what is reserved only when it is told to, and says whose reservation it cut', async () => {
    const place = await stocked(manager.client, store, '5');
    const first = await holdFor(graph, place, '2');
    const second = await holdFor(graph, place, '2');
    const refused = await tryToAdjust(manager.client, place, '-2', { reason: 'DAMAGED' });
    expect(refused.errors[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'INSUFFICIENT_STOCK',
      available: '1',
      wanted: '2',
    });
    const { cutReservations, level } = await adjust(manager.client, place, '-4', {
      reason: 'DAMAGED',
      cutReservations: true,
    });
    expect(level).toMatchObject({ onHand: '1', reserved: '1', available: '0' });
    expect(cutReservations).toEqual([
      { referenceType: 'JOB_CARD', referenceId: second, quantity: '2', left: '0' },
      { referenceType: 'JOB_CARD', referenceId: first, quantity: '1', left: '1' },
    ]);
    expect(await eventsOf(graph, level.id)).toEqual([
      'StockAvailable',
      'StockReservationCut',
      'StockReservationCut',
    ]);
    const { stockLevels } = await manager.client.ask<{ stockLevels: { nodes: object[] } }>(
      `query ($id: ID!) { stockLevels(filter: { partId: $id }) { nodes { reservations { quantity referenceType referenceId } } } }`,
      { id: place.partId },
    );
    expect(stockLevels.nodes).toEqual([
      { reservations: [{ quantity: '1', referenceType: 'JOB_CARD', referenceId: first }] },
    ]);
  });

  it.each([
    ['nothing', '0', {}, 'BAD_INPUT input.quantity: NOT_ZERO'],
    ['half a piece', '0.5', {}, 'BAD_INPUT input.quantity: DECIMALS'],
    ['what is no number', '1e3', {}, 'BAD_INPUT input.quantity: QUANTITY'],
    ['more than there is', '-6', {}, 'CONFLICT INSUFFICIENT_STOCK'],
    ['found stock that goes', '-1', { reason: 'FOUND' }, 'BAD_INPUT input.reason: DIRECTION'],
    ['damaged stock that comes', '1', { reason: 'DAMAGED' }, 'BAD_INPUT input.reason: DIRECTION'],
    ['another reason without a word', '1', { reason: 'OTHER' }, 'BAD_INPUT input.note: REQUIRED'],
    [
      'a cost of what goes',
      '-1',
      { unitCost: { amount: '1', currency: 'EUR' } },
      'BAD_INPUT input.unitCost: ONLY_UP',
    ],
    [
      'a cost below zero',
      '1',
      { unitCost: { amount: '-1', currency: 'EUR' } },
      'BAD_INPUT input.unitCost.amount: MIN',
    ],
    [
      'another currency than the rest',
      '1',
      { unitCost: { amount: '1', currency: 'GBP' } },
      'CONFLICT CURRENCY',
    ],
    [
      'a part that is none',
      '1',
      { partId: '00000000-0000-7000-8000-000000000000' },
      'BAD_INPUT input.partId: UNKNOWN',
    ],
  ])('refuses %s', async (_, quantity, input, expected) => {
    const place = await stocked(manager.client, store, '5');
    const before = await storeroomOf(graph, shop);
    expect(refusalOf(await tryToAdjust(manager.client, place, quantity, input))).toBe(expected);
    expect(await storeroomOf(graph, shop)).toEqual(before);
  });

  it('is not for the place of another centre, a warehouse for all, another organisation, nor for technicians', async () => {
    const [elsewhere, warehouse] = [await storeOf(shop, 1), await createLocation(shop.admin.client)];
    const other = await graph.shop();
    const theirs = await createPart(other.admin.client);
    const place = await stocked(manager.client, store, '5');
    const before = await storeroomOf(graph, shop);
    const at = async (given: object) =>
      refusalOf(await tryToAdjust(manager.client, { ...place, ...given }, '1'));
    expect(await at({ locationId: elsewhere })).toBe('BAD_INPUT input.locationId: UNKNOWN');
    expect(await at({ locationId: warehouse })).toBe('BAD_INPUT input.locationId: LOCATION');
    expect(await at({ partId: theirs.id })).toBe('BAD_INPUT input.partId: UNKNOWN');
    expect(await at({ locationId: await storeOf(other) })).toBe('BAD_INPUT input.locationId: UNKNOWN');
    expect((await tryToAdjust(technician.client, place, '1')).code).toBe('FORBIDDEN');
    expect((await tryToAdjust(other.admin.client, place, '1')).code).toBe('BAD_INPUT');
    expect(await storeroomOf(graph, shop)).toEqual(before);
    await adjust(shop.admin.client, { ...place, locationId: warehouse }, '3');
    expect((await levelAt(manager.client, { ...place, locationId: warehouse }))?.onHand).toBe('3');
    await adjust(shop.admin.client, { ...place, locationId: elsewhere }, '3');
    expect(await levelAt(manager.client, { ...place, locationId: elsewhere })).toBeUndefined();
  });
});
