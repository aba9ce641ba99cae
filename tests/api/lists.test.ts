import { useGraph } from '../harness/graph';
import { type Shop, signIn } from '../harness/shop';
import { eventually } from './customers.fixtures';
import { arrive, openCard } from './job-cards.fixtures';

/** What all lists have in common: a client writes its paging once. */
const graph = useGraph();
let shop: Shop;

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

beforeAll(async () => {
  shop = await graph.shop({ centres: 2 });
  await shop.staff('ADVISOR');
  for (let visit = 0; visit < 3; visit += 1) {
    const { vehicleId } = await arrive(shop.admin.client, shop.centres[0]);
    await openCard(shop.admin.client, vehicleId, { serviceCentreId: shop.centres[0] });
  }
  for (let again = 0; again < 2; again += 1) await signIn(graph, shop.slug, shop.admin.email);
  await eventually(async () => expect((await pageOf('stockLocations', 10)).totalCount).toBe(3));
});

async function pageOf(list: string, first: number, after: string | null = null): Promise<Page> {
  const data = await shop.admin.client.ask<Record<string, Page>>(
    `query ($first: Int!, $after: String) { ${list}(first: $first, after: $after) {
       totalCount edges { cursor node { id } } nodes { id }
       pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    { first, after },
  );
  return data[list]!;
}

test.each([
  'auditLogs',
  'customers',
  'jobCards',
  'serviceCentres',
  'sessions',
  'stockLocations',
  'users',
  'vehicles',
])('%s come page by page, each item once, to the end', async (list) => {
  const seen: string[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const page: Page = await pageOf(list, 2, after);
    expect(page.edges.map((edge) => edge.node.id)).toEqual(page.nodes.map((node) => node.id));
    expect(page.edges[0]!.cursor).toBe(page.pageInfo.startCursor);
    expect(page.edges.at(-1)!.cursor).toBe(page.pageInfo.endCursor);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...page.nodes.map((node) => node.id));
    total = page.totalCount;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after && seen.length < 200);
  expect(seen.length).toBeGreaterThanOrEqual(2);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(total);
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
