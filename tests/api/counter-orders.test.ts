import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import {
  COUNTER_ORDER,
  type CounterOrder,
  doTo,
  euro,
  order,
  takenTo,
  tryTo,
} from './counter-orders.fixtures';
import { accountOf, eventsOf } from './customers.fixtures';
import { openJob, openPartsShop, type PartsShop, partsOf, run } from './job-parts.fixtures';
import { adjust, createLocation, levelAt, type StockPlace, stocked } from './stock.fixtures';

const graph = useGraph();
let place: PartsShop;
let manager: Member;
let client: Member['client'];
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ manager } = place);
  ({ client } = manager);
});

const stock = (quantity: string, part: object = {}) =>
  stocked(client, place.store, quantity, { price: euro('10.00'), ...part });
const of = ({ partId }: StockPlace, quantity: string, more: object = {}) => ({ partId, quantity, ...more });
const read = async (id: string): Promise<Record<string, unknown> | null> =>
  (
    await client.ask<{ counterOrder: Record<string, unknown> | null }>(
      `query ($id: ID!) { counterOrder(id: $id) { ${COUNTER_ORDER} } }`,
      { id },
    )
  ).counterOrder;

describe('an order over the counter', () => {
  it('goes from the slip to the hand: reserved, ready, gone at what it cost', async () => {
    const pads = await stock('5', { sku: 'PADS-1', name: 'Pads', taxCategory: 'S' });
    const oil = await stock('20', { unit: 'LITRE', name: 'Oil', price: euro('7.77') });
    await adjust(client, pads, '5', { reason: 'FOUND', unitCost: euro('2.00') });
    const { customerId } = place.visit;
    const made = await order(
      client,
      [
        of(pads, '4', { discountPercent: '12.5' }),
        of(oil, '2.345', { unitPrice: euro('8.00'), discount: euro('0.76') }),
      ],
      { customerId, notes: ' For the red one. ' },
    );
    const line = (position: number, rest: object) => ({
      id: expect.any(String),
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      position,
      leftOff: '0',
      reserved: '0',
      unitCost: null,
      ...rest,
    });
    expect(await read(made.id)).toEqual({
      id: made.id,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      number: expect.stringMatching(/^CO-\d{6}$/),
      status: 'PENDING',
      currency: 'EUR',
      walkIn: false,
      notes: 'For the red one.',
      cancelledReason: null,
      processedAt: null,
      readyAt: null,
      deliveredAt: null,
      cancelledAt: null,
      total: { amount: '53.00', currency: 'EUR' },
      customer: { id: customerId },
      serviceCentre: { id: place.shop.centres[0] },
      location: { id: place.store },
      createdBy: { id: manager.id },
      deliveredBy: null,
      lines: [
        line(1, {
          sku: 'PADS-1',
          partName: 'Pads',
          quantity: '4',
          taxCategory: 'S',
          part: { id: pads.partId },
          unitPrice: { amount: '10.00' },
          discountPercent: '12.5',
          discount: null,
          amount: { amount: '35.00' },
        }),
        line(2, {
          sku: expect.any(String),
          partName: 'Oil',
          quantity: '2.345',
          taxCategory: null,
          part: { id: oil.partId },
          unitPrice: { amount: '8.00' },
          discountPercent: null,
          discount: { amount: '0.76' },
          amount: { amount: '18.00' },
        }),
      ],
    });
    expect(await levelAt(client, pads)).toMatchObject({ onHand: '10', reserved: '0' });
    expect(await doTo(client, 'process', made.id)).toMatchObject({
      status: 'PROCESSING',
      processedAt: expect.any(String),
      lines: [{ reserved: '4' }, { reserved: '2.345' }],
    });
    expect(await levelAt(client, pads)).toMatchObject({ onHand: '10', reserved: '4', available: '6' });
    expect(await doTo(client, 'ready', made.id)).toMatchObject({
      status: 'READY',
      readyAt: expect.any(String),
    });
    expect(await doTo(client, 'deliver', made.id)).toMatchObject({
      status: 'DELIVERED',
      deliveredAt: expect.any(String),
      deliveredBy: { id: manager.id },
      lines: [
        { reserved: '0', unitCost: { amount: '1.50' } },
        { reserved: '0', unitCost: { amount: '1.00' } },
      ],
    });
    expect(await levelAt(client, pads)).toMatchObject({ onHand: '6', reserved: '0' });
    await adjust(client, pads, '5', { reason: 'FOUND', unitCost: euro('9.00') });
    expect((await read(made.id))!.lines).toMatchObject([{ unitCost: { amount: '1.50' } }, {}]);
    const { stockMovements } = await client.ask<{ stockMovements: { nodes: object[] } }>(
      `query ($f: StockMovementFilter!) { stockMovements(filter: $f) { nodes { kind quantity referenceType referenceId } } }`,
      { f: { partId: oil.partId } },
    );
    expect(stockMovements.nodes[0]).toEqual({
      kind: 'ISSUE',
      quantity: '-2.345',
      referenceType: 'COUNTER_ORDER',
      referenceId: made.id,
    });
    expect(await eventsOf(graph, made.id)).toEqual([
      'CounterOrderCreated',
      'CounterOrderProcessed',
      'CounterOrderReady',
      'CounterOrderDelivered',
    ]);
  });

  it('each step taken again changes nothing', async () => {
    const part = await stock('9');
    const { id } = await order(client, [of(part, '2')]);
    for (const move of ['process', 'ready', 'deliver'] as const) {
      const { version } = await doTo(client, move, id);
      expect((await doTo(client, move, id)).version).toBe(version);
    }
    const off = await takenTo(client, 'READY', [of(part, '2')]);
    const { version } = await doTo(client, 'cancel', off.id);
    expect((await doTo(client, 'cancel', off.id)).version).toBe(version);
    expect(await levelAt(client, part)).toMatchObject({ onHand: '7', reserved: '0' });
    expect(await eventsOf(graph, id)).toHaveLength(4);
  });

  it('is somebody’s who walked in, from a warehouse if need be, and their name is told later', async () => {
    const warehouse = await createLocation(place.shop.admin.client);
    const part = await stocked(place.shop.admin.client, warehouse, '3', { price: euro('4.00') });
    const made = await order(client, [of(part, '3')], { locationId: warehouse });
    expect(made).toMatchObject({ walkIn: true, customer: null, location: { id: warehouse } });
    await doTo(client, 'process', made.id);
    const { customerId } = place.visit;
    expect(
      await doTo(client, 'update', made.id, { input: { customerId, notes: 'It is for her.' } }),
    ).toMatchObject({
      walkIn: false,
      customer: { id: customerId },
      notes: 'It is for her.',
    });
    expect((await eventsOf(graph, made.id)).at(-1)).toBe('CounterOrderUpdated');
  });

  it.each(['PENDING', 'PROCESSING', 'READY'] as const)(
    'called off while %s gives back exactly what it took',
    async (status) => {
      const part = await stock('5');
      const { id } = await takenTo(client, status, [of(part, '2'), of(part, '1')]);
      expect((await levelAt(client, part))!.reserved).toBe(status === 'PENDING' ? '0' : '3');
      expect(await doTo(client, 'cancel', id)).toMatchObject({
        status: 'CANCELLED',
        cancelledReason: 'Changed their mind',
        cancelledAt: expect.any(String),
      });
      expect(await levelAt(client, part)).toMatchObject({ onHand: '5', reserved: '0', available: '5' });
      expect((await eventsOf(graph, id)).at(-1)).toBe('CounterOrderCancelled');
    },
  );

  it('called off, its parts go to the job that waits for them', async () => {
    const part = await stock('2');
    const { id } = await takenTo(client, 'READY', [of(part, '2')]);
    const jobCardId = await openJob(place);
    expect(await run(client, 'request', jobCardId, of(part, '1'))).toMatchObject({ status: 'WAITING' });
    await doTo(client, 'cancel', id);
    expect(await partsOf(client, jobCardId)).toMatchObject([{ status: 'RESERVED', reserved: '1' }]);
    expect(await levelAt(client, part)).toMatchObject({ reserved: '1', available: '1' });
    // In one go: what was free for a moment was told to nobody.
    const told = await graph.sql<{ available: string }>(
      `select payload->>'available' as available from platform.event
       where name = 'StockAvailable' and payload->>'partId' = $1 order by position desc limit 1`,
      [part.partId],
    );
    expect(told).toEqual([{ available: '1' }]);
  });
});

