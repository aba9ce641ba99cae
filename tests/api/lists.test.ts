import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { type Shop, signIn } from '../harness/shop';
import { buyer, credit, issued, ratesEntered } from './billing.fixtures';
import { createVehicle, eventually } from './customers.fixtures';
import { plan } from './home-service.fixtures';
import { start } from './inspections.fixtures';
import { arrive, openCard, requireInspection } from './job-cards.fixtures';
import { clockWork, fillStock, letClientsIn, PAGE, type Page, sellAndClaim } from './lists.fixtures';
import { reachableCustomer, sendMessage } from './messages.fixtures';
import { pay } from './payments.fixtures';
import { quote } from './quotations.fixtures';
import { created, dayFromNow, record } from './reminders.fixtures';
import { at, book, monday, openWorkshop, visitor } from './scheduling.fixtures';
import { raise } from './service-requests.fixtures';

/** What all lists have in common: a client writes its paging once. */
const graph = useGraph();
let shop: Shop;
let stocktakeId: string;

beforeAll(async () => {
  shop = await graph.shop({ centres: 2 });
  await shop.staff('ADVISOR');
  for (let visit = 0; visit < 3; visit += 1) {
    const { vehicleId } = await arrive(shop.admin.client, shop.centres[0]);
    await openCard(shop.admin.client, vehicleId, { serviceCentreId: shop.centres[0] });
  }
  for (let again = 0; again < 2; again += 1) await signIn(graph, shop.slug, shop.admin.email);
  await eventually(async () => expect((await pageOf('stockLocations', 10)).totalCount).toBe(3));
  await makeAppointments();
  await fillOutbox();
  stocktakeId = await fillStock(shop);
  await sellAndClaim(shop);
  await requireInspection(shop, false);
  await clockWork(shop, await arrive(shop.admin.client, shop.centres[0]));
  await writePapers();
  await letClientsIn(shop);
  await eventually(async () => expect((await pageOf('webhookDeliveries', 10)).totalCount).toBe(3));
});

/** Three of each: requests, of which the administrator is told, appointments, visits and inspections. */
async function makeAppointments(): Promise<void> {
  const { client } = shop.admin;
  const { centre } = await openWorkshop(shop, { bays: 1 });
  const visit = await visitor(client, centre);
  for (const hour of [9, 11, 14]) {
    await raise(client, visit, { serviceCentreId: centre });
    await book(client, { serviceCentreId: centre, ...visit, startsAt: at(monday(), hour) });
    await created(client, visit.vehicleId, { title: `At ${hour}`, dueOn: dayFromNow(hour) });
    await plan(client, { serviceCentreId: centre, ...visit, startsAt: at(monday(3), hour) });
    const { id: jobCardId } = await openCard(client, visit.vehicleId, { serviceCentreId: centre });
    await start(client, { jobCardId });
  }
  await eventually(async () =>
    expect((await pageOf('notifications', 10)).totalCount).toBeGreaterThanOrEqual(3),
  );
}

async function fillOutbox(): Promise<void> {
  const { id: customerId } = await reachableCustomer(shop.admin.client);
  for (let n = 0; n < 3; n += 1) await sendMessage(shop.admin.client, { customerId, channel: 'SMS' });
}

/** Three of each kind of document, and three payments. */
async function writePapers(): Promise<void> {
  const { client } = shop.admin;
  await ratesEntered(graph, shop);
  const serviceCentreId = shop.centres[0]!;
  const who = await buyer(client, { serviceCentreId });
  for (let n = 0; n < 3; n += 1) {
    await quote(client, { serviceCentreId }, who);
    const { id } = await issued(client, { serviceCentreId }, who);
    await pay(client, id, '1.00');
    await credit(client, id);
  }
}

async function pageOf(list: string, first: number, after: string | null = null): Promise<Page> {
  const data = await shop.admin.client.ask<Record<string, Page>>(
    `query ($first: Int!, $after: String) { ${list}(first: $first, after: $after) { ${PAGE} } }`,
    { first, after },
  );
  return data[list]!;
}

test.each([
  'apiClients',
  'appointments',
  'auditLogs',
  'coreReturns',
  'counterOrders',
  'creditNotes',
  'customers',
  'documents',
  'dueReminders',
  'homeServices',
  'inspections',
  'invoices',
  'jobCards',
  'messages',
  'notifications',
  'parts',
  'payments',
  'persistedDocuments',
  'quotations',
  'receipts',
  'serviceCentres',
  'serviceRequests',
  'sessions',
  'stockLevels',
  'stockLocations',
  'stockMovements',
  'stocktakes',
  'technicians',
  'timeEntries',
  'transfers',
  'users',
  'vehicles',
  'warrantyClaims',
  'webhookDeliveries',
  'webhookEndpoints',
])('%s come page by page, each item once, to the end', async (list) => {
  await walk((after) => pageOf(list, 2, after));
});

