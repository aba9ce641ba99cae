import { randomUUID } from 'node:crypto';
import { useGraph } from '../harness/graph';
import { auditOf, eventsOf } from './customers.fixtures';
import {
  advance,
  type Buying,
  CREATE_ORDER,
  createSupplier,
  done,
  draft,
  euro,
  lineOf,
  locationOf,
  type Move,
  move,
  newPart,
  type Order,
  openBuying,
  ordered,
  purchasesKept,
  RECEIVE,
  send,
  UPDATE_ORDER,
} from './purchasing.fixtures';
import { refusalOf } from './scheduling.fixtures';

const graph = useGraph();
let buying: Buying;
beforeAll(async () => {
  buying = await openBuying(graph, { centres: 1 });
});

const WHOLE = `query ($id: ID!) { purchaseOrder(id: $id) { id version createdAt updatedAt number status currency notes
  expectedOn partlyReceived receiptCount submittedAt decidedAt orderedAt receivedAt closedReason
  total { amount currency minorUnits } supplier { id name } location { id } requestedBy { id } submittedBy { id }
  decidedBy { id } orderedBy { id } requests { id } receipts { id }
  lines { id version createdAt updatedAt position quantity receivedQuantity outstandingQuantity part { id sku }
    unitPrice { amount currency } total { amount currency } } } }`;

const read = async (id: string) =>
  (await buying.buyer.client.ask<{ purchaseOrder: Record<string, unknown> }>(WHOLE, { id })).purchaseOrder;

