import { newId } from '../../shared/ids';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import {
  ADD_INVOICE_LINE,
  type Buyer,
  billingKept,
  billingShop,
  buyer,
  CANCEL_INVOICE,
  CREATE_INVOICE,
  draft,
  euro,
  issued,
  labour,
  refusal,
  sendIssue,
  UPDATE_INVOICE,
} from './billing.fixtures';
import { accountOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let client: GraphClient;
let who: Buyer;
let stranger: Buyer;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  manager = await shop.staff('MANAGER');
  client = manager.client;
  who = await buyer(client);
  stranger = await buyer((await graph.shop()).admin.client);
});

const oneLine = (more: Record<string, unknown>) => () => ({ lines: [labour(more)] });

describe('a draft is refused, and nothing is kept of it', () => {
  it.each<[string, () => Record<string, unknown>, string]>([
    [
      'another organisation’s customer',
      () => ({ customerId: stranger.customerId }),
      'input.customerId: UNKNOWN',
    ],
    ['another organisation’s vehicle', () => ({ vehicleId: stranger.vehicleId }), 'input.vehicleId: UNKNOWN'],
    ['another centre', () => ({ serviceCentreId: shop.centres[1] }), 'input.serviceCentreId: SERVICE_CENTRE'],
    ['a negative price', oneLine({ unitPrice: euro('-0.01') }), 'input.lines.0.unitPrice.amount: NEGATIVE'],
    [
      'more decimals than there are',
      oneLine({ unitPrice: euro('0.001') }),
      'input.lines.0.unitPrice.amount: DECIMALS',
    ],
    [
      'another currency',
      oneLine({ unitPrice: { amount: '1.00', currency: 'USD' } }),
      'input.lines.0.unitPrice.currency: FOREIGN_CURRENCY',
    ],
    [
      'a discount in another currency',
      oneLine({ discount: { amount: '1.00', currency: 'USD' } }),
      'input.lines.0.discount.currency: FOREIGN_CURRENCY',
    ],
    [
      'a discount above the line',
      oneLine({ discount: euro('100.01') }),
      'input.lines.0.discount: DISCOUNT_ABOVE_LINE',
    ],
    [
      'two discounts on a line',
      oneLine({ discount: euro('1.00'), discountPercent: '1' }),
      'input.lines.0.discount: ONE_DISCOUNT',
    ],
    [
      'more than everything off',
      oneLine({ discountPercent: '100.01' }),
      'input.lines.0.discountPercent: MATCHES',
    ],
    ['nothing of something', oneLine({ quantity: '0' }), 'input.lines.0.quantity: NOT_POSITIVE'],
    ['less than nothing', oneLine({ quantity: '-1' }), 'input.lines.0.quantity: MATCHES'],
    ['too fine a quantity', oneLine({ quantity: '1.00001' }), 'input.lines.0.quantity: MATCHES'],
    [
      'more than can be counted',
      oneLine({ quantity: '99999999', unitPrice: euro('99999999.00') }),
      'input.lines.0.unitPrice.amount: OUT_OF_RANGE',
    ],
    ['words of spaces', oneLine({ description: '  ' }), 'input.lines.0.description: MATCHES'],
    ['a rate that is not there', oneLine({ taxRateId: newId() }), 'input.lines.0.taxRateId: UNKNOWN'],
    [
      'a category without a rate',
      oneLine({ taxCategory: 'EXEMPT' }),
      'input.lines.0.taxCategory: NO_TAX_RATE',
    ],
    [
      'a discount above the whole',
      () => ({ discount: euro('100.01') }),
      'input.discount: DISCOUNT_ABOVE_TOTAL',
    ],
    ['terms without end', () => ({ paymentTermsDays: 366 }), 'input.paymentTermsDays: MAX'],
    [
      'too many lines',
      () => ({ lines: Array.from({ length: 201 }, () => labour()) }),
      'input.lines: ARRAY_MAX_SIZE',
    ],
  ])('%s', async (_, input, code) => {
    const before = await billingKept(graph, shop);
    const answer = await client.send(CREATE_INVOICE, { input: { ...who, lines: [labour()], ...input() } });
    expect(refusal(answer)).toBe(code);
    expect(await billingKept(graph, shop)).toEqual(before);
  });
});

