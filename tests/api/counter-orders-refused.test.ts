import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { doTo, euro, order, takenTo, tryTo, tryToOrder } from './counter-orders.fixtures';
import { createCustomer } from './customers.fixtures';
import { createPart } from './parts.fixtures';
import { refusalOf } from './scheduling.fixtures';
import { createLocation, type StockPlace, stocked, storeOf } from './stock.fixtures';

const NOWHERE = '01234567-89ab-7def-8123-456789abcdef';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let part: StockPlace;
let oil: StockPlace;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  const store = await storeOf(shop);
  part = await stocked(manager.client, store, '100', { price: euro('10.00') });
  oil = await stocked(manager.client, store, '100', { unit: 'LITRE' });
});

/** All that is kept about it: a refusal leaves it as it was. */
async function kept(): Promise<unknown> {
  const [row] = await graph.sql(
    `select (select json_agg(o order by id) from inventory.counter_order o where organisation_id = $1) as orders,
       (select json_agg(l order by id) from inventory.counter_order_line l where organisation_id = $1) as lines,
       (select json_agg(l order by id) from inventory.stock_level l where organisation_id = $1) as levels,
       (select json_agg(r order by id) from inventory.stock_reservation r where organisation_id = $1) as held,
       (select count(*)::int from inventory.stock_movement where organisation_id = $1) as movements,
       (select count(*)::int from platform.event where organisation_id = $1 and name like 'CounterOrder%') as events`,
    [shop.id],
  );
  return row;
}

const line = (more: object = {}) => ({ partId: part.partId, quantity: '1', ...more });

describe('not taken down', () => {
  const cases: [string, () => object | Promise<object>, string][] = [
    ['nothing', () => ({ lines: [] }), 'input.lines: ARRAY_MIN_SIZE'],
    [
      'a part that is not there',
      () => ({ lines: [line({ partId: NOWHERE })] }),
      'input.lines.0.partId: UNKNOWN',
    ],
    ['none of it', () => ({ lines: [line({ quantity: '0' })] }), 'input.lines.0.quantity: MIN'],
    [
      'half a piece',
      () => ({ lines: [line(), line({ quantity: '0.5' })] }),
      'input.lines.1.quantity: DECIMALS',
    ],
    ['no number', () => ({ lines: [line({ quantity: '1e3' })] }), 'input.lines.0.quantity: QUANTITY'],
    [
      'other money',
      () => ({ lines: [line({ unitPrice: { amount: '1.00', currency: 'USD' } })] }),
      'input.lines.0.unitPrice.currency: OTHER_CURRENCY',
    ],
    [
      'a price below zero',
      () => ({ lines: [line({ unitPrice: euro('-1.00') })] }),
      'input.lines.0.unitPrice.amount: MIN',
    ],
    [
      'a part without a price',
      () => ({ lines: [{ partId: oil.partId, quantity: '1' }] }),
      'input.lines.0.unitPrice: REQUIRED',
    ],
    [
      'two discounts',
      () => ({ lines: [line({ discount: euro('1.00'), discountPercent: '1' })] }),
      'input.lines.0.discount: ONE_DISCOUNT',
    ],
    [
      'more off than there is',
      () => ({ lines: [line({ discount: euro('10.01') })] }),
      'input.lines.0.discount: DISCOUNT_ABOVE_LINE',
    ],
    [
      'more than all off',
      () => ({ lines: [line({ discountPercent: '100.1' })] }),
      'input.lines.0.discountPercent: MATCHES',
    ],
    [
      'more money than there is',
      () => ({ lines: [line({ quantity: '999999999', unitPrice: euro('99999.00') })] }),
      'input.lines.0.unitPrice.amount: OUT_OF_RANGE',
    ],
    ['a customer who is not there', () => ({ customerId: NOWHERE }), 'input.customerId: UNKNOWN'],
    ['a place that is not there', () => ({ locationId: NOWHERE }), 'input.locationId: UNKNOWN'],
    [
      'another centre’s store',
      async () => ({ locationId: await storeOf(shop, 1) }),
      'input.locationId: UNKNOWN',
    ],
    ['another centre', () => ({ serviceCentreId: shop.centres[1] }), 'input.serviceCentreId: SERVICE_CENTRE'],
  ];
  it.each(cases)('%s', async (_, input, refusal) => {
    const given = { lines: [line()], ...(await input()) };
    const before = await kept();
    const answer = refusalOf(await tryToOrder(manager.client, given));
    expect(answer).toBe(`BAD_INPUT ${refusal}`);
    expect(await kept()).toEqual(before);
  });

  it('from a place that is closed, by whoever works in all centres and says none, and of another organisation', async () => {
    const { client } = shop.admin;
    const closed = await createLocation(client, {
      kind: 'VAN',
      name: 'Old',
      serviceCentreId: shop.centres[0],
    });
    await client.ask(
      'mutation ($id: ID!) { updateStockLocation(id: $id, input: { active: false }) { id } }',
      { id: closed },
    );
    const before = await kept();
    expect(refusalOf(await tryToOrder(manager.client, { lines: [line()], locationId: closed }))).toBe(
      'BAD_INPUT input.locationId: CLOSED',
    );
    expect(refusalOf(await tryToOrder(client, { lines: [line()] }))).toBe(
      'BAD_INPUT input.serviceCentreId: REQUIRED',
    );
    const stranger = await graph.shop();
    const theirs = { lines: [line()], serviceCentreId: stranger.centres[0] };
    expect(refusalOf(await tryToOrder(stranger.admin.client, theirs))).toBe(
      'BAD_INPUT input.lines.0.partId: UNKNOWN',
    );
    const { id: customerId } = await createCustomer(stranger.admin.client);
    const foreign = { lines: [line()], customerId };
    expect(refusalOf(await tryToOrder(manager.client, foreign))).toBe('BAD_INPUT input.customerId: UNKNOWN');
    expect(
      refusalOf(await tryToOrder(client, { lines: [line()], serviceCentreId: stranger.centres[0] })),
    ).toBe('BAD_INPUT input.serviceCentreId: UNKNOWN');
    expect(await kept()).toEqual(before);
  });
});

