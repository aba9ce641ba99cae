import { randomUUID } from 'node:crypto';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { eventsOf } from './customers.fixtures';
import {
  type Buying,
  createSupplier,
  done,
  draft,
  euro,
  lineOf,
  move,
  newPart,
  type Order,
  openBuying,
  ordered,
  purchasesKept,
  RECEIVE,
  send,
} from './purchasing.fixtures';
import { refusalOf } from './scheduling.fixtures';

const graph = useGraph();
let buying: Buying;
beforeAll(async () => {
  buying = await openBuying(graph);
});

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

const receive = (
  order: Order,
  quantities: (string | null)[],
  more: { prices?: (object | null)[] } & Record<string, unknown> = {},
) => {
  const { prices = [], ...rest } = more;
  const lines = order.lines.flatMap(({ id }, n) =>
    quantities[n] ? [{ lineId: id, quantity: quantities[n], unitPrice: prices[n] ?? null }] : [],
  );
  return send(buying.buyer.client, RECEIVE, { id: order.id, input: { lines, ...rest } });
};

interface Level {
  onHand: string;
  available: string;
  averageCost: { amount: string; currency: string } | null;
  value: { amount: string } | null;
}

async function levelOf(client: GraphClient, partId: string): Promise<Level | undefined> {
  const { part } = await client.ask<{ part: { stockLevels: Level[] } }>(
    `query ($id: ID!) { part(id: $id) { stockLevels { onHand available averageCost { amount currency }
       value { amount } } } }`,
    { id: partId },
  );
  return part.stockLevels[0];
}

const movements = (orderId: string) =>
  graph.sql<{ kind: string; quantity: string; line: string; actor: string }>(
    `select kind, quantity::float::text as quantity, reference_line_id as line, actor_id as actor
     from inventory.stock_movement where reference_id = $1 and reference_type = 'PURCHASE_ORDER' order by created_at, id`,
    [orderId],
  );

const RECEIPTS = `query ($id: ID!) { purchaseOrder(id: $id) { status partlyReceived receiptCount receivedAt receipts {
  id version createdAt updatedAt number deliveryNote notes exchangeRate receivedBy { id }
  lines { id version createdAt updatedAt quantity part { id } unitPrice { amount currency } total { amount } } } } }`;

const receiptsOf = async (id: string) =>
  (
    await buying.buyer.client.ask<{ purchaseOrder: { receipts: Record<string, unknown>[] } & object }>(
      RECEIPTS,
      { id },
    )
  ).purchaseOrder;

