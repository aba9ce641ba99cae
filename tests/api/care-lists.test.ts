import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { complain, createLead, jobDone, oneOf, submit } from './care.fixtures';

/** Lists of care are like all lists, and their records tell of their times. */
const graph = useGraph();
let shop: Shop;
let customerId: string;

beforeAll(async () => {
  shop = await graph.shop();
  const { client } = shop.admin;
  const technician = await shop.staff('TECHNICIAN');
  const serviceCentreId = shop.centres[0]!;
  for (let n = 0; n < 3; n += 1) {
    await createLead(client, { serviceCentreId });
    const job = await jobDone(graph, client, technician, serviceCentreId);
    await submit(client, { jobCardId: job.jobCardId, rating: 4 });
    await complain(client, { jobCardId: job.jobCardId });
    customerId = job.customerId;
  }
});

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

test.each(['leads', 'feedbackEntries', 'complaints'])('%s come page by page, each once', async (list) => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await oneOf<Page>(
      shop.admin.client,
      `query ($after: String) { ${list}(first: 2, after: $after) {
         totalCount edges { cursor node { id } } nodes { id }
         pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { after },
    );
    expect(page.edges.map((edge) => edge.node.id)).toEqual(page.nodes.map((node) => node.id));
    expect(page.edges[0]!.cursor).toBe(page.pageInfo.startCursor);
    expect(page.edges.at(-1)!.cursor).toBe(page.pageInfo.endCursor);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    expect(page.totalCount).toBe(3);
    seen.push(...page.nodes.map((node) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(seen).size).toBe(3);
});

test('every record tells when it was made, when it last changed, and how often', async () => {
  const stamps = 'id version createdAt updatedAt';
  interface Stamped {
    id: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  }
  const { client } = shop.admin;
  const made = await client.ask<{ exportCustomerData: Stamped; eraseCustomer: Stamped }>(
    `mutation ($id: ID!) { exportCustomerData(customerId: $id) { ${stamps} }
       eraseCustomer(customerId: $id, reason: "Asked") { ${stamps} } }`,
    { id: customerId },
  );
  const found = await client.ask<{
    leads: { nodes: Stamped[] };
    feedbackEntries: { nodes: Stamped[] };
    complaints: { nodes: (Stamped & { statusHistory: Stamped[] })[] };
  }>(
    `{ leads(orderBy: OLDEST) { nodes { ${stamps} } } feedbackEntries(orderBy: LOWEST) { nodes { ${stamps} } }
       complaints(orderBy: OLDEST) { nodes { ${stamps} statusHistory { ${stamps} } } } }`,
  );
  const [lead, feedback, complaint] = [
    found.leads.nodes[0]!,
    found.feedbackEntries.nodes[0]!,
    found.complaints.nodes[0]!,
  ];
  const [copy, erasure, step] = [made.exportCustomerData, made.eraseCustomer, complaint.statusHistory[0]!];
  for (const record of [copy, erasure, lead, feedback, complaint, step]) {
    expect(record.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(record.version).toBe(1);
    expect(record.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(record.updatedAt).toBe(record.createdAt);
  }
});
