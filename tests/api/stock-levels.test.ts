import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { eventsOf } from './customers.fixtures';
import { refusalOf } from './scheduling.fixtures';
import {
  adjust,
  createLocation,
  LEVEL,
  type Level,
  MOVEMENT,
  stocked,
  storeOf,
  storeroomOf,
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

describe('levels', () => {
  const levels = async (filter: object, orderBy = 'SKU', member = manager): Promise<string[]> => {
    const { stockLevels } = await member.client.ask<{
      stockLevels: { nodes: (Level & { part: { sku: string } })[] };
    }>(
      `query ($filter: StockLevelFilter!, $orderBy: StockLevelOrder!) {
        stockLevels(filter: $filter, orderBy: $orderBy, first: 100) { nodes { ${LEVEL} } } }`,
      { filter, orderBy },
    );
    return stockLevels.nodes.map(({ part }) => part.sku);
  };

  it('are found by place, centre, part, kind, words and whether something lies there', async () => {
    const van = await createLocation(manager.client, { kind: 'VAN', name: 'Van' });
    const a = await stocked(manager.client, van, '1', { sku: 'LV-A', name: 'Level lamp', category: 'TOOL' });
    const b = await stocked(manager.client, van, '1', { sku: 'LV-B', name: 'Level belt' });
    await adjust(manager.client, a, '-1');
    expect(await levels({ locationId: van })).toEqual(['LV-A', 'LV-B']);
    expect(await levels({ locationId: van }, 'CHANGED')).toEqual(['LV-A', 'LV-B']);
    await adjust(manager.client, b, '1');
    expect(await levels({ locationId: van }, 'CHANGED')).toEqual(['LV-B', 'LV-A']);
    expect(await levels({ serviceCentreId: shop.centres[0], search: 'lv' })).toEqual(['LV-A', 'LV-B']);
    expect(await levels({ serviceCentreId: shop.centres[1], search: 'lv' })).toEqual([]);
    expect(await levels({ search: 'level belt' })).toEqual(['LV-B']);
    expect(await levels({ locationId: van, category: 'TOOL' })).toEqual(['LV-A']);
    expect(await levels({ locationId: van, inStock: true })).toEqual(['LV-B']);
    expect(await levels({ locationId: van, inStock: false })).toEqual(['LV-A']);
    await manager.client.ask(
      'mutation ($id: ID!) { updatePart(id: $id, input: { sku: "LV-C", category: CONSUMABLE }) { id } }',
      { id: a.partId },
    );
    expect(await levels({ locationId: van })).toEqual(['LV-B', 'LV-C']);
    expect(await levels({ locationId: van, category: 'CONSUMABLE' })).toEqual(['LV-C']);
    const other = await graph.shop();
    expect(await levels({}, 'SKU', other.admin as Member)).toEqual([]);
  });

  it('do not show technicians what anything cost', async () => {
    const { partId } = await stocked(manager.client, store, '1');
    const answer = await technician.client.send<{ stockLevels: { nodes: object[] } }>(
      `query ($id: ID!) { stockLevels(filter: { partId: $id }) { nodes { onHand averageCost { amount } value { amount } } } }`,
      { id: partId },
    );
    expect(answer.errors.map(({ extensions }) => extensions.permission)).toEqual([
      'stock:cost',
      'stock:cost',
    ]);
    expect(answer.data.stockLevels.nodes).toEqual([{ onHand: '1', averageCost: null, value: null }]);
    const ledger = await technician.client.send<{ stockMovements: { nodes: object[] } }>(
      `query ($id: ID!) { stockMovements(filter: { partId: $id }) { nodes { quantity unitCost { amount } value { amount } } } }`,
      { id: partId },
    );
    expect(ledger.data.stockMovements.nodes).toEqual([{ quantity: '1', unitCost: null, value: null }]);
  });
});

describe('movements', () => {
  it('are found by place, kind, reference, time and words', async () => {
    const van = await createLocation(manager.client, { kind: 'VAN', name: 'Moving van' });
    const place = await stocked(manager.client, van, '3', { name: 'Moving thing' });
    await adjust(manager.client, place, '-1', { reason: 'LOST' });
    const [came, went] = await movements(manager, { locationId: van });
    const found = async (filter: object) =>
      (await movements(manager, { locationId: van, ...filter })).map(({ id }) => id);
    expect(await found({ kind: 'ADJUSTMENT' })).toEqual([came!.id, went!.id]);
    expect(await found({ kind: 'ISSUE' })).toEqual([]);
    expect(await found({ referenceId: went!.referenceId })).toEqual([went!.id]);
    expect(await found({ from: went!.createdAt })).toEqual([went!.id]);
    expect(await found({ to: went!.createdAt })).toEqual([came!.id]);
    expect(await found({ search: 'moving' })).toEqual([came!.id, went!.id]);
    expect(await found({ search: 'standing' })).toEqual([]);
    expect(await found({ serviceCentreId: shop.centres[1] })).toEqual([]);
    expect((await movements(manager, { locationId: van }, 'NEWEST')).map(({ id }) => id)).toEqual([
      went!.id,
      came!.id,
    ]);
  });
});

describe('low stock', () => {
  const lowThere = async (filter: object = {}): Promise<object[]> =>
    (
      await manager.client.ask<{ lowStock: { nodes: object[] } }>(
        `query ($filter: StockLevelFilter!) { lowStock(filter: $filter) { nodes { available reorderPoint reorderQuantity bin part { sku } } } }`,
        { filter },
      )
    ).lowStock.nodes;
  const settle = (input: object) =>
    manager.client.ask<{ level: Level }>(
      `mutation ($input: UpdateStockLevelInput!) { level: updateStockLevel(input: $input) { ${LEVEL} } }`,
      { input },
    );

  it('is what has no more than its reorder point, of the place or of the part; told once per dip', async () => {
    const van = await createLocation(manager.client, { kind: 'VAN', name: 'Low van' });
    const place = await stocked(manager.client, van, '5', {
      sku: 'LOW-1',
      reorderPoint: '2',
      reorderQuantity: '10',
    });
    expect(await lowThere({ locationId: van })).toEqual([]);
    await adjust(manager.client, place, '-3');
    await adjust(manager.client, place, '-1');
    const low = {
      available: '1',
      reorderPoint: '2',
      reorderQuantity: '10',
      bin: null,
      part: { sku: 'LOW-1' },
    };
    expect(await lowThere({ locationId: van })).toEqual([low]);
    const { level } = await settle({ ...place, reorderPoint: '0', reorderQuantity: '4', bin: ' A-17 ' });
    expect(level).toMatchObject({
      low: false,
      reorderPoint: '0',
      reorderQuantity: '4',
      bin: 'A-17',
      onHand: '1',
    });
    await settle({ ...place, reorderPoint: null, bin: null });
    expect(await lowThere({ search: 'low-1' })).toEqual([{ ...low, reorderQuantity: '4' }]);
    const told = async () => (await eventsOf(graph, level.id)).filter((name) => name === 'StockLow').length;
    expect(await told()).toBe(2);
    await manager.client.ask(
      'mutation ($id: ID!) { updatePart(id: $id, input: { reorderPoint: null }) { id } }',
      {
        id: place.partId,
      },
    );
    expect(await lowThere({ locationId: van })).toEqual([]);
    await manager.client.ask(
      'mutation ($id: ID!) { updatePart(id: $id, input: { reorderPoint: "1" }) { id } }',
      {
        id: place.partId,
      },
    );
    expect(await told()).toBe(3);
    await manager.client.ask('mutation ($id: ID!) { discontinuePart(id: $id) { id } }', { id: place.partId });
    expect(await lowThere({ locationId: van })).toEqual([]);
  });

  it.each([
    ['a point finer than the unit', { reorderPoint: '1.5' }, 'BAD_INPUT input.reorderPoint: DECIMALS'],
    ['a point below zero', { reorderPoint: '-1' }, 'BAD_INPUT input.reorderPoint: MIN'],
    ['an order of nothing', { reorderQuantity: '0' }, 'BAD_INPUT input.reorderQuantity: MIN'],
    ['a bin without a name', { bin: ' ' }, 'BAD_INPUT input.bin: MATCHES'],
  ])('refuses %s', async (_, input, expected) => {
    const place = await stocked(manager.client, store, '1');
    const before = await storeroomOf(graph, shop);
    const answer = await manager.client.send(
      'mutation ($input: UpdateStockLevelInput!) { updateStockLevel(input: $input) { id } }',
      { input: { ...place, ...input } },
    );
    expect(refusalOf(answer)).toBe(expected);
    expect(await storeroomOf(graph, shop)).toEqual(before);
  });
});