describe('what comes', () => {
  it('in parts is taken into stock at the price that was invoiced, with papers of its own', async () => {
    const [pads, oil] = [await newPart(buying), await newPart(buying, { unit: 'LITRE' })];
    const order = await ordered(buying, {
      lines: [lineOf(pads.id, '10', '20.00'), lineOf(oil.id, '5.5', '8.00')],
    });
    const first = await done(
      receive(order, ['4', '1.25'], {
        prices: [euro('21.00')],
        deliveryNote: ' DN 77 ',
        notes: 'One box is torn.',
        expectedVersion: order.version,
      }),
    );
    expect(first).toMatchObject({ status: 'ORDERED', version: order.version + 1 });
    expect(first.lines.map((line) => [line.receivedQuantity, line.outstandingQuantity])).toEqual([
      ['4', '6'],
      ['1.25', '4.25'],
    ]);
    const part = {
      id: expect.any(String),
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    };
    expect(await receiptsOf(order.id)).toEqual({
      status: 'ORDERED',
      partlyReceived: true,
      receiptCount: 1,
      receivedAt: null,
      receipts: [
        {
          ...part,
          number: `${order.number}/1`,
          deliveryNote: 'DN 77',
          notes: 'One box is torn.',
          exchangeRate: null,
          receivedBy: { id: buying.buyer.id },
          lines: [
            {
              ...part,
              quantity: '4',
              part: { id: pads.id },
              unitPrice: euro('21.00'),
              total: { amount: '84.00' },
            },
            {
              ...part,
              quantity: '1.25',
              part: { id: oil.id },
              unitPrice: euro('8.00'),
              total: { amount: '10.00' },
            },
          ],
        },
      ],
    });
    expect(await levelOf(buying.buyer.client, pads.id)).toEqual({
      onHand: '4',
      available: '4',
      averageCost: euro('21.00'),
      value: { amount: '84.00' },
    });
    const second = await done(receive(first, ['6', '4.25']));
    expect(second.status).toBe('RECEIVED');
    // Four at 21 and six at 20.
    expect(await levelOf(buying.buyer.client, pads.id)).toMatchObject({
      onHand: '10',
      averageCost: euro('20.40'),
      value: { amount: '204.00' },
    });
    expect(await receiptsOf(order.id)).toMatchObject({
      status: 'RECEIVED',
      partlyReceived: false,
      receiptCount: 2,
      receivedAt: expect.any(String),
      receipts: [{ number: `${order.number}/2` }, { number: `${order.number}/1` }],
    });
    const actor = buying.buyer.id;
    expect(await movements(order.id)).toEqual([
      { kind: 'RECEIPT', quantity: '4', line: order.lines[0]!.id, actor },
      { kind: 'RECEIPT', quantity: '1.25', line: order.lines[1]!.id, actor },
      { kind: 'RECEIPT', quantity: '6', line: order.lines[0]!.id, actor },
      { kind: 'RECEIPT', quantity: '4.25', line: order.lines[1]!.id, actor },
    ]);
    expect((await eventsOf(graph, order.id)).slice(-2)).toEqual([
      'PurchaseOrderReceived',
      'PurchaseOrderReceived',
    ]);
  });

  it('of an order in other money is valued at the rate of the day', async () => {
    const supplierId = await createSupplier(buying.buyer.client, { currency: 'JPY' });
    const part = await newPart(buying);
    const order = await ordered(buying, {
      supplierId,
      lines: [{ partId: part.id, quantity: '3', unitPrice: { amount: '1501', currency: 'JPY' } }],
    });
    expect(order.total).toEqual({ amount: '4503', currency: 'JPY' });
    const before = await purchasesKept(graph, buying.shop);
    for (const [rate, code] of [
      [undefined, 'REQUIRED'],
      ['0', 'RATE'],
      ['-1', 'RATE'],
      ['0,006', 'RATE'],
    ])
      expect(refusalOf(await receive(order, ['3'], { exchangeRate: rate }))).toBe(
        `BAD_INPUT input.exchangeRate: ${code}`,
      );
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
    await done(receive(order, ['3'], { exchangeRate: '0.006125' }));
    // 1501 × 0.006125 = 9.193625 euro each.
    expect(await levelOf(buying.buyer.client, part.id)).toMatchObject({
      averageCost: euro('9.19'),
      value: { amount: '27.58' },
    });
    expect(await receiptsOf(order.id)).toMatchObject({ receipts: [{ exchangeRate: '0.006125' }] });
    const own = await ordered(buying);
    expect(refusalOf(await receive(own, ['1'], { exchangeRate: '1' }))).toBe(
      'BAD_INPUT input.exchangeRate: NOT_NEEDED',
    );
  });

  it('comes once for one key; another key beyond the order is refused', async () => {
    const order = await ordered(buying);
    const key = { idempotencyKey: randomUUID() };
    const first = await done(receive(order, ['4'], key));
    expect(await done(receive(order, ['4'], key))).toEqual(first);
    const other = await receive(order, ['3'], key);
    expect(refusalOf(other)).toBe('IDEMPOTENCY_MISMATCH');
    const again = await receive(order, ['4'], { idempotencyKey: randomUUID() });
    expect(refusalOf(again)).toBe('INVALID_TRANSITION');
    expect(await movements(order.id)).toHaveLength(1);
  });

  const BAD: [string, (order: Order) => object[], string][] = [
    ['nothing', () => [], 'lines: ARRAY_MIN_SIZE'],
    ['none of a line', ({ lines }) => [{ lineId: lines[0]!.id, quantity: '0' }], 'lines.0.quantity: MIN'],
    ['less than none', ({ lines }) => [{ lineId: lines[0]!.id, quantity: '-2' }], 'lines.0.quantity: MIN'],
    [
      'half a piece',
      ({ lines }) => [{ lineId: lines[0]!.id, quantity: '1.5' }],
      'lines.0.quantity: DECIMALS',
    ],
    [
      'more than is outstanding',
      ({ lines }) => [{ lineId: lines[0]!.id, quantity: '4' }],
      'lines.0.quantity: BEYOND_ORDER',
    ],
    [
      'too much of two lines',
      ({ lines }) => lines.map(({ id: lineId }) => ({ lineId, quantity: '99' })),
      'lines.0.quantity: BEYOND_ORDER input.lines.1.quantity: BEYOND_ORDER',
    ],
    [
      'a line twice',
      ({ lines }) => Array(2).fill({ lineId: lines[0]!.id, quantity: '1' }),
      'lines.1.lineId: DUPLICATE',
    ],
    ['a line of another order', () => [{ lineId: randomUUID(), quantity: '1' }], 'lines.0.lineId: UNKNOWN'],
    [
      'a price in other money',
      ({ lines }) => [{ lineId: lines[0]!.id, quantity: '1', unitPrice: { amount: '1', currency: 'USD' } }],
      'lines.0.unitPrice.currency: OTHER_CURRENCY',
    ],
    [
      'a price below zero',
      ({ lines }) => [{ lineId: lines[0]!.id, quantity: '1', unitPrice: euro('-0.01') }],
      'lines.0.unitPrice.amount: MIN',
    ],
  ];
  it.each(BAD)('of %s is refused, and nothing comes in', async (_, lines, expected) => {
    const made = await ordered(buying, {
      lines: [lineOf((await newPart(buying)).id), lineOf((await newPart(buying)).id)],
    });
    const order = await done(receive(made, ['1', '1']));
    const before = await purchasesKept(graph, buying.shop);
    const answer = await send(buying.buyer.client, RECEIVE, { id: order.id, input: { lines: lines(order) } });
    expect(refusalOf(answer)).toBe(`BAD_INPUT input.${expected}`);
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
  });

  it('to an order that is not sent, or was seen before something came, is refused', async () => {
    const order = await draft(buying);
    const before = await purchasesKept(graph, buying.shop);
    expect(refusalOf(await receive(order, ['1']))).toBe('INVALID_TRANSITION');
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
    const sent = await ordered(buying);
    await done(receive(sent, ['1']));
    const stale = await receive(sent, ['1'], { expectedVersion: sent.version });
    expect(stale.code).toBe('CONFLICT');
    expect(await movements(sent.id)).toHaveLength(1);
  });
});