describe('a change is refused, and changes nothing', () => {
  it('of a version that was overtaken, of a line that is not there, and one too many', async () => {
    const { id, lines } = await draft(client, { lines: Array.from({ length: 200 }, () => labour()) }, who);
    await client.ask(UPDATE_INVOICE, { id, input: { notes: 'First' } });
    const before = await billingKept(graph, shop);
    const changes: [string, Record<string, unknown>, string][] = [
      [UPDATE_INVOICE, { id, input: { notes: 'x', expectedVersion: 1 } }, 'CONFLICT'],
      [CANCEL_INVOICE, { id, reason: 'x', expectedVersion: 1 }, 'CONFLICT'],
      [CANCEL_INVOICE, { id, reason: ' ' }, 'reason: MATCHES'],
      [ADD_INVOICE_LINE, { id, input: labour(), expectedVersion: 1 }, 'CONFLICT'],
      [ADD_INVOICE_LINE, { id, input: labour() }, 'input.lines: TOO_MANY'],
      [ADD_INVOICE_LINE, { id, input: labour({ partId: newId() }) }, 'input.partId: UNKNOWN'],
      [UPDATE_INVOICE, { id, input: { customerId: stranger.customerId } }, 'input.customerId: UNKNOWN'],
      [UPDATE_INVOICE, { id, input: { discount: euro('99999.00') } }, 'input.discount: DISCOUNT_ABOVE_TOTAL'],
    ];
    for (const [mutation, variables, code] of changes)
      expect(refusal(await client.send(mutation, variables))).toBe(code);
    const other = await draft(client, {}, who);
    const remove = 'mutation ($id: ID!, $lineId: ID!) { removeInvoiceLine(id: $id, lineId: $lineId) { id } }';
    expect(refusal(await client.send(remove, { id: other.id, lineId: lines[0]!.id }))).toBe('NOT_FOUND');
    await client.ask(CANCEL_INVOICE, { id: other.id, reason: 'x' });
    const left = (await billingKept(graph, shop)) as { invoice: unknown[] };
    expect(left.invoice.length).toBe((before as { invoice: unknown[] }).invoice.length + 1);
  });

  it('a line that is taken out may not leave less than what is taken off', async () => {
    const lines = [labour(), labour({ quantity: '1' })];
    const { id, lines: made } = await draft(client, { lines, discount: euro('120.00') }, who);
    const before = await billingKept(graph, shop);
    const remove = 'mutation ($id: ID!, $lineId: ID!) { removeInvoiceLine(id: $id, lineId: $lineId) { id } }';
    expect(refusal(await client.send(remove, { id, lineId: made[0]!.id }))).toBe(
      'discount: DISCOUNT_ABOVE_TOTAL',
    );
    expect(await billingKept(graph, shop)).toEqual(before);
  });
});

