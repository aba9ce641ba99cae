import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { type Buyer, billingShop, buyer, credit, issued, labour } from './billing.fixtures';
import { accountOf } from './customers.fixtures';
import { money, pay } from './payments.fixtures';

const graph = useGraph();
let shop: Shop;
let client: GraphClient;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  client = (await shop.staff('MANAGER', { allCentres: true })).client;
});

interface Totals {
  totalSpent: { amount: string; currency: string }[];
  totalOrders: number;
  loyaltyPoints: number;
}
const TOTALS = 'totalSpent { amount currency } totalOrders loyaltyPoints';
const totals = async ({ customerId }: Buyer, by = client): Promise<Totals> =>
  (
    await by.ask<{ customer: Totals }>(`query ($id: ID!) { customer(id: $id) { ${TOTALS} } }`, {
      id: customerId,
    })
  ).customer;
const pointsPerUnit = (by: GraphClient, loyaltyPointsPerUnit: string) =>
  by.ask('mutation ($input: UpdateBillingSettingsInput!) { updateBillingSettings(input: $input) { id } }', {
    input: { loyaltyPointsPerUnit },
  });
const spent = (amount: string, currency = 'EUR') => [{ amount, currency }];

it('begin with nothing, and grow with what is paid of what was issued', async () => {
  const who = await buyer(client);
  expect(await totals(who)).toEqual({ totalSpent: [], totalOrders: 0, loyaltyPoints: 0 });
  const { id } = await issued(client, { serviceCentreId: shop.centres[0] }, who);
  expect(await totals(who)).toEqual({ totalSpent: [], totalOrders: 1, loyaltyPoints: 0 });
  await pay(client, id, '21.99');
  expect(await totals(who)).toEqual({ totalSpent: spent('21.99'), totalOrders: 1, loyaltyPoints: 21 });
  await pay(client, id, '100.02', { keepRest: true });
  expect(await totals(who)).toEqual({ totalSpent: spent('122.00'), totalOrders: 1, loyaltyPoints: 122 });
});

it('do not count what is kept until it is used, and lose what is given back, voided or credited', async () => {
  const who = await buyer(client);
  const deposit = await money(client, 'recordDeposit', {
    customerId: who.customerId,
    amount: { amount: '200.00', currency: 'EUR' },
    serviceCentreId: shop.centres[0],
  });
  expect((await totals(who)).totalSpent).toEqual([]);
  const first = await issued(client, { serviceCentreId: shop.centres[0] }, who);
  await money(client, 'applyDeposit', { invoiceId: first.id });
  expect(await totals(who)).toEqual({ totalSpent: spent('122.00'), totalOrders: 1, loyaltyPoints: 122 });
  await credit(client, first.id, { lines: [{ invoiceLineId: first.lines[0]!.id, quantity: '1' }] });
  expect(await totals(who)).toEqual({ totalSpent: spent('61.00'), totalOrders: 1, loyaltyPoints: 61 });
  const refunded = { paymentId: deposit.id, amount: { amount: '71.00', currency: 'EUR' } };
  await money(client, 'refundPayment', refunded);
  expect(await totals(who)).toEqual({ totalSpent: spent('61.00'), totalOrders: 1, loyaltyPoints: 61 });
  await credit(client, first.id);
  expect(await totals(who)).toEqual({ totalSpent: [], totalOrders: 0, loyaltyPoints: 0 });
  const second = await issued(client, { serviceCentreId: shop.centres[0] }, who);
  const wrong = await pay(client, second.id, '50.00');
  expect((await totals(who)).totalSpent).toEqual(spent('50.00'));
  await money(client, 'voidPayment', { id: wrong.id });
  expect(await totals(who)).toEqual({ totalSpent: [], totalOrders: 1, loyaltyPoints: 0 });
});

it.each([
  ['JPY', '4567', '0.01', '4567', 45],
  ['TND', '12.999', '1.5', '12.999', 19],
  ['EUR', '0.10', '10', '0.10', 1],
  ['EUR', '100.00', '0', '100.00', 0],
])('in %s, %s at %s points a unit', async (currency, amount, perUnit, total, points) => {
  const other = await billingShop(graph, { currency });
  const by = other.admin.client;
  await pointsPerUnit(by, perUnit);
  const who = await buyer(by);
  const lines = [
    labour({ quantity: '1', unitPrice: { amount: currency === 'JPY' ? '9000' : '900', currency } }),
  ];
  const { id } = await issued(by, { lines, serviceCentreId: other.centres[0] }, who);
  await money(by, 'recordPayment', { amount: { amount, currency }, invoices: [{ invoiceId: id }] });
  expect(await totals(who, by)).toEqual({
    totalSpent: spent(total, currency),
    totalOrders: 1,
    loyaltyPoints: points,
  });
});

it('are the customer’s own to see, and of a service centre what was issued there', async () => {
  const who = await buyer(client);
  for (const serviceCentreId of shop.centres)
    await pay(client, (await issued(client, { serviceCentreId }, who)).id, '122.00');
  const own = await accountOf(graph, shop, who.customerId);
  const all = { totalSpent: spent('244.00'), totalOrders: 2, loyaltyPoints: 244 };
  expect([await totals(who), await totals(who, own.client)]).toEqual([all, all]);
  const here = await shop.staff('RECEPTIONIST', { centres: [shop.centres[1]!] });
  await untilIdle(graph, shop.id);
  expect(await totals(who, here.client)).toEqual({
    totalSpent: spent('122.00'),
    totalOrders: 1,
    loyaltyPoints: 122,
  });
  const technician = await shop.staff('TECHNICIAN', { centres: [shop.centres[1]!] });
  expect((await totals(who, technician.client)).totalSpent).toEqual([]);
});