describe('an order', () => {
  it('is put together, with each line rounded by itself', async () => {
    const oil = await newPart(buying, { unit: 'LITRE' });
    const filter = await newPart(buying);
    const { id } = await draft(buying, {
      lines: [lineOf(oil.id, '2.345', '7.77'), lineOf(filter.id, '3', '4.05')],
      notes: ' At the back door. ',
      expectedOn: '2031-04-01',
    });
    const line = (position: number, part: { id: string; sku: string }, quantity: string, rest: object) => ({
      id: expect.any(String),
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      position,
      quantity,
      receivedQuantity: '0',
      outstandingQuantity: quantity,
      part: { id: part.id, sku: part.sku },
      ...rest,
    });
    expect(await read(id)).toEqual({
      id,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      number: expect.stringMatching(/^PO-\d{6}$/),
      status: 'DRAFT',
      currency: 'EUR',
      notes: 'At the back door.',
      expectedOn: '2031-04-01',
      partlyReceived: false,
      receiptCount: 0,
      submittedAt: null,
      decidedAt: null,
      orderedAt: null,
      receivedAt: null,
      closedReason: null,
      // 18.22065 is 18.22, and 12.15.
      total: { amount: '30.37', currency: 'EUR', minorUnits: 3037 },
      supplier: { id: buying.supplierId, name: 'Ricambi Po' },
      location: { id: buying.locationId },
      requestedBy: { id: buying.buyer.id },
      submittedBy: null,
      decidedBy: null,
      orderedBy: null,
      requests: [],
      receipts: [],
      lines: [
        line(1, oil, '2.345', { unitPrice: euro('7.77'), total: euro('18.22') }),
        line(2, filter, '3', { unitPrice: euro('4.05'), total: euro('12.15') }),
      ],
    });
    expect(await eventsOf(graph, id)).toEqual(['PurchaseOrderCreated']);
  });

  it('goes its way: submitted, approved by somebody else, sent, and expected when the supplier usually comes', async () => {
    const supplierId = await createSupplier(buying.buyer.client, { leadTimeDays: 3 });
    const { id } = await draft(buying, { supplierId });
    await advance(buying, id, 'ORDERED');
    const inThreeDays = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    expect(await read(id)).toMatchObject({
      version: 4,
      status: 'ORDERED',
      expectedOn: inThreeDays,
      submittedBy: { id: buying.buyer.id },
      submittedAt: expect.any(String),
      decidedBy: { id: buying.approver.id },
      decidedAt: expect.any(String),
      orderedBy: { id: buying.buyer.id },
      orderedAt: expect.any(String),
    });
    expect(await eventsOf(graph, id)).toEqual([
      'PurchaseOrderCreated',
      'PurchaseOrderSubmitted',
      'PurchaseOrderApproved',
      'PurchaseOrderSent',
    ]);
    expect((await auditOf(graph, id)).map(({ action }) => action)).toEqual([
      'create',
      'submit',
      'approve',
      'send',
    ]);
    const day = await done(
      send(buying.buyer.client, UPDATE_ORDER, { id, input: { expectedOn: '2031-05-05' } }),
    );
    expect(day).toMatchObject({ version: 5, status: 'ORDERED' });
    expect(await read(id)).toMatchObject({ expectedOn: '2031-05-05' });
  });

  it('is expected on the day that is said when it is sent', async () => {
    const { id } = await draft(buying);
    await advance(buying, id, 'APPROVED');
    const SEND = `mutation ($id: ID!, $day: LocalDate) { done: sendPurchaseOrder(id: $id, expectedOn: $day) {
      id version number status expectedOn } }`;
    const past = await send(buying.buyer.client, SEND, { id, day: '2020-01-01' });
    expect(refusalOf(past)).toBe('BAD_INPUT expectedOn: PAST');
    const sent = await done(send(buying.buyer.client, SEND, { id, day: '2031-06-01' }));
    expect(sent).toMatchObject({ status: 'ORDERED', expectedOn: '2031-06-01' });
  });

  it('takes the price that a part had the last time it was ordered there, in that currency', async () => {
    const part = await newPart(buying);
    const unpriced = { partId: part.id, quantity: '2' };
    const { supplierId, locationId, buyer } = buying;
    const input = { supplierId, locationId, lines: [unpriced] };
    const first = await send(buyer.client, CREATE_ORDER, { input });
    expect(refusalOf(first)).toBe('BAD_INPUT input.lines.0.unitPrice: REQUIRED');
    await ordered(buying, { lines: [lineOf(part.id, '1', '3.10')] });
    await ordered(buying, { lines: [lineOf(part.id, '1', '3.30')] });
    await draft(buying, { lines: [lineOf(part.id, '1', '9.99')] });
    const second = await draft(buying, { lines: [unpriced] });
    expect(second.lines[0]!.unitPrice.amount).toBe('3.30');
    const elsewhere = await createSupplier(buyer.client);
    const third = await send(buyer.client, CREATE_ORDER, { input: { ...input, supplierId: elsewhere } });
    expect(refusalOf(third)).toBe('BAD_INPUT input.lines.0.unitPrice: REQUIRED');
  });

  it('is counted with those of all service centres, without a gap', async () => {
    const there = await locationOf(buying.shop.admin.client, buying.shop.centres[1]!);
    const here = await draft(buying);
    const part = await newPart(buying);
    const next = await done(
      send(buying.shop.admin.client, CREATE_ORDER, {
        input: { supplierId: buying.supplierId, locationId: there, lines: [lineOf(part.id)] },
      }),
    );
    expect(Number(next.number.slice(3))).toBe(Number(here.number.slice(3)) + 1);
  });

  it('is made once for one key, and refused for the key with other words', async () => {
    const part = await newPart(buying);
    const { supplierId, locationId, buyer } = buying;
    const input = { supplierId, locationId, lines: [lineOf(part.id)], idempotencyKey: randomUUID() };
    const first = await done(send(buyer.client, CREATE_ORDER, { input }));
    expect(await done(send(buyer.client, CREATE_ORDER, { input }))).toEqual(first);
    const other = await send(buyer.client, CREATE_ORDER, { input: { ...input, notes: 'Other.' } });
    expect(refusalOf(other)).toBe('IDEMPOTENCY_MISMATCH');
  });
});

describe('a draft', () => {
  it('is changed as a whole, and later only in its expected day', async () => {
    const [one, two, three] = [await newPart(buying), await newPart(buying), await newPart(buying)];
    const { id } = await draft(buying, {
      lines: [lineOf(one.id), lineOf(two.id, '1', '2.00')],
      notes: 'Old',
    });
    const lines = [lineOf(three.id, '5', '1.00'), lineOf(two.id, '2', '2.00')];
    const changed = await done(
      send(buying.buyer.client, UPDATE_ORDER, { id, input: { lines, notes: null, expectedVersion: 1 } }),
    );
    expect(changed).toMatchObject({ version: 2, total: euro('9.00') });
    expect(changed.lines.map(({ part, quantity, position }) => [part?.id, quantity, position])).toEqual([
      [three.id, '5', 1],
      [two.id, '2', 2],
    ]);
    expect(await read(id)).toMatchObject({ notes: null });
    const same = await done(send(buying.buyer.client, UPDATE_ORDER, { id, input: { lines } }));
    expect(same.version).toBe(2);
    // Another part at the same price: what is approved must not look the same.
    const swapped = [lineOf(one.id, '5', '1.00'), lineOf(two.id, '2', '2.00')];
    const other = await done(send(buying.buyer.client, UPDATE_ORDER, { id, input: { lines: swapped } }));
    expect(other).toMatchObject({ version: 3, total: euro('9.00') });
    await advance(buying, id, 'PENDING');
    const before = await purchasesKept(graph, buying.shop);
    for (const input of [{ lines }, { notes: 'Late' }, { notes: null }]) {
      const late = await send(buying.buyer.client, UPDATE_ORDER, { id, input });
      expect(refusalOf(late)).toBe('CONFLICT NOT_A_DRAFT');
    }
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
  });

  it('that changed meanwhile is not changed, decided or sent as it was seen', async () => {
    const { id } = await draft(buying);
    const stale = { id, expectedVersion: 7 };
    const before = await purchasesKept(graph, buying.shop);
    const changed = await send(buying.buyer.client, UPDATE_ORDER, {
      id,
      input: { notes: 'Mine', expectedVersion: 7 },
    });
    expect(changed.code).toBe('CONFLICT');
    for (const what of ['submit', 'approve', 'reject', 'send', 'cancel', 'close'] as const)
      expect((await move(buying.buyer.client, what, id, stale)).code).toBe('CONFLICT');
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
  });
});

