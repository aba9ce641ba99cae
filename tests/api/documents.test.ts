import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { type Buyer, billingShop, buyer, credit, draft, issued } from './billing.fixtures';
import { accountOf } from './customers.fixtures';
import { quote, quotedTo } from './quotations.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let who: Buyer;
let ids: Record<'quotation' | 'invoice' | 'draft' | 'creditNote' | 'sent', string>;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  manager = await shop.staff('MANAGER');
  who = await buyer(manager.client);
  const quotation = (await quote(manager.client, {}, who)).id;
  const sent = (await quotedTo(manager.client, 'SENT', { vehicleId: null }, who)).id;
  const invoice = (await issued(manager.client, {}, who)).id;
  const unissued = (await draft(manager.client, {}, who)).id;
  const creditNote = (await credit(manager.client, invoice)).id;
  ids = { quotation, invoice, draft: unissued, creditNote, sent };
});

const M = '{ amount currency }';
const LIST = `query ($filter: BillingDocumentFilter!, $first: Int, $after: String) {
  documents(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { id } }
    nodes { id kind number status createdAt total ${M} customer { id } vehicle { id } serviceCentre { id }
      quotation { id number } invoice { id number } creditNote { id number } } } }`;

interface Listed {
  id: string;
  kind: string;
  status: string;
}

interface Page {
  documents: {
    totalCount: number;
    nodes: Listed[];
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
  };
}

const list = async (client: GraphClient, filter: object = {}, page: object = {}) =>
  (await client.ask<Page>(LIST, { filter, ...page })).documents;
const idsOf = async (client: GraphClient, filter: object = {}): Promise<string[]> => {
  const { documents } = await client.ask<{ documents: { nodes: { id: string }[] } }>(
    'query ($filter: BillingDocumentFilter!) { documents(filter: $filter) { nodes { id } } }',
    { filter },
  );
  return documents.nodes.map(({ id }) => id);
};
const newest = () => [ids.creditNote, ids.draft, ids.invoice, ids.sent, ids.quotation];

it('all kinds stand in one list, the newest first, each leading to its document', async () => {
  const { nodes, totalCount } = await list(manager.client);
  expect(totalCount).toBe(5);
  const shared = {
    createdAt: expect.any(String),
    total: { amount: '122.00', currency: 'EUR' },
    customer: { id: who.customerId },
    serviceCentre: { id: shop.centres[0] },
    vehicle: { id: who.vehicleId },
    quotation: null,
    invoice: null,
    creditNote: null,
  };
  const [note, unissued, invoice, sent, quotation] = newest();
  const numbered = (pattern: RegExp) => expect.stringMatching(pattern);
  expect(nodes).toEqual([
    {
      ...shared,
      id: note,
      kind: 'CREDIT_NOTE',
      status: 'ISSUED',
      number: numbered(/^CN-/),
      creditNote: { id: note, number: numbered(/^CN-/) },
    },
    {
      ...shared,
      id: unissued,
      kind: 'INVOICE',
      status: 'DRAFT',
      number: null,
      invoice: { id: unissued, number: null },
    },
    {
      ...shared,
      id: invoice,
      kind: 'INVOICE',
      status: 'ISSUED',
      number: numbered(/^INV-/),
      invoice: { id: invoice, number: numbered(/^INV-/) },
    },
    {
      ...shared,
      id: sent,
      kind: 'QUOTATION',
      status: 'SENT',
      number: numbered(/^QUO-/),
      vehicle: null,
      quotation: { id: sent, number: numbered(/^QUO-/) },
    },
    {
      ...shared,
      id: quotation,
      kind: 'QUOTATION',
      status: 'DRAFT',
      number: numbered(/^QUO-/),
      quotation: { id: quotation, number: numbered(/^QUO-/) },
    },
  ]);
});

it('the pages of any size join to the whole', async () => {
  for (const first of [1, 2, 3, 5]) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo, edges }: Page['documents'] = await list(manager.client, {}, { first, after });
      seen.push(...nodes.map(({ id }) => id));
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      expect(pageInfo.endCursor).toBe(edges.at(-1)!.cursor);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(newest());
  }
});