describe('fifty at once', () => {
  it('who receive the last of it: as many come as were ordered', async () => {
    const order = await ordered(buying, { lines: [lineOf((await newPart(buying)).id, '12')] });
    const answers = await Promise.all(
      FIFTY.map(() => receive(order, ['1'], { idempotencyKey: randomUUID() })),
    );
    const outcomes = answers.map((answer) => refusalOf(answer) ?? 'DONE');
    expect(outcomes.filter((each) => each === 'DONE')).toHaveLength(12);
    expect([...new Set(outcomes)].sort()).toEqual(['DONE', 'INVALID_TRANSITION']);
    expect(await movements(order.id)).toHaveLength(12);
    expect(await receiptsOf(order.id)).toMatchObject({ status: 'RECEIVED', receiptCount: 12 });
  });

  it('who send the same delivery with one key: it comes once', async () => {
    const order = await ordered(buying);
    const key = { idempotencyKey: randomUUID() };
    const answers = await Promise.all(FIFTY.map(() => receive(order, ['3'], key)));
    for (const answer of answers)
      expect(await done(Promise.resolve(answer))).toMatchObject({ status: 'ORDERED' });
    expect(await movements(order.id)).toHaveLength(1);
  });

  it('who receive, close and cancel: the order ends one way, and the stock agrees', async () => {
    const part = await newPart(buying);
    const order = await ordered(buying, { lines: [lineOf(part.id, '20')] });
    const answers = await Promise.all(
      FIFTY.map((n) => {
        if (n % 5 === 3) return move(buying.approver.client, 'close', order.id);
        if (n % 5 === 4) return move(buying.approver.client, 'cancel', order.id);
        return receive(order, ['1']);
      }),
    );
    const outcomes = new Set(answers.map((answer) => refusalOf(answer) ?? 'DONE'));
    for (const outcome of outcomes)
      expect(outcome).toMatch(/^(DONE|INVALID_TRANSITION|CONFLICT (ALREADY|NOTHING)_RECEIVED)$/);
    const came = (await movements(order.id)).length;
    const { purchaseOrder } = await buying.buyer.client.ask<{ purchaseOrder: Order }>(
      'query ($id: ID!) { purchaseOrder(id: $id) { status lines { receivedQuantity } } }',
      { id: order.id },
    );
    expect(purchaseOrder.lines[0]!.receivedQuantity).toBe(String(came));
    expect(purchaseOrder.status).toBe(came === 0 ? 'CANCELLED' : came === 20 ? 'RECEIVED' : 'CLOSED');
    const level = await levelOf(buying.buyer.client, part.id);
    expect(level?.onHand ?? '0').toBe(String(came));
  });
});
