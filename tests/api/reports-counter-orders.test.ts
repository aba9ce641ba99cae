import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { doTo, euro, takenTo } from './counter-orders.fixtures';
import { createCustomer } from './customers.fixtures';
import { fetched, finished, rowsOf } from './exports.fixtures';
import { run, textsOf } from './report-builder.fixtures';
import { stocked, storeOf } from './stock.fixtures';

const graph = useGraph();
let shop: Shop;
let parts: string[];
let days: { from: string; to: string };

const money = '{ amount currency }';
const REPORT = `query ($from: LocalDate!, $to: LocalDate!, $centre: ID) {
  salesReport(from: $from, to: $to, serviceCentreId: $centre) { counterOrders {
    created delivered cancelled open walkIns
    amounts { currency ordered ${money} delivered ${money} meanDelivered ${money} }
    parts { part { id name } quantity amount ${money} } } } }`;

const ask = async (variables: object = {}) =>
  (await shop.admin.client.ask<{ salesReport: { counterOrders: object } }>(REPORT, { ...days, ...variables }))
    .salesReport.counterOrders;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  const { client } = shop.admin;
  const [here] = shop.centres;
  const store = await storeOf(shop);
  parts = [];
  for (const [name, price] of [
    ['Wiper', '10.00'],
    ['Battery', '90.00'],
  ] as const)
    parts.push((await stocked(client, store, '20', { name, price: euro(price) })).partId);
  const { id: customerId } = await createCustomer(client);
  const [wiper, battery] = parts;
  const of = (partId: string, quantity: string) => [{ partId, quantity }];
  const at = { serviceCentreId: here };
  await takenTo(client, 'DELIVERED', [...of(wiper!, '3'), ...of(battery!, '1')], { ...at, customerId });
  await takenTo(client, 'DELIVERED', of(wiper!, '1'), at);
  await takenTo(client, 'READY', of(battery!, '2'), at);
  const called = await takenTo(client, 'PROCESSING', of(battery!, '5'), { ...at, customerId });
  await doTo(client, 'cancel', called.id);
  // One of long ago, and one that by the centre’s calendar is of the day before.
  const old = await takenTo(client, 'DELIVERED', of(wiper!, '7'), at);
  const eve = await takenTo(client, 'PENDING', of(wiper!, '1'), at);
  const [row] = await graph.sql<{ today: string }>(
    `select (now() at time zone time_zone)::date::text as today from customer.service_centre where id = $1`,
    [here],
  );
  days = { from: row!.today, to: row!.today };
  const moved = `update inventory.counter_order o set created_at = timezone(c.time_zone, $2::timestamp)
    from customer.service_centre c where c.id = o.service_centre_id and o.id = $1`;
  await graph.sql(moved, [old.id, '2020-05-05 12:00']);
  await graph.sql(moved, [eve.id, `${days.from} 00:00`]);
  await graph.sql(
    `update inventory.counter_order set created_at = created_at - interval '1 ms' where id = $1`,
    [eve.id],
  );
});

test('what was sold over the counter on a day is what its orders say', async () => {
  const [wiper, battery] = parts;
  expect(await ask()).toEqual({
    created: 4,
    delivered: 2,
    cancelled: 1,
    open: 1,
    walkIns: 2,
    amounts: [
      { currency: 'EUR', ordered: euro('310.00'), delivered: euro('130.00'), meanDelivered: euro('65.00') },
    ],
    parts: [
      { part: { id: battery, name: 'Battery' }, quantity: '1', amount: euro('90.00') },
      { part: { id: wiper, name: 'Wiper' }, quantity: '4', amount: euro('40.00') },
    ],
  });
});

test('as a file, by part and in all', async () => {
  const job = await finished(shop.admin.client, { format: 'CSV', report: 'COUNTER_ORDERS', ...days });
  const rows = rowsOf((await fetched(job)).bytes);
  const handedOver = (part: string, quantity: string, amount: string) => ({
    PART: part,
    CREATED: '',
    DELIVERED: '',
    CANCELLED: '',
    OPEN: '',
    WALK_INS: '',
    QUANTITY_HANDED_OVER: quantity,
    CURRENCY: 'EUR',
    ORDERED: '',
    HANDED_OVER: amount,
  });
  const whole = { CREATED: '4', DELIVERED: '2', CANCELLED: '1', OPEN: '1', WALK_INS: '2', ORDERED: '310.00' };
  expect(rows).toEqual([
    { ...handedOver('', '', '130.00'), ...whole },
    handedOver('Battery', '1', '90.00'),
    handedOver('Wiper', '4', '40.00'),
  ]);
});

test('as a custom report: by state, as the orders say it', async () => {
  const ask = (definition: object) => run(shop.admin.client, { definition, ...days });
  const dataset = 'COUNTER_ORDERS';
  const measures = ['ORDERS', 'DELIVERED', 'WALK_INS', 'TOTAL'];
  expect(textsOf(await ask({ dataset, dimensions: ['STATUS'], measures }))).toEqual([
    { STATUS: 'CANCELLED', CURRENCY: 'EUR', ORDERS: '1', DELIVERED: '0', WALK_INS: '0', TOTAL: '450.00' },
    { STATUS: 'DELIVERED', CURRENCY: 'EUR', ORDERS: '2', DELIVERED: '2', WALK_INS: '1', TOTAL: '130.00' },
    { STATUS: 'READY', CURRENCY: 'EUR', ORDERS: '1', DELIVERED: '0', WALK_INS: '1', TOTAL: '180.00' },
  ]);
  const { columns, rows } = await ask({
    dataset,
    dimensions: ['COUNTER_ORDER', 'CUSTOMER'],
    measures: ['ORDERS'],
  });
  expect(columns.map(({ name, recordType }) => [name, recordType])).toEqual([
    ['COUNTER_ORDER', 'CounterOrder'],
    ['CUSTOMER', 'Customer'],
    ['ORDERS', null],
  ]);
  const { counterOrders } = await shop.admin.client.ask<{
    counterOrders: { nodes: { id: string; number: string; customer: { id: string } | null }[] };
  }>('{ counterOrders(first: 50) { nodes { id number customer { id } } } }');
  for (const { cells } of rows) {
    const order = counterOrders.nodes.find(({ id }) => id === cells[0]!.recordId)!;
    expect([cells[0]!.text, cells[1]!.recordId]).toEqual([order.number, order.customer?.id ?? null]);
  }
  expect(rows).toHaveLength(4);
});

test('by the calendar of the service centre, and of those that are asked for', async () => {
  expect(await ask({ from: '2020-05-05', to: '2020-05-05' })).toMatchObject({
    created: 1,
    parts: [{ quantity: '7' }],
  });
  expect(await ask({ centre: shop.centres[1] })).toEqual({
    created: 0,
    delivered: 0,
    cancelled: 0,
    open: 0,
    walkIns: 0,
    amounts: [],
    parts: [],
  });
});
