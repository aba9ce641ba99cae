import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { type Buyer, billingShop, buyer, credit, draft, issued, labour } from './billing.fixtures';
import { accountOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let who: Buyer;
let ids: Record<'open' | 'partly' | 'overdue' | 'paid' | 'credited' | 'draft', string>;

/** As payments leave it: nothing pays yet. */
const pay = (id: string, minor: number) =>
  graph.sql('update billing.invoice set paid_minor = $2 where id = $1', [id, minor]);

beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  manager = await shop.staff('MANAGER');
  const { client } = manager;
  who = await buyer(client);
  const of = async (paymentTermsDays = 14) => (await issued(client, { paymentTermsDays }, who)).id;
  ids = {
    open: await of(20),
    partly: await of(30),
    overdue: await of(0),
    paid: await of(0),
    credited: await of(0),
    draft: (await draft(client, {}, who)).id,
  };
  await pay(ids.partly, 1);
  await pay(ids.overdue, 1);
  await pay(ids.paid, 12200);
  await credit(client, ids.credited);
  // Issued yesterday, by the calendar of the centre.
  await graph.sql(`alter table billing.invoice disable trigger invoice_kept`);
  await graph.sql(
    'update billing.invoice set due_on = due_on - 1, issued_on = issued_on - 1 where id = any($1::uuid[])',
    [[ids.overdue, ids.paid, ids.credited]],
  );
  await graph.sql(`alter table billing.invoice enable trigger invoice_kept`);
});

const found = async (
  filter: object,
  orderBy = 'NEWEST',
  client: GraphClient = manager.client,
): Promise<string[]> => {
  const { invoices } = await client.ask<{ invoices: { nodes: { id: string }[]; totalCount: number } }>(
    `query ($filter: InvoiceFilter!, $orderBy: InvoiceOrder!) { invoices(filter: $filter, orderBy: $orderBy, first: 100) {
       nodes { id } edges { cursor node { id } } totalCount pageInfo { hasNextPage endCursor } } }`,
    { filter, orderBy },
  );
  expect(invoices.totalCount).toBe(invoices.nodes.length);
  return invoices.nodes.map(({ id }) => id);
};

it('how far each is settled follows from its balance and the day', async () => {
  const { invoices } = await manager.client.ask<{
    invoices: { nodes: { id: string; paymentStatus: string | null; amountPaid: object; balance: object }[] };
  }>('{ invoices { nodes { id paymentStatus amountPaid { amount } balance { amount } } } }');
  const settled = (id: string) => invoices.nodes.find((node) => node.id === id);
  const is = (id: string, paymentStatus: string | null, paid: string, balance: string) =>
    expect(settled(id)).toEqual({
      id,
      paymentStatus,
      amountPaid: { amount: paid },
      balance: { amount: balance },
    });
  is(ids.open, 'UNPAID', '0.00', '122.00');
  is(ids.partly, 'PARTLY_PAID', '0.01', '121.99');
  is(ids.overdue, 'OVERDUE', '0.01', '121.99');
  is(ids.paid, 'PAID', '122.00', '0.00');
  is(ids.credited, 'PAID', '0.00', '0.00');
  is(ids.draft, null, '0.00', '122.00');
});

it.each([
  ['UNPAID', ['open']],
  ['PARTLY_PAID', ['partly']],
  ['OVERDUE', ['overdue']],
  ['PAID', ['credited', 'paid']],
])('%s finds those, and no others', async (status, names) => {
  expect(await found({ paymentStatus: [status] })).toEqual(
    names.map((name) => ids[name as keyof typeof ids]),
  );
});