describe('bad lines', () => {
  const line = (change: object) => async () => [{ ...lineOf((await newPart(buying)).id), ...change }];
  const discontinued = async () => {
    const part = await newPart(buying);
    await buying.buyer.client.ask('mutation ($id: ID!) { discontinuePart(id: $id) { id } }', { id: part.id });
    return [lineOf(part.id)];
  };
  const twice = async () => {
    const part = await newPart(buying);
    return [lineOf(part.id), lineOf(part.id.toUpperCase())];
  };
  const BAD: [string, () => Promise<object[]>, string][] = [
    ['nothing', async () => [], 'lines: ARRAY_MIN_SIZE'],
    ['a quantity of nothing', line({ quantity: '0' }), 'lines.0.quantity: MIN'],
    ['a quantity below zero', line({ quantity: '-1' }), 'lines.0.quantity: MIN'],
    ['a quantity that is none', line({ quantity: 'two' }), 'lines.0.quantity: QUANTITY'],
    ['half a piece', line({ quantity: '0.5' }), 'lines.0.quantity: DECIMALS'],
    ['a price below zero', line({ unitPrice: euro('-1') }), 'lines.0.unitPrice.amount: MIN'],
    [
      'a price with a third of a cent',
      line({ unitPrice: euro('1.003') }),
      'lines.0.unitPrice.amount: DECIMALS',
    ],
    [
      'a price in another currency',
      line({ unitPrice: { amount: '1', currency: 'USD' } }),
      'lines.0.unitPrice.currency: OTHER_CURRENCY',
    ],
    [
      'more money than there is',
      line({ quantity: '999999999', unitPrice: euro('99999999.00') }),
      'lines.0.unitPrice: OUT_OF_RANGE',
    ],
    ['a part that is not there', line({ partId: randomUUID() }), 'lines.0.partId: UNKNOWN'],
    ['a part that is not bought any more', discontinued, 'lines.0.partId: DISCONTINUED'],
    ['a part twice', twice, 'lines.1.partId: DUPLICATE'],
  ];
  it.each(BAD)('of %s are refused, and nothing is made or changed', async (_, make, expected) => {
    const { id } = await draft(buying);
    const lines = await make();
    const before = await purchasesKept(graph, buying.shop);
    const { supplierId, locationId, buyer } = buying;
    const made = await send(buyer.client, CREATE_ORDER, { input: { supplierId, locationId, lines } });
    expect(refusalOf(made)).toBe(`BAD_INPUT input.${expected}`);
    const changed = await send(buyer.client, UPDATE_ORDER, { id, input: { lines } });
    expect(refusalOf(changed)).toBe(`BAD_INPUT input.${expected}`);
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
  });
});