it('it is narrowed by kind, customer, vehicle, centre, number and time', async () => {
  const { client } = manager;
  expect(await idsOf(client, { kind: ['INVOICE'] })).toEqual([ids.draft, ids.invoice]);
  expect(await idsOf(client, { kind: ['QUOTATION', 'CREDIT_NOTE'] })).toEqual([
    ids.creditNote,
    ids.sent,
    ids.quotation,
  ]);
  expect(await idsOf(client, { kind: [] })).toEqual([]);
  expect(await idsOf(client, { customerId: who.customerId })).toEqual(newest());
  expect(await idsOf(client, { customerId: who.vehicleId })).toEqual([]);
  expect(await idsOf(client, { vehicleId: who.vehicleId })).toEqual(newest().filter((id) => id !== ids.sent));
  expect(await idsOf(client, { serviceCentreId: shop.centres[1] })).toEqual([]);
  const { nodes } = await list(client, { kind: ['CREDIT_NOTE'] });
  expect(
    await idsOf(client, { number: (nodes[0] as unknown as { number: string }).number.toLowerCase() }),
  ).toEqual([ids.creditNote]);
  expect(await idsOf(client, { from: '2020-01-01T00:00:00Z', to: '2099-01-01T00:00:00Z' })).toEqual(newest());
  expect(await idsOf(client, { to: '2020-01-01T00:00:00Z' })).toEqual([]);
});

it('customers see what was sent and issued to them; others, other centres and other organisations nothing', async () => {
  const customer = await accountOf(graph, shop, who.customerId);
  expect(await idsOf(customer.client)).toEqual([ids.creditNote, ids.invoice, ids.sent]);
  const other = await accountOf(graph, shop, (await buyer(manager.client)).customerId);
  const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  const technician = await shop.staff('TECHNICIAN');
  const stranger = await graph.shop();
  for (const { client } of [other, elsewhere, technician, stranger.admin])
    expect(await idsOf(client)).toEqual([]);
  expect((await graph.anonymous().send(LIST, { filter: {} })).code).toBe('UNAUTHENTICATED');
});

it('a customer and a vehicle have theirs, many at once', async () => {
  const second = await buyer(manager.client);
  const own = (await issued(manager.client, {}, second)).id;
  const { customers, vehicles } = await manager.client.ask<{
    customers: { nodes: { id: string; documents: { totalCount: number; nodes: { id: string }[] } }[] };
    vehicles: { nodes: { id: string; documents: { totalCount: number; nodes: { id: string }[] } }[] };
  }>(`{ customers { nodes { id documents(first: 3) { totalCount nodes { id } pageInfo { hasNextPage } edges { cursor } } } }
        vehicles { nodes { id documents { totalCount nodes { id } } } } }`);
  const found = (nodes: typeof customers.nodes, id: string) => {
    const { documents } = nodes.find((node) => node.id === id)!;
    return [documents.totalCount, documents.nodes.map((node) => node.id)];
  };
  expect(found(customers.nodes, who.customerId)).toEqual([5, newest().slice(0, 3)]);
  expect(found(customers.nodes, second.customerId)).toEqual([1, [own]]);
  expect(found(vehicles.nodes, who.vehicleId)).toEqual([4, newest().filter((id) => id !== ids.sent)]);
  expect(found(vehicles.nodes, second.vehicleId)).toEqual([1, [own]]);
});

it('asked for twice in one answer, each stands there once', async () => {
  const { customer } = await manager.client.ask<{
    customer: Record<'a' | 'b', { totalCount: number; nodes: { id: string }[] }>;
  }>(
    `query ($id: ID!) { customer(id: $id) {
      a: documents(first: 3) { totalCount nodes { id } } b: documents(first: 3) { totalCount nodes { id } } } }`,
    { id: who.customerId },
  );
  const wanted = {
    totalCount: 5,
    nodes: newest()
      .slice(0, 3)
      .map((id) => ({ id })),
  };
  expect(customer).toMatchObject({ a: wanted, b: wanted });
});
