import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { until } from '../harness/until';
import { BILLED, type Billed, billingKept, CANCEL_INVOICE, ratesEntered, refusal } from './billing.fixtures';
import { euro, order, takenTo } from './counter-orders.fixtures';
import { accountOf, createCustomer, eventsOf } from './customers.fixtures';
import { openPartsShop, type PartsShop, untilQuiet } from './job-parts.fixtures';
import { quotedTo, send, take } from './quotations.fixtures';
import { type StockPlace, stocked } from './stock.fixtures';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

const graph = useGraph();
let place: PartsShop;
let client: GraphClient;
let customerId: string;
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ client } = place.manager);
  ({ customerId } = place.visit);
  await ratesEntered(graph, place.shop);
});

const stock = (quantity = '50', part: object = {}) =>
  stocked(client, place.store, quantity, { price: euro('10.00'), ...part });
const of = ({ partId }: StockPlace, quantity = '1', more: object = {}) => ({ partId, quantity, ...more });

const FROM_ORDER = `mutation ($id: ID!, $who: ID) {
  createInvoiceFromCounterOrder(counterOrderId: $id, customerId: $who) { ${BILLED} } }`;
const bill = (as: GraphClient, id: string, who?: string) =>
  as.send<{ createInvoiceFromCounterOrder: Billed } | null>(FROM_ORDER, { id, who });
const billed = async (id: string, who?: string): Promise<Billed> => {
  const { data, errors } = await bill(client, id, who);
  expect(errors).toEqual([]);
  return data!.createInvoiceFromCounterOrder;
};

const INVOICE = `{ id status customer { id } vehicle { id } serviceCentre { id } createdBy { id } counterOrder { id }
  net { amount } lines { type code description quantity unitPrice { amount } discountPercent discount { amount }
    net { amount } taxPercent taxCategory partId } }`;
const invoiceOf = async (id: string, as = client) =>
  (
    await as.ask<{ counterOrder: { invoice: Record<string, unknown> | null } }>(
      `query ($id: ID!) { counterOrder(id: $id) { invoice ${INVOICE} } }`,
      { id },
    )
  ).counterOrder.invoice;
const drafted = (id: string): Promise<void> =>
  until('the order is billed', async () => (await invoiceOf(id)) !== null);
const invoicesOf = async (id: string): Promise<number> =>
  (
    await graph.sql<{ count: number }>(
      'select count(*)::int as count from billing.invoice where counter_order_id = $1',
      [id],
    )
  )[0]!.count;