describe('an order is refused', () => {
  it('to a supplier that is archived or not there, and for a place of others', async () => {
    const { buyer, shop, supplierId, locationId } = buying;
    const archived = await createSupplier(buyer.client);
    await buyer.client.ask(
      'mutation ($id: ID!) { updateSupplier(id: $id, input: { archived: true }) { id } }',
      { id: archived },
    );
    const there = await locationOf(shop.admin.client, shop.centres[1]!);
    const lines = [lineOf((await newPart(buying)).id)];
    const before = await purchasesKept(graph, shop);
    const refused = async (input: object) =>
      refusalOf(
        await send(buyer.client, CREATE_ORDER, { input: { supplierId, locationId, lines, ...input } }),
      );
    expect(await refused({ supplierId: archived })).toBe('BAD_INPUT input.supplierId: ARCHIVED');
    expect(await refused({ supplierId: randomUUID() })).toBe('BAD_INPUT input.supplierId: UNKNOWN');
    expect(await refused({ locationId: there })).toBe('BAD_INPUT input.locationId: UNKNOWN');
    expect(await refused({ locationId: randomUUID() })).toBe('BAD_INPUT input.locationId: UNKNOWN');
    expect(await purchasesKept(graph, shop)).toEqual(before);
  });

  it('when its supplier was archived, or a part discontinued, before it is submitted', async () => {
    const { buyer, shop } = buying;
    const supplierId = await createSupplier(buyer.client);
    const part = await newPart(buying);
    const { id: toArchived } = await draft(buying, { supplierId });
    const { id: ofGone } = await draft(buying, { lines: [lineOf(part.id)] });
    await buyer.client.ask(
      `mutation ($supplier: ID!, $part: ID!) {
         updateSupplier(id: $supplier, input: { archived: true }) { id } discontinuePart(id: $part) { id } }`,
      { supplier: supplierId, part: part.id },
    );
    const before = await purchasesKept(graph, shop);
    expect(refusalOf(await move(buyer.client, 'submit', toArchived))).toBe('CONFLICT SUPPLIER_ARCHIVED');
    expect(refusalOf(await move(buyer.client, 'submit', ofGone))).toBe('CONFLICT PART_DISCONTINUED');
    expect(await purchasesKept(graph, shop)).toEqual(before);
  });
});

describe('the states', () => {
  const STATES: [string, () => Promise<Order>][] = [
    ['DRAFT', () => draft(buying)],
    ['PENDING', async () => advance(buying, (await draft(buying)).id, 'PENDING')],
    ['APPROVED', async () => advance(buying, (await draft(buying)).id, 'APPROVED')],
    ['ORDERED', () => ordered(buying)],
    ['REJECTED', async () => end('reject', await advance(buying, (await draft(buying)).id, 'PENDING'))],
    ['CANCELLED', async () => end('cancel', await draft(buying))],
    ['CLOSED', async () => end('close', await come(await ordered(buying), '1'))],
    ['RECEIVED', async () => come(await ordered(buying), '4')],
  ];
  const end = (what: Move, { id }: Order) => done(move(buying.approver.client, what, id));
  const come = ({ id, lines }: Order, quantity: string) =>
    done(send(buying.buyer.client, RECEIVE, { id, input: { lines: [{ lineId: lines[0]!.id, quantity }] } }));

  /** What each command makes of each state: the next, `same` where it stays, or the refusal. */
  const OUTCOMES: Record<string, Record<string, string>> = {
    DRAFT: { submit: 'PENDING', cancel: 'CANCELLED' },
    PENDING: { submit: 'same', approve: 'APPROVED', reject: 'REJECTED', cancel: 'CANCELLED' },
    APPROVED: { approve: 'same', send: 'ORDERED', cancel: 'CANCELLED' },
    ORDERED: { send: 'same', cancel: 'CANCELLED', close: 'CONFLICT NOTHING_RECEIVED' },
    REJECTED: { reject: 'same' },
    CANCELLED: { cancel: 'same' },
    CLOSED: { close: 'same' },
    RECEIVED: {},
  };
  const COMMANDS = ['submit', 'approve', 'reject', 'send', 'close', 'cancel'] as const;

  describe.each(STATES)('%s', (state, make) => {
    it.each(COMMANDS)('and the command to %s', async (what) => {
      const order = await make();
      expect(order.status).toBe(state);
      const expected = OUTCOMES[state]![what] ?? 'INVALID_TRANSITION';
      const before = await purchasesKept(graph, buying.shop);
      const answer = await move(buying.approver.client, what, order.id);
      if (/^[A-Z]+$/.test(expected)) return expect(answer.data?.done.status).toBe(expected);
      if (expected === 'same') expect(answer.data?.done).toEqual(order);
      else expect(refusalOf(answer)).toBe(expected);
      expect(await purchasesKept(graph, buying.shop)).toEqual(before);
    });
  });

  it('tell which may follow', async () => {
    const { id } = await draft(buying);
    const { errors } = await move(buying.buyer.client, 'send', id);
    expect(errors[0]!.extensions).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'DRAFT',
      to: 'ORDERED',
      allowed: ['PENDING', 'CANCELLED'],
    });
  });
});