describe('what is not all there', () => {
  it('is refused whole, and says which lines are short of what', async () => {
    const [some, none] = [await stock('3'), await stock('1')];
    const made = await order(client, [of(some, '2'), of(some, '2'), of(none, '1'), of(none, '1')]);
    const { errors, code } = await tryTo(client, 'process', made.id);
    expect(code).toBe('CONFLICT');
    const short = (line: number, { partId }: StockPlace, available: string, wanted: string) => ({
      lineId: made.lines[line]!.id,
      partId,
      sku: expect.any(String),
      available,
      wanted,
    });
    expect(errors[0]!.extensions).toMatchObject({
      reason: 'INSUFFICIENT_STOCK',
      lines: [short(1, some, '1', '2'), short(3, none, '0', '1')],
    });
    expect(await read(made.id)).toMatchObject({ status: 'PENDING', version: 1 });
    expect(await levelAt(client, some)).toMatchObject({ onHand: '3', reserved: '0' });
  });

  it('is left off when the customer takes what is there, with its share of what was taken off', async () => {
    const [some, none] = [await stock('3'), await stock('1')];
    await adjust(client, none, '-1');
    const made = await order(client, [of(some, '4', { discount: euro('10.00') }), of(none, '1')]);
    expect(made.total).toMatchObject({ amount: '40.00' });
    expect(await doTo(client, 'processPart', made.id)).toMatchObject({
      status: 'PROCESSING',
      total: { amount: '22.50' },
      lines: [
        {
          quantity: '3',
          leftOff: '1',
          reserved: '3',
          discount: { amount: '7.50' },
          amount: { amount: '22.50' },
        },
        { quantity: '0', leftOff: '1', reserved: '0', amount: { amount: '0.00' } },
      ],
    });
    await doTo(client, 'ready', made.id);
    await doTo(client, 'deliver', made.id);
    expect(await levelAt(client, some)).toMatchObject({ onHand: '0' });
  });

  it('is nothing to hand over where nothing of it is there', async () => {
    const part = await stock('1');
    await adjust(client, part, '-1');
    const made = await order(client, [of(part, '1')]);
    const { errors } = await tryTo(client, 'processPart', made.id);
    expect(errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'NOTHING_THERE' });
    expect(await read(made.id)).toMatchObject({ status: 'PENDING', version: 1 });
  });

  it('after a count that found less, is not ready until it is processed again', async () => {
    const part = await stock('4');
    const { id } = await takenTo(client, 'PROCESSING', [of(part, '3')]);
    await adjust(client, part, '-2', { reason: 'DAMAGED', cutReservations: true });
    expect(await read(id)).toMatchObject({ lines: [{ quantity: '3', reserved: '2' }] });
    expect((await tryTo(client, 'ready', id)).errors[0]!.extensions).toMatchObject({
      reason: 'INSUFFICIENT_STOCK',
      lines: [{ wanted: '3', available: '2' }],
    });
    await adjust(client, part, '1');
    expect(await doTo(client, 'process', id)).toMatchObject({
      status: 'PROCESSING',
      lines: [{ reserved: '3' }],
    });
    await doTo(client, 'ready', id);
    await adjust(client, part, '-1', { reason: 'DAMAGED', cutReservations: true });
    expect((await tryTo(client, 'deliver', id)).errors[0]!.extensions).toMatchObject({
      reason: 'INSUFFICIENT_STOCK',
    });
    expect(await doTo(client, 'processPart', id)).toMatchObject({
      status: 'READY',
      total: { amount: '20.00' },
      lines: [{ quantity: '2', leftOff: '1' }],
    });
    await doTo(client, 'deliver', id);
    expect(await levelAt(client, part)).toMatchObject({ onHand: '0', reserved: '0' });
  });
});