it('they are found by what they are about, and come in the order that is asked for', async () => {
  const all = Object.values(ids).reverse();
  expect(await found({})).toEqual(all);
  expect(await found({}, 'OLDEST')).toEqual([...all].reverse());
  const due = await found({}, 'DUE');
  expect(due.slice(3)).toEqual([ids.open, ids.partly, ids.draft]);
  expect(await found({ paymentStatus: ['UNPAID', 'OVERDUE'] })).toEqual([ids.overdue, ids.open]);
  expect(await found({ paymentStatus: [] })).toEqual([]);
  expect(await found({ status: ['DRAFT'] })).toEqual([ids.draft]);
  expect(
    await found({ customerId: who.customerId, vehicleId: who.vehicleId, status: ['ISSUED'] }),
  ).toHaveLength(5);
  expect(await found({ customerId: who.vehicleId })).toEqual([]);
  expect(await found({ jobCardId: who.vehicleId })).toEqual([]);
  expect(await found({ serviceCentreId: shop.centres[1] })).toEqual([]);
  const { invoice } = await manager.client.ask<{ invoice: { number: string; issuedOn: string } }>(
    'query ($id: ID!) { invoice(id: $id) { number issuedOn } }',
    { id: ids.open },
  );
  expect(await found({ number: ` ${invoice.number.toLowerCase()} ` })).toEqual([ids.open]);
  expect(await found({ issuedFrom: invoice.issuedOn })).toEqual([ids.partly, ids.open]);
  expect(await found({ issuedTo: invoice.issuedOn })).toHaveLength(5);
  expect(await found({ issuedTo: '2020-01-01' })).toEqual([]);
});

it('customers see what was issued to them', async () => {
  const customer = await accountOf(graph, shop, who.customerId);
  expect(await found({}, 'NEWEST', customer.client)).toEqual(Object.values(ids).slice(0, 5).reverse());
  const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  expect(await found({}, 'NEWEST', elsewhere.client)).toEqual([]);
});

describe('elsewhere', () => {
  it.each([
    ['JP', 'JPY', '10', '333', { net: '999', tax: '100', total: '1099' }],
    ['TN', 'TND', '19', '12.345', { net: '37.035', tax: '7.037', total: '44.072' }],
    ['BH', 'BHD', '10', '1.005', { net: '3.015', tax: '0.302', total: '3.317' }],
  ])('%s: amounts have the decimals of %s', async (country, currency, percent, price, sums) => {
    const { admin, centres } = await graph.shop({ country, currency });
    await admin.client.ask(`mutation ($input: CreateTaxRateInput!) { createTaxRate(input: $input) { id } }`, {
      input: { name: 'S', category: 'STANDARD', percent, validFrom: '2020-01-01' },
    });
    const lines = [labour({ quantity: '3', unitPrice: { amount: price, currency } })];
    const { id } = await issued(admin.client, { lines, serviceCentreId: centres[0] });
    const { invoice } = await admin.client.ask<{ invoice: Record<string, { amount: string }> }>(
      'query ($id: ID!) { invoice(id: $id) { net { amount } tax { amount } total { amount } } }',
      { id },
    );
    expect(invoice).toEqual({
      net: { amount: sums.net },
      tax: { amount: sums.tax },
      total: { amount: sums.total },
    });
  });

  it('prices with the tax in them come to what was said, and rounding by line is pinned at issue', async () => {
    const other = await billingShop(graph);
    const { client } = other.admin;
    const set = (input: object) =>
      client.ask('mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }', {
        input,
      });
    await set({ pricesIncludeTax: true });
    const lines = [1, 2, 3].map(() =>
      labour({ quantity: '1', unitPrice: { amount: '1.02', currency: 'EUR' } }),
    );
    const { id, total, tax } = await draft(client, { lines, serviceCentreId: other.centres[0] });
    expect([total.minorUnits, tax.minorUnits]).toEqual([306, 55]);
    await set({ pricesIncludeTax: false, taxPerLine: true });
    const pinned = await client.ask<{ issueInvoice: Record<string, unknown> }>(
      `mutation ($id: ID!) { issueInvoice(id: $id) { pricesIncludeTax taxPerLine total { minorUnits } tax { minorUnits } } }`,
      { id },
    );
    expect(pinned.issueInvoice).toEqual({
      pricesIncludeTax: true,
      taxPerLine: true,
      total: { minorUnits: 306 },
      tax: { minorUnits: 54 },
    });
  });
});
