import { addDays } from '../../shared/time-zone';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { type Buyer, billingShop, buyer, credit, euro, issued, refusal } from './billing.fixtures';
import { accountOf } from './customers.fixtures';
import { makeOverdue, money, pay } from './payments.fixtures';

const graph = useGraph();
let shop: Shop;
let client: GraphClient;
let today: string;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  client = (await shop.staff('MANAGER')).client;
  const [row] = await graph.sql<{ day: string }>(
    "select (now() at time zone 'Europe/Rome')::date::text as day",
  );
  today = row!.day;
});

interface Line {
  kind: string;
  number: string;
  debit: { amount: string };
  credit: { amount: string };
  balance: { amount: string };
}
interface Account {
  currency: string;
  opening: { amount: string };
  closing: { amount: string };
  lines: Line[];
  overdue: Record<string, { amount: string }>;
}
const M = '{ amount }';
const STATEMENT = `query ($customerId: ID!, $from: LocalDate!, $to: LocalDate) {
  customerStatement(customerId: $customerId, from: $from, to: $to) { from to customer { id } accounts { currency
    opening ${M} closing ${M} overdue { total ${M} days1To30 ${M} days31To60 ${M} days61To90 ${M} over90Days ${M} }
    lines { kind on at number debit ${M} credit ${M} balance ${M} invoice { id } creditNote { id } payment { id } } } } }`;
const send = (who: Pick<Buyer, 'customerId'>, period: object = {}, by = client) =>
  by.send<{ customerStatement: { accounts: Account[] } | null } | null>(STATEMENT, {
    customerId: who.customerId,
    from: '2020-01-01',
    ...period,
  });
const accounts = async (who: Pick<Buyer, 'customerId'>, period: object = {}, by = client) =>
  (await send(who, period, by)).data!.customerStatement!.accounts;
const shown = ({ kind, number, debit, credit: taken, balance }: Line) =>
  [kind, number, debit.amount, taken.amount, balance.amount] as const;

const NOTHING = {
  total: '0.00',
  days1To30: '0.00',
  days31To60: '0.00',
  days61To90: '0.00',
  over90Days: '0.00',
};
const amounts = (overdue: Account['overdue']) =>
  Object.fromEntries(Object.entries(overdue).map(([age, { amount }]) => [age, amount]));

it('tells in order what moved the account, with what is owed after each', async () => {
  const who = await buyer(client);
  const deposit = await money(client, 'recordDeposit', { customerId: who.customerId, amount: euro('50.00') });
  const first = await issued(client, {}, who);
  await money(client, 'applyDeposit', { invoiceId: first.id });
  const paid = await pay(client, first.id, '80.00', { keepRest: true });
  const second = await issued(client, {}, who);
  const note = await credit(client, second.id, {
    lines: [{ invoiceLineId: second.lines[0]!.id, quantity: '1' }],
  });
  await money(client, 'refundPayment', { paymentId: paid.id, amount: euro('8.00') });
  const wrong = await pay(client, second.id, '1.00');
  await money(client, 'voidPayment', { id: wrong.id });
  const { data } = await send(who);
  expect(data).toMatchObject({
    customerStatement: { from: '2020-01-01', to: null, customer: { id: who.customerId } },
  });
  const [account, ...others] = data!.customerStatement!.accounts;
  expect(others).toEqual([]);
  expect(account).toMatchObject({
    currency: 'EUR',
    opening: { amount: '0.00' },
    closing: { amount: '61.00' },
  });
  expect(account!.lines.map(shown)).toEqual([
    ['PAYMENT', deposit.receipt!.number, '0.00', '50.00', '-50.00'],
    ['INVOICE', first.number, '122.00', '0.00', '72.00'],
    ['BALANCE_APPLIED', deposit.receipt!.number, '50.00', '50.00', '72.00'],
    ['PAYMENT', paid.receipt!.number, '0.00', '80.00', '-8.00'],
    ['INVOICE', second.number, '122.00', '0.00', '114.00'],
    ['CREDIT_NOTE', note.number, '0.00', '61.00', '53.00'],
    ['REFUND', paid.receipt!.number, '8.00', '0.00', '61.00'],
    ['PAYMENT', wrong.receipt!.number, '0.00', '1.00', '60.00'],
    ['VOID', wrong.receipt!.number, '1.00', '0.00', '61.00'],
  ]);
  const lines = account!.lines as unknown as Record<string, unknown>[];
  expect(lines[1]).toMatchObject({
    on: today,
    at: expect.stringMatching(/Z$/),
    invoice: { id: first.id },
    payment: null,
  });
  expect(lines[3]).toMatchObject({ invoice: null, creditNote: null, payment: { id: paid.id } });
  expect(lines[5]).toMatchObject({ invoice: { id: second.id }, creditNote: { id: note.id } });
  expect(amounts(account!.overdue)).toEqual(NOTHING);
});

it('begins with what was owed before, and leaves out what came after', async () => {
  const who = await buyer(client);
  const old = await issued(client, {}, who);
  await makeOverdue(graph, old.id, 40);
  const paid = await pay(client, old.id, '22.00');
  const [whole] = await accounts(who, { from: today });
  expect(whole).toMatchObject({ opening: { amount: '122.00' }, closing: { amount: '100.00' } });
  expect(whole!.lines.map(shown)).toEqual([['PAYMENT', paid.receipt!.number, '0.00', '22.00', '100.00']]);
  const yesterday = addDays(today, -1);
  const { data } = await send(who, { from: yesterday, to: yesterday });
  expect(data!.customerStatement).toMatchObject({ from: yesterday, to: yesterday });
  const [before] = data!.customerStatement!.accounts;
  expect(before).toMatchObject({ opening: { amount: '122.00' }, closing: { amount: '122.00' }, lines: [] });
  expect(amounts(before!.overdue)).toEqual({ ...NOTHING, total: '122.00', days31To60: '122.00' });
  const [early] = await accounts(who, { from: addDays(today, -41), to: addDays(today, -40) });
  expect(early!.lines.map(shown)).toEqual([['INVOICE', old.number, '122.00', '0.00', '122.00']]);
  expect(amounts(early!.overdue)).toEqual(NOTHING);
  expect(refusal(await send(who, { from: today, to: yesterday }))).toBe('to: BEFORE_FROM');
});

it('says what is overdue by how long it has been', async () => {
  const who = await buyer(client);
  for (const days of [1, 30, 31, 60, 61, 90, 91]) {
    const { id } = await issued(client, {}, who);
    await makeOverdue(graph, id, days);
    await pay(client, id, `${days}.00`);
  }
  await issued(client, {}, who);
  const [account] = await accounts(who, { from: today, to: addDays(today, 30) });
  expect(amounts(account!.overdue)).toEqual({
    total: '490.00',
    days1To30: '213.00',
    days31To60: '153.00',
    days61To90: '93.00',
    over90Days: '31.00',
  });
});

it('is the customer’s own to see, and of a service centre what is of it; not another’s', async () => {
  const who = await buyer(client);
  await issued(client, {}, who);
  const own = await accountOf(graph, shop, who.customerId);
  expect(await accounts(who, {}, own.client)).toEqual(await accounts(who));
  const other = await accountOf(graph, shop, (await buyer(client)).customerId);
  const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  const stranger = await graph.shop();
  for (const by of [other, elsewhere, stranger.admin])
    expect((await send(who, {}, by.client)).data).toEqual({ customerStatement: null });
  const technician = await shop.staff('TECHNICIAN');
  expect((await send(who, {}, technician.client)).code).toBe('FORBIDDEN');
});