describe('with nothing changed,', () => {
  it('steps are taken in their order', async () => {
    const pending = await order(manager.client, [line()]);
    const processing = await takenTo(manager.client, 'PROCESSING', [line()]);
    const delivered = await takenTo(manager.client, 'DELIVERED', [line()]);
    const cancelled = await order(manager.client, [line()]);
    await doTo(manager.client, 'cancel', cancelled.id);
    const before = await kept();
    const refused = async (id: string, ...moves: ('process' | 'ready' | 'deliver' | 'cancel')[]) => {
      for (const move of moves)
        expect([move, refusalOf(await tryTo(manager.client, move, id))]).toEqual([
          move,
          'INVALID_TRANSITION',
        ]);
    };
    await refused(pending.id, 'ready', 'deliver');
    await refused(processing.id, 'deliver');
    await refused(delivered.id, 'process', 'ready', 'cancel');
    await refused(cancelled.id, 'process', 'ready', 'deliver');
    for (const [id, input] of [
      [processing.id, { lines: [line()] }],
      [processing.id, { locationId: await storeOf(shop) }],
      [delivered.id, { notes: 'Late' }],
      [cancelled.id, { customerId: null }],
    ] as const)
      expect(refusalOf(await tryTo(manager.client, 'update', id, { input }))).toBe('CONFLICT NOT_PENDING');
    expect(await kept()).toEqual(before);
  });

  it('what somebody else changed is not overwritten, and one key is one order', async () => {
    const { id } = await order(manager.client, [line()]);
    await doTo(manager.client, 'update', id, { input: { notes: 'First' } });
    const idempotencyKey = 'counter-order-1';
    const made = await order(manager.client, [line()], { idempotencyKey });
    const before = await kept();
    for (const move of ['process', 'ready', 'deliver', 'cancel'] as const)
      expect((await tryTo(manager.client, move, id, { v: 1 })).code).toBe('CONFLICT');
    expect(
      (await tryTo(manager.client, 'update', id, { input: { notes: 'x', expectedVersion: 1 } })).code,
    ).toBe('CONFLICT');
    expect((await order(manager.client, [line()], { idempotencyKey })).id).toBe(made.id);
    expect(
      (await tryToOrder(manager.client, { lines: [line({ quantity: '2' })], idempotencyKey })).code,
    ).toBe('IDEMPOTENCY_MISMATCH');
    expect(await kept()).toEqual(before);
  });

  it('advisors sell and do not call off, technicians and accountants neither, and others see nothing', async () => {
    const [advisor, technician, accountant] = [
      await shop.staff('ADVISOR'),
      await shop.staff('TECHNICIAN'),
      await shop.staff('ACCOUNTANT'),
    ];
    const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const stranger = await graph.shop();
    const { id } = await takenTo(advisor.client, 'READY', [line()]);
    const before = await kept();
    expect(refusalOf(await tryTo(advisor.client, 'cancel', id))).toBe('FORBIDDEN');
    for (const { client } of [technician, accountant])
      for (const move of ['process', 'ready', 'deliver', 'cancel'] as const)
        expect((await tryTo(client, move, id)).code).toBe('FORBIDDEN');
    for (const { client } of [elsewhere, stranger.admin]) {
      for (const move of ['process', 'ready', 'deliver', 'cancel'] as const)
        expect((await tryTo(client, move, id)).code).toBe('NOT_FOUND');
      const { counterOrder } = await client.ask<{ counterOrder: null }>(
        'query ($id: ID!) { counterOrder(id: $id) { id } }',
        { id },
      );
      expect(counterOrder).toBeNull();
    }
    expect(await kept()).toEqual(before);
  });

  it('what is kept in a place that was closed meanwhile is not sold from there', async () => {
    const { client } = shop.admin;
    const van = await createLocation(client, { kind: 'VAN', name: 'Van', serviceCentreId: shop.centres[0] });
    const { id: partId } = await createPart(client, { price: euro('1.00') });
    const made = await order(manager.client, [{ partId, quantity: '1' }], { locationId: van });
    await client.ask(
      'mutation ($id: ID!) { updateStockLocation(id: $id, input: { active: false }) { id } }',
      { id: van },
    );
    expect(refusalOf(await tryTo(manager.client, 'process', made.id))).toBe('CONFLICT CLOSED_LOCATION');
  });
});