describe('what is written down', () => {
  it('can be written anew while nothing is reserved for it', async () => {
    const [one, other] = [await stock('5'), await stock('5')];
    const warehouse = await createLocation(place.shop.admin.client);
    const made = await order(client, [of(one, '1')]);
    const same = await doTo(client, 'update', made.id, {
      input: { lines: [of(one, '1')], expectedVersion: 1 },
    });
    expect(same.version).toBe(1);
    expect(
      await doTo(client, 'update', made.id, {
        input: { lines: [of(other, '2'), of(one, '1')], locationId: warehouse, notes: 'Both' },
      }),
    ).toMatchObject({
      version: 2,
      total: { amount: '30.00' },
      location: { id: warehouse },
      notes: 'Both',
      lines: [
        { position: 1, part: { id: other.partId } },
        { position: 2, part: { id: one.partId } },
      ],
    });
    expect(await doTo(client, 'update', made.id, { input: { notes: null } })).toMatchObject({ notes: null });
  });

  it('is found by what is known of it, and is on the customer’s page', async () => {
    const part = await stock('9');
    const { customerId } = place.visit;
    const mine = await order(client, [of(part, '1')], { customerId });
    const ready = await takenTo(client, 'READY', [of(part, '1')]);
    const found = async (filter: object, orderBy = 'NEWEST') =>
      (
        await client.ask<{ counterOrders: { nodes: CounterOrder[] } }>(
          `query ($filter: CounterOrderFilter!, $orderBy: CounterOrderOrder!) {
             counterOrders(filter: $filter, orderBy: $orderBy, first: 100) { nodes { id } } }`,
          { filter, orderBy },
        )
      ).counterOrders.nodes.map(({ id }) => id);
    expect(await found({ partId: part.partId })).toEqual([ready.id, mine.id]);
    expect(await found({ partId: part.partId }, 'OLDEST')).toEqual([mine.id, ready.id]);
    expect(await found({ partId: part.partId, status: ['READY'] })).toEqual([ready.id]);
    expect(await found({ partId: part.partId, customerId })).toEqual([mine.id]);
    expect(await found({ partId: part.partId, serviceCentreId: place.shop.centres[1] })).toEqual([]);
    expect(await found({ search: mine.number.slice(3) })).toEqual([mine.id]);
    expect(await found({ search: 'nothing' })).toEqual([]);
    const { createdAt } = (await read(ready.id)) as { createdAt: string };
    expect(await found({ partId: part.partId, from: createdAt })).toEqual([ready.id]);
    expect(await found({ partId: part.partId, to: createdAt })).toEqual([mine.id]);
    const { customer } = await client.ask<{
      customer: { counterOrders: { totalCount: number; nodes: object[]; edges: object[]; pageInfo: object } };
    }>(
      `query ($id: ID!) { customer(id: $id) { counterOrders(first: 1) { totalCount nodes { id }
         edges { cursor node { id } } pageInfo { hasNextPage } } } }`,
      { id: customerId },
    );
    expect(customer.counterOrders).toEqual({
      totalCount: expect.any(Number),
      nodes: [{ id: mine.id }],
      edges: [{ cursor: expect.any(String), node: { id: mine.id } }],
      pageInfo: { hasNextPage: true },
    });
    const account = await accountOf(graph, place.shop, customerId);
    const seen = async (id: string) =>
      (
        await account.client.ask<{ counterOrder: object | null }>(
          'query ($id: ID!) { counterOrder(id: $id) { customer { id } total { amount } lines { partName } } }',
          { id },
        )
      ).counterOrder;
    expect(await seen(mine.id)).toEqual({
      customer: { id: customerId },
      total: { amount: '10.00' },
      lines: [{ partName: 'Part' }],
    });
    expect(await seen(ready.id)).toBeNull();
  });
});