async function walk(pageBehind: (after: string | null) => Promise<Page>): Promise<void> {
  await untilIdle(graph, shop.id);
  const seen: string[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const page: Page = await pageBehind(after);
    expect(page.edges.map((edge) => edge.node.id)).toEqual(page.nodes.map((node) => node.id));
    expect(page.edges[0]!.cursor).toBe(page.pageInfo.startCursor);
    expect(page.edges.at(-1)!.cursor).toBe(page.pageInfo.endCursor);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...page.nodes.map((node) => node.id));
    total = page.totalCount;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after && seen.length < 500);
  expect(seen.length).toBeGreaterThanOrEqual(2);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(total);
}

test('the lines of a stocktake do, too', () =>
  walk(async (after) => {
    const { stocktake } = await shop.admin.client.ask<{ stocktake: { lines: Page } }>(
      `query ($id: ID!, $after: String) { stocktake(id: $id) { lines(first: 2, after: $after) { ${PAGE} } } }`,
      { id: stocktakeId, after },
    );
    return stocktake.lines;
  }));

test('the readings of a vehicle do, too', async () => {
  const { client } = shop.admin;
  const { id } = await createVehicle(client);
  for (const [n, readAt] of [
    '2026-01-01T10:00:00Z',
    '2026-02-01T10:00:00Z',
    '2026-03-01T10:00:00Z',
  ].entries())
    await record(client, id, 1_000 * (n + 1), readAt);
  const readings = async (after: string | null) => {
    const { vehicle } = await client.ask<{ vehicle: { odometerReadings: Page } }>(
      `query ($id: ID!, $after: String) { vehicle(id: $id) { odometerReadings(first: 2, after: $after) {
         totalCount edges { cursor node { id value createdAt } } pageInfo { hasNextPage endCursor } } } }`,
      { id, after },
    );
    return vehicle.odometerReadings;
  };
  const cursor = expect.any(String);
  const node = (value: number) => ({ id: expect.any(String), value, createdAt: expect.stringMatching(/Z$/) });
  const first = await readings(null);
  expect(first).toEqual({
    totalCount: 3,
    edges: [3_000, 2_000].map((value) => ({ cursor, node: node(value) })),
    pageInfo: { hasNextPage: true, endCursor: first.edges[1]!.cursor },
  });
  expect((await readings(first.pageInfo.endCursor)).edges).toEqual([{ cursor, node: node(1_000) }]);
});

test('a cursor of another list, or one that was made up, is bad input', async () => {
  const { pageInfo } = await pageOf('vehicles', 1);
  for (const after of ['made up', Buffer.from('[1,2,3,4,5]').toString('base64url')]) {
    const answer = await shop.admin.client.send(
      'query ($after: String) { vehicles(after: $after) { totalCount } }',
      {
        after,
      },
    );
    expect([answer.code, answer.errors[0]!.extensions.fields![0]!.path]).toEqual(['BAD_INPUT', 'after']);
  }
  expect(pageInfo.endCursor).toEqual(expect.any(String));
});

test.each(['-1', '101'])('first: %s is bad input', async (first) => {
  const answer = await shop.admin.client.send(`{ vehicles(first: ${first}) { totalCount } }`);
  expect([answer.code, answer.errors[0]!.extensions.fields![0]!.path]).toEqual(['BAD_INPUT', 'first']);
});

test('every record tells when it was made, when it last changed, and how often', async () => {
  const began = Date.now() - 10 * 60_000;
  const stamps = 'version createdAt updatedAt';
  interface Stamped {
    version: number;
    createdAt: string;
    updatedAt: string;
  }
  const data = await shop.admin.client.ask<{
    taxRates: Stamped[];
    stockLocations: { nodes: Stamped[] };
    sessions: { nodes: Stamped[] };
    jobCards: { nodes: { statusHistory: Stamped[] }[] };
  }>(`{ taxRates { ${stamps} } stockLocations { nodes { ${stamps} } } sessions { nodes { ${stamps} } }
        jobCards { nodes { statusHistory { ${stamps} } } } }`);
  const [rate, location, session, change] = [
    data.taxRates[0]!,
    data.stockLocations.nodes[0]!,
    data.sessions.nodes[0]!,
    data.jobCards.nodes[0]!.statusHistory[0]!,
  ];
  for (const record of [rate, location, session, change]) {
    expect(record.version).toBe(1);
    expect(record.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Date.parse(record.createdAt)).toBeGreaterThan(began);
    expect(record.updatedAt).toBe(record.createdAt);
  }
});