describe('an issue is refused, and takes no number', () => {
  it('of an empty one, and of a version that was overtaken', async () => {
    const { id } = await draft(client, { lines: [] }, who);
    const before = await billingKept(graph, shop);
    expect(refusal(await sendIssue(client, id))).toBe('id: EMPTY');
    expect(refusal(await sendIssue(client, id, { expectedVersion: 7 }))).toBe('CONFLICT');
    expect(await billingKept(graph, shop)).toEqual(before);
  });

  it('with reverse charge, until both have a tax number', async () => {
    await shop.admin.client.ask(
      'mutation { createTaxRate(input: { name: "Reverse", category: REVERSE_CHARGE, validFrom: "2020-01-01" }) { id } }',
    );
    const company = await buyer(client, { company: 'Bianchi S.r.l.' });
    const { id } = await draft(
      client,
      { lines: [labour(), labour({ taxCategory: 'REVERSE_CHARGE' })] },
      company,
    );
    const before = await billingKept(graph, shop);
    expect(refusal(await sendIssue(client, id))).toBe('lines.1.taxCategory: BUYER_TAX_NUMBER');
    expect(await billingKept(graph, shop)).toEqual(before);
    await client.ask(
      'mutation ($id: ID!) { updateCustomer(id: $id, input: { taxNumber: "IT01234567890" }) { id } }',
      { id: company.customerId },
    );
    expect(refusal(await sendIssue(client, id))).toBe('lines.1.taxCategory: SELLER_TAX_NUMBER');
    await shop.admin.client.ask(
      'mutation { updateBillingSettings(input: { taxNumber: "IT09876543210" }) { id } }',
    );
    expect((await sendIssue(client, id)).data?.issueInvoice.tax.minorUnits).toBe(2200);
  });

  it('to a customer who was erased', async () => {
    const gone = await buyer(client);
    const { id } = await draft(client, {}, gone);
    await graph.sql('update customer.customer set erased_at = now() where id = $1', [gone.customerId]);
    expect(refusal(await sendIssue(client, id))).toBe('customerId: ERASED');
    expect(refusal(await client.send(CREATE_INVOICE, { input: gone }))).toBe('input.customerId: ERASED');
  });

  it('under a number that another centre had before, which the answer explains', async () => {
    const other = await graph.shop({ centres: 1 });
    const { client: admin } = other.admin;
    await admin.ask(
      `mutation { createTaxRate(input: { name: "S", category: STANDARD, percent: "22", validFrom: "2020-01-01" }) { id } }`,
    );
    const first = await issued(admin, { serviceCentreId: other.centres[0] });
    expect(first.number).toBe('INV-FIRST-000001');
    const rename =
      'mutation ($id: ID!, $code: String!) { updateServiceCentre(id: $id, input: { code: $code }) { id } }';
    await admin.ask(rename, { id: other.centres[0], code: 'OLD' });
    await admin.ask(rename, { id: other.centres[1], code: 'FIRST' });
    const { id } = await draft(admin, { serviceCentreId: other.centres[1] });
    expect(refusal(await sendIssue(admin, id))).toBe('id: NUMBER_TAKEN');
    await admin.ask(rename, { id: other.centres[1], code: 'NEW' });
    expect((await sendIssue(admin, id)).data?.issueInvoice.number).toBe('INV-NEW-000001');
  });
});

it('each role does what is its own, in its own centres', async () => {
  const { id } = await draft(client, {}, who);
  const codes = async (as: GraphClient) => {
    const variables = { id, input: {}, reason: 'x' };
    const answers = [
      await as.send(CREATE_INVOICE, { input: { ...who, lines: [] } }),
      await as.send(UPDATE_INVOICE, { id, input: {} }),
      await as.send('mutation ($id: ID!) { issueInvoice(id: $id, expectedVersion: 99) { id } }', { id }),
      await as.send(
        'mutation ($id: ID!) { cancelInvoice(id: $id, reason: "x", expectedVersion: 99) { id } }',
        variables,
      ),
      await as.send('query ($id: ID!) { invoice(id: $id) { id } }', { id }),
    ];
    return answers.map(({ code, data }) => code ?? (Object.values(data!)[0] ? 'done' : 'null'));
  };
  const no = 'FORBIDDEN';
  const of = async (role: string) => codes((await shop.staff(role)).client);
  expect(await of('MANAGER')).toEqual(['done', 'done', 'CONFLICT', 'CONFLICT', 'done']);
  expect(await of('ADVISOR')).toEqual(['done', 'done', 'CONFLICT', no, 'done']);
  expect(await of('RECEPTIONIST')).toEqual(['done', no, no, no, 'done']);
  expect(await of('ACCOUNTANT')).toEqual([no, no, 'CONFLICT', no, 'done']);
  expect(await of('TECHNICIAN')).toEqual([no, 'NOT_FOUND', no, no, 'null']);
  expect(await codes((await accountOf(graph, shop, who.customerId)).client)).toEqual([
    no,
    no,
    no,
    no,
    'null',
  ]);
  const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  expect((await codes(elsewhere.client)).slice(1)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'null']);
  const stranger = await graph.shop();
  expect((await codes(stranger.admin.client)).slice(1)).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
    'NOT_FOUND',
    'null',
  ]);
});
