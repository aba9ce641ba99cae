import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { createPart } from './parts.fixtures';
import {
  advance,
  type Buying,
  createSupplier,
  done,
  draft,
  euro,
  lineOf,
  locationOf,
  move,
  newPart,
  ORDER_REQUESTS,
  type Order,
  openBuying,
  ordered,
  RECEIVE,
  request,
  send,
} from './purchasing.fixtures';

const graph = useGraph();
let buying: Buying;
let admin: GraphClient;
beforeAll(async () => {
  buying = await openBuying(graph, { centres: 1 });
  admin = buying.shop.admin.client;
});

async function orders(filter: object, orderBy = 'OLDEST', client = admin): Promise<string[]> {
  const { purchaseOrders } = await client.ask<{ purchaseOrders: { nodes: { id: string }[] } }>(
    `query ($filter: PurchaseOrderFilter!, $orderBy: PurchaseOrderOrder!) {
       purchaseOrders(filter: $filter, orderBy: $orderBy, first: 100) { nodes { id } } }`,
    { filter, orderBy },
  );
  return purchaseOrders.nodes.map(({ id }) => id);
}

async function requests(filter: object, orderBy = 'OLDEST'): Promise<string[]> {
  const { purchaseRequests } = await admin.ask<{ purchaseRequests: { nodes: { id: string }[] } }>(
    `query ($filter: PurchaseRequestFilter!, $orderBy: PurchaseRequestOrder!) {
       purchaseRequests(filter: $filter, orderBy: $orderBy, first: 100) { nodes { id } } }`,
    { filter, orderBy },
  );
  return purchaseRequests.nodes.map(({ id }) => id);
}

describe('purchase orders', () => {
  it('are found by state, supplier, place, part, days, number and supplier’s name', async () => {
    const supplierId = await createSupplier(buying.buyer.client, { name: 'Zefiro Parts' });
    const elsewhere = await locationOf(admin, buying.shop.centres[1]!);
    const part = await newPart(buying);
    const first = await draft(buying, { supplierId, expectedOn: '2031-03-01' });
    const second = await draft(buying, { supplierId, expectedOn: '2031-01-15', lines: [lineOf(part.id)] });
    const third = await done(
      send<Order>(
        admin,
        `mutation ($input: CreatePurchaseOrderInput!) { done: createPurchaseOrder(input: $input) { id number } }`,
        { input: { supplierId, locationId: elsewhere, lines: [lineOf(part.id)] } },
      ),
    );
    await advance(buying, second.id, 'ORDERED');
    const all = [first.id, second.id, third.id];
    expect(await orders({ supplierId })).toEqual(all);
    expect(await orders({ supplierId }, 'NEWEST')).toEqual([...all].reverse());
    expect(await orders({ supplierId }, 'EXPECTED')).toEqual([second.id, first.id, third.id]);
    expect(await orders({ supplierId, status: ['DRAFT'] })).toEqual([first.id, third.id]);
    expect(await orders({ supplierId, status: ['ORDERED', 'PENDING'] })).toEqual([second.id]);
    expect(await orders({ supplierId, locationId: elsewhere })).toEqual([third.id]);
    expect(await orders({ partId: part.id })).toEqual([second.id, third.id]);
    expect(await orders({ supplierId, expectedFrom: '2031-02-01' })).toEqual([first.id]);
    expect(await orders({ supplierId, expectedTo: '2031-02-01' })).toEqual([second.id]);
    expect(await orders({ search: 'zefiro' })).toEqual(all);
    expect(await orders({ search: 'z%ro' })).toEqual([]);
    for (const search of [first.number, first.number.toLowerCase(), String(Number(first.number.slice(3)))])
      expect(await orders({ search })).toEqual([first.id]);
    const { purchaseOrder } = await admin.ask<{ purchaseOrder: { createdAt: string } }>(
      'query ($id: ID!) { purchaseOrder(id: $id) { createdAt } }',
      { id: second.id },
    );
    const then = purchaseOrder.createdAt;
    expect(await orders({ supplierId, from: then })).toEqual([second.id, third.id]);
    expect(await orders({ supplierId, to: then })).toEqual([first.id]);
    expect(await orders({ supplierId }, 'OLDEST', buying.buyer.client)).toEqual([first.id, second.id]);
  });

  it('are found by whether something of them has come', async () => {
    const supplierId = await createSupplier(buying.buyer.client);
    const [none, some, whole] = [
      await ordered(buying, { supplierId }),
      await ordered(buying, { supplierId }),
      await ordered(buying, { supplierId }),
    ];
    const come = ({ id, lines }: Order, quantity: string) =>
      done(
        send(buying.buyer.client, RECEIVE, { id, input: { lines: [{ lineId: lines[0]!.id, quantity }] } }),
      );
    await come(some, '1');
    await come(whole, '4');
    expect(await orders({ supplierId, partlyReceived: true })).toEqual([some.id]);
    expect(await orders({ supplierId, partlyReceived: false })).toEqual([none.id, whole.id]);
  });
});

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