describe('what was handed over', () => {
  it('makes a draft by itself, of what was sold at the price that was agreed', async () => {
    const pads = await stock('9', { sku: 'PADS-9', name: 'Pads' });
    const oil = await stock('9', { unit: 'LITRE', name: 'Oil', sku: 'OIL-9' });
    const lines = [
      of(pads, '4', { discountPercent: '12.5' }),
      of(oil, '2.345', { unitPrice: euro('8.00'), discount: euro('0.76') }),
    ];
    const { id } = await takenTo(client, 'READY', lines, { customerId });
    expect(await invoiceOf(id)).toBeNull();
    await client.ask('mutation ($id: ID!) { deliverCounterOrder(id: $id) { id } }', { id });
    await drafted(id);
    const line = (code: string, description: string, partId: string, rest: object) => ({
      type: 'PART',
      code,
      description,
      partId,
      taxPercent: '22',
      taxCategory: 'STANDARD',
      ...rest,
    });
    expect(await invoiceOf(id)).toEqual({
      id: expect.any(String),
      status: 'DRAFT',
      customer: { id: customerId },
      vehicle: null,
      serviceCentre: { id: place.shop.centres[0] },
      createdBy: null,
      counterOrder: { id },
      net: { amount: '53.00' },
      lines: [
        line('PADS-9', 'Pads', pads.partId, {
          quantity: '4',
          unitPrice: { amount: '10.00' },
          discountPercent: '12.5',
          discount: null,
          net: { amount: '35.00' },
        }),
        line('OIL-9', 'Oil', oil.partId, {
          quantity: '2.345',
          unitPrice: { amount: '8.00' },
          discountPercent: null,
          discount: { amount: '0.76' },
          net: { amount: '18.00' },
        }),
      ],
    });
    expect((await billed(id)).id).toBe((await invoiceOf(id))!.id);
  });

  it('is billed to whom somebody says who walked in, and not before', async () => {
    const { id } = await takenTo(client, 'DELIVERED', [of(await stock())]);
    await untilQuiet(graph, place.shop);
    expect(await invoiceOf(id)).toBeNull();
    const before = await billingKept(graph, place.shop);
    const nobody = '01234567-89ab-7def-8123-456789abcdef';
    expect(refusal(await bill(client, id))).toBe('customerId: REQUIRED');
    expect(refusal(await bill(client, id, nobody))).toBe('customerId: UNKNOWN');
    expect(await billingKept(graph, place.shop)).toEqual(before);
    const invoice = await billed(id, customerId);
    expect((await invoiceOf(id))!.customer).toEqual({ id: customerId });
    expect((await billed(id, customerId)).id).toBe(invoice.id);
  });

  it('is billed again on demand when the draft was given up, and never by itself', async () => {
    const { id } = await takenTo(client, 'DELIVERED', [of(await stock())], { customerId });
    await drafted(id);
    const first = await billed(id);
    await client.ask(CANCEL_INVOICE, { id: first.id, reason: 'Paid in cash.' });
    await untilQuiet(graph, place.shop);
    expect(await invoiceOf(id)).toBeNull();
    expect((await billed(id)).id).not.toBe(first.id);
  });

  it('makes none by itself where the shop does not want that', async () => {
    const set = (on: boolean) =>
      place.shop.admin.client.ask(
        'mutation ($on: Boolean) { updateBillingSettings(input: { draftsFromJobs: $on }) { draftsFromJobs } }',
        { on },
      );
    await set(false);
    const { id } = await takenTo(client, 'DELIVERED', [of(await stock())], { customerId });
    await untilQuiet(graph, place.shop);
    expect(await invoiceOf(id)).toBeNull();
    await set(true);
    expect((await billed(id)).net.minorUnits).toBe(1000);
  });

  it('is one invoice, whoever bills it at once beside the program itself', async () => {
    const { id } = await takenTo(client, 'READY', [of(await stock())], { customerId });
    const answers = await Promise.all([
      client.send('mutation ($id: ID!) { deliverCounterOrder(id: $id) { id } }', { id }),
      ...FIFTY.map(() => bill(client, id)),
    ]);
    for (const { code } of answers) expect([undefined, 'CONFLICT']).toContain(code);
    const again = await Promise.all(FIFTY.map(() => bill(client, id)));
    expect(new Set(again.map(({ data }) => data!.createInvoiceFromCounterOrder.id)).size).toBe(1);
    await untilQuiet(graph, place.shop);
    expect(await invoicesOf(id)).toBe(1);
  });

  it('is not billed before, nor to another, nor by who may not', async () => {
    const part = await stock();
    const ready = await takenTo(client, 'READY', [of(part)], { customerId });
    const sold = await takenTo(client, 'DELIVERED', [of(part)]);
    const theirs = await takenTo(client, 'DELIVERED', [of(part)], { customerId });
    await drafted(theirs.id);
    await client.ask(CANCEL_INVOICE, { id: (await billed(theirs.id)).id, reason: 'Wrong.' });
    const { id: other } = await createCustomer(client, { serviceCentreId: place.shop.centres[0] });
    await untilQuiet(graph, place.shop);
    const before = await billingKept(graph, place.shop);
    expect(refusal(await bill(client, ready.id))).toBe('CONFLICT');
    expect(refusal(await bill(client, theirs.id, other))).toBe('customerId: OTHER_CUSTOMER');
    const elsewhere = await place.shop.staff('MANAGER', { centres: [place.shop.centres[1]!] });
    const stranger = await graph.shop();
    for (const as of [elsewhere, stranger.admin])
      expect(refusal(await bill(as.client, sold.id))).toBe('counterOrderId: UNKNOWN');
    for (const role of ['TECHNICIAN', 'ACCOUNTANT']) {
      const member = await place.shop.staff(role);
      expect(refusal(await bill(member.client, sold.id, customerId))).toBe('FORBIDDEN');
    }
    expect(await billingKept(graph, place.shop)).toEqual(before);
    const buyer: Member = await accountOf(graph, place.shop, customerId);
    expect(
      await buyer.client.ask('query ($id: ID!) { counterOrder(id: $id) { invoice { id } } }', {
        id: ready.id,
      }),
    ).toEqual({
      counterOrder: { invoice: null },
    });
  });
});

