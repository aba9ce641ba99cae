import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { type Buyer, billingKept, billingShop, buyer, issued, refusal } from './billing.fixtures';
import { byClock } from './clockwork.fixtures';
import { accountOf, eventsOf } from './customers.fixtures';
import { makeOverdue, pay } from './payments.fixtures';

const graph = useGraph();
let shop: Shop;
let client: GraphClient;
let who: Buyer;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  client = (await shop.staff('MANAGER')).client;
  who = await buyer(client);
});

async function overdueSince(days: number): Promise<string> {
  const { id } = await issued(client, {}, who);
  await makeOverdue(graph, id, days);
  return id;
}

const REMIND = `mutation ($id: ID!, $key: String) { sendPaymentReminder(invoiceId: $id, idempotencyKey: $key) { id
  reminders { id version createdAt updatedAt stepDays } } }`;
const stepsOf = async (id: string): Promise<(number | null)[]> => {
  const { invoice } = await client.ask<{ invoice: { reminders: { stepDays: number | null }[] } }>(
    'query ($id: ID!) { invoice(id: $id) { reminders { stepDays } } }',
    { id },
  );
  return invoice.reminders.map(({ stepDays }) => stepDays);
};
const morning = () => byClock(graph, shop.id, 'billing.remind-of-payments');

describe('by the organisation’s schedule of 7, 14 and 30 days', () => {
  it('each step is announced once, also by two at once, and nothing of what is paid or long gone', async () => {
    const [six, seven, twenty, old, paid] = [
      await overdueSince(6),
      await overdueSince(7),
      await overdueSince(20),
      await overdueSince(60),
      await overdueSince(8),
    ];
    await pay(client, paid, '122.00');
    await Promise.all([morning(), morning()]);
    await morning();
    expect(await stepsOf(six)).toEqual([]);
    expect(await stepsOf(seven)).toEqual([7]);
    expect(await stepsOf(twenty)).toEqual([14]);
    expect(await stepsOf(old)).toEqual([]);
    expect(await stepsOf(paid)).toEqual([]);
    const reminded = (events: string[]) => events.filter((name) => name === 'PaymentReminderDue');
    expect(reminded(await eventsOf(graph, seven))).toHaveLength(1);
    expect(reminded(await eventsOf(graph, twenty))).toHaveLength(1);
  });
});

describe('by hand', () => {
  it('the customer is reminded as often as it is asked for, once per key', async () => {
    const id = await overdueSince(1);
    for (let time = 0; time < 2; time += 1) await client.ask(REMIND, { id, key: 'remind-once' });
    expect(await stepsOf(id)).toEqual([null]);
    const { sendPaymentReminder } = await client.ask<{ sendPaymentReminder: object }>(REMIND, { id });
    const reminder = {
      id: expect.any(String),
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      stepDays: null,
    };
    expect(sendPaymentReminder).toEqual({ id, reminders: [reminder, reminder] });
  });

  it('of what is not overdue, and by those who may not, nobody is', async () => {
    const { id } = await issued(client, {}, who);
    const late = await overdueSince(3);
    const customer = await accountOf(graph, shop, who.customerId);
    const stranger = await graph.shop();
    const before = await billingKept(graph, shop);
    expect(refusal(await client.send(REMIND, { id }))).toBe('CONFLICT');
    expect(refusal(await customer.client.send(REMIND, { id: late }))).toBe('FORBIDDEN');
    expect(refusal(await stranger.admin.client.send(REMIND, { id: late }))).toBe('NOT_FOUND');
    expect(await billingKept(graph, shop)).toEqual(before);
  });
});

it('overdue invoices are listed, those first that are it for the longest', async () => {
  const own = await buyer(client);
  who = own;
  const [three, nine] = [await overdueSince(3), await overdueSince(9)];
  await issued(client, {}, own);
  const list = async (by: GraphClient, filter: object) => {
    const { overdueInvoices } = await by.ask<{
      overdueInvoices: { nodes: { id: string }[]; totalCount: number };
    }>(
      `query ($filter: OverdueInvoiceFilter!) { overdueInvoices(filter: $filter) { totalCount nodes { id paymentStatus } } }`,
      { filter },
    );
    expect(overdueInvoices.totalCount).toBe(overdueInvoices.nodes.length);
    return overdueInvoices.nodes;
  };
  const expected = [nine, three].map((id) => ({ id, paymentStatus: 'OVERDUE' }));
  expect(await list(client, { customerId: own.customerId })).toEqual(expected);
  expect(await list(client, { serviceCentreId: shop.centres[1] })).toEqual([]);
  expect(await list((await accountOf(graph, shop, own.customerId)).client, {})).toEqual(expected);
  expect(await list((await graph.shop()).admin.client, {})).toEqual([]);
});