/** A page of those of a shop that has five of each. */
async function pageOf(
  client: GraphClient,
  list: string,
  more: string,
  after: string | null,
  first = 2,
): Promise<Page> {
  const data = await client.ask<Record<string, Page>>(
    `query ($first: Int!, $after: String) { ${list}(first: $first, after: $after ${more}) { totalCount nodes { id }
       edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    { first, after },
  );
  return data[list]!;
}

describe('page by page', () => {
  let client: GraphClient;
  beforeAll(async () => {
    const other = await openBuying(graph);
    client = other.buyer.client;
    for (let n = 1; n < 5; n += 1) await createSupplier(client, { name: `Supplier ${n}` });
    for (let n = 0; n < 5; n += 1) {
      const { lines } = await draft(other, n % 2 ? { expectedOn: `2031-01-0${n}` } : {});
      await request(other, lines[0]!.part!.id, '1');
    }
  });

  it.each([
    ['suppliers', ''],
    ['purchaseOrders', ''],
    ['purchaseOrders', 'orderBy: OLDEST'],
    ['purchaseOrders', 'orderBy: EXPECTED'],
    ['purchaseRequests', ''],
    ['purchaseRequests', 'orderBy: OLDEST'],
  ])('%s (%s) come counted and once, to the end, in the same order', async (list, more) => {
    const whole = await pageOf(client, list, more, null, 100);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await pageOf(client, list, more, after);
      const { startCursor, endCursor, hasNextPage, hasPreviousPage } = page.pageInfo;
      expect(page.totalCount).toBe(5);
      expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
      expect([page.edges[0]!.cursor, page.edges.at(-1)!.cursor]).toEqual([startCursor, endCursor]);
      expect(hasPreviousPage).toBe(after !== null);
      seen.push(...page.nodes.map(({ id }) => id));
      after = hasNextPage ? endCursor : null;
    } while (after && seen.length < 100);
    expect(seen).toEqual(whole.nodes.map(({ id }) => id));
    expect(new Set(seen).size).toBe(5);
  });
});

describe('purchase requests', () => {
  it('are found by state, place, part, supplier, days and words of the part', async () => {
    const supplierId = await createSupplier(buying.buyer.client);
    const [pads, discs] = [
      await createPart(admin, { sku: 'QXW 101', name: 'Brake pads, rear' }),
      await createPart(admin, { sku: 'QXW 102', name: 'Brake discs' }),
    ];
    const first = (await request(buying, pads.id, '1')).id;
    const second = (await request(buying, discs.id, '2')).id;
    const there = await locationOf(admin, buying.shop.centres[1]!);
    const third = (
      await done(
        send<{ id: string }>(
          admin,
          'mutation ($input: CreatePurchaseRequestInput!) { done: createPurchaseRequest(input: $input) { id } }',
          { input: { partId: pads.id, locationId: there, quantity: '1' } },
        ),
      )
    ).id;
    const search = 'qxw';
    expect(await requests({ search })).toEqual([first, second, third]);
    expect(await requests({ search }, 'NEWEST')).toEqual([third, second, first]);
    expect(await requests({ search: 'rear QXW' })).toEqual([first, third]);
    expect(await requests({ search: 'q_w' })).toEqual([]);
    expect(await requests({ partId: discs.id })).toEqual([second]);
    expect(await requests({ search, locationId: there })).toEqual([third]);
    const wish = { requestId: second, supplierId, unitPrice: euro('1.00') };
    const [order] = await done(send<Order[]>(admin, ORDER_REQUESTS, { input: { requests: [wish] } }));
    expect(await requests({ search, status: ['OPEN'] })).toEqual([first, third]);
    expect(await requests({ search, status: ['ORDERED', 'DISMISSED'] })).toEqual([second]);
    expect(await requests({ supplierId })).toEqual([second]);
    const { purchaseRequests } = await admin.ask<{
      purchaseRequests: { nodes: { createdAt: string }[]; totalCount: number };
    }>('query ($id: ID!) { purchaseRequests(filter: { partId: $id }) { totalCount nodes { createdAt } } }', {
      id: discs.id,
    });
    expect(purchaseRequests.totalCount).toBe(1);
    const { createdAt } = purchaseRequests.nodes[0]!;
    expect(await requests({ search, from: createdAt })).toEqual([second, third]);
    expect(await requests({ search, to: createdAt })).toEqual([first]);
    await done(move(admin, 'cancel', order!.id));
    expect(await requests({ supplierId })).toEqual([]);
  });
});