describe('an accepted quotation of parts', () => {
  const convert = (id: string) => send(client, 'convert', { id, to: 'COUNTER_ORDER' });
  const partLine = (part: StockPlace, more: object = {}) => ({
    type: 'PART',
    description: 'Pads, front',
    quantity: '4',
    unitPrice: euro('10.00'),
    partId: part.partId,
    ...more,
  });
  const accepted = async (input: object) =>
    quotedTo(
      client,
      'ACCEPTED',
      { serviceCentreId: place.shop.centres[0], vehicleId: null, ...input },
      place.visit,
    );
  const madeOf = async (id: string) => {
    const { quotation } = await client.ask<{
      quotation: { number: string; total: object; convertedTo: Record<string, unknown> };
    }>(
      `query ($id: ID!) { quotation(id: $id) { number convertedTo { kind serviceRequest { id } counterOrder { id status notes
         customer { id } total { amount } lines { quantity taxCategory discountPercent discount { amount }
           unitPrice { amount } part { id } } } } } }`,
      { id },
    );
    return quotation;
  };

  it('becomes an order over the counter, for exactly what was accepted', async () => {
    const [pads, discs] = [await stock(), await stock()];
    const { id } = await accepted({
      discount: euro('7.00'),
      lines: [partLine(pads, { discountPercent: '10' }), partLine(discs, { quantity: '2' })],
    });
    await take(client, 'convert', { id, to: 'COUNTER_ORDER' });
    const { number, convertedTo } = await madeOf(id);
    expect(convertedTo).toEqual({
      kind: 'COUNTER_ORDER',
      serviceRequest: null,
      counterOrder: {
        id: expect.any(String),
        status: 'PENDING',
        notes: number,
        customer: { id: customerId },
        total: { amount: '49.00' },
        lines: [
          {
            quantity: '4',
            taxCategory: 'STANDARD',
            discountPercent: null,
            discount: { amount: '8.50' },
            unitPrice: { amount: '10.00' },
            part: { id: pads.partId },
          },
          {
            quantity: '2',
            taxCategory: 'STANDARD',
            discountPercent: null,
            discount: { amount: '2.50' },
            unitPrice: { amount: '10.00' },
            part: { id: discs.partId },
          },
        ],
      },
    });
    expect((await eventsOf(graph, id)).at(-1)).toBe('QuotationConverted');
    const plain = await accepted({ lines: [partLine(pads, { discountPercent: '10' })] });
    await take(client, 'convert', { id: plain.id, to: 'COUNTER_ORDER' });
    const { convertedTo: made } = await madeOf(plain.id);
    expect(made.counterOrder).toMatchObject({
      total: { amount: '36.00' },
      lines: [{ discountPercent: '10', discount: null }],
    });
  });

  it('becomes none with work on it, or with half a piece, and can become something else then', async () => {
    const pads = await stock();
    const work = await accepted({
      lines: [
        partLine(pads),
        { type: 'LABOUR', description: 'Work', quantity: '1', unitPrice: euro('50.00') },
      ],
    });
    expect(refusal(await convert(work.id))).toBe('id: NOT_PARTS');
    const half = await accepted({ lines: [partLine(pads, { quantity: '0.5' })] });
    expect(refusal(await convert(half.id))).toBe('input.lines.0.quantity: DECIMALS');
    const rows = await graph.sql(
      'select conversion_kind, converted_to_id from billing.quotation where id = any($1)',
      [[work.id, half.id]],
    );
    expect(rows).toEqual(rows.map(() => ({ conversion_kind: null, converted_to_id: null })));
    expect(
      await graph.sql('select from inventory.counter_order_line where part_id = $1', [pads.partId]),
    ).toEqual([]);
  });

  it('becomes one order, by fifty at once', async () => {
    const pads = await stock();
    const { id } = await accepted({ lines: [partLine(pads)] });
    const answers = await Promise.all(FIFTY.map(() => convert(id)));
    expect(answers.filter(({ errors }) => errors.length)).toEqual([]);
    const rows = await graph.sql('select from inventory.counter_order_line where part_id = $1', [
      pads.partId,
    ]);
    expect(rows).toHaveLength(1);
  });
});

it('an order that nobody handed over is not billed by itself', async () => {
  const { id } = await order(client, [of(await stock())], { customerId });
  await untilQuiet(graph, place.shop);
  expect(await invoicesOf(id)).toBe(0);
});
