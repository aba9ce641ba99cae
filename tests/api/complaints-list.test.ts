import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { FACTS, system } from '../harness/subgraphs';
import { openSubgraphsOn } from '../security/subgraphs-on.fixtures';
import { complain, oneOf } from './care.fixtures';
import { createCustomer, problemsOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let customerId: string;
const ids: string[] = [];

/** When each was registered and is due, and how it stands. */
const STOOD: [
  category: string,
  priority: string,
  status: string,
  due: string,
  minutes: number | null,
  rating: number | null,
][] = [
  ['DELAY', 'LOW', 'NEW', '-1 hour', null, null],
  ['DELAY', 'HIGH', 'ASSIGNED', '1 hour', null, null],
  ['PARTS', 'HIGH', 'ESCALATED', '-1 minute', null, null],
  ['BILLING', 'MEDIUM', 'RESOLVED', '-1 day', 60, null],
  ['BILLING', 'URGENT', 'CLOSED', '-1 day', 120, 5],
  ['OTHER', 'MEDIUM', 'CLOSED', '1 day', 61, 2],
];

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  customerId = (await createCustomer(manager.client)).id;
  for (const [category, priority, status, due, minutes, rating] of STOOD) {
    const { data } = await complain(manager.client, { customerId, category, priority });
    const { id } = data.createComplaint;
    ids.push(id);
    await graph.sql(
      `update customer.complaint set status = $2, due_at = now() + $3::interval,
         assignee_id = case when $2 in ('NEW', 'ESCALATED') then null else $4::uuid end,
         resolved_at = created_at + make_interval(mins => $5), customer_satisfaction = $6,
         closed_at = case when $2 = 'CLOSED' then now() end where id = $1`,
      [id, status, due, manager.id, minutes, rating],
    );
  }
  const elsewhere = await createCustomer(shop.admin.client, { serviceCentreId: shop.centres[1] });
  await complain(shop.admin.client, {
    customerId: elsewhere.id,
    serviceCentreId: shop.centres[1],
    priority: 'LOW',
  });
});

async function listed(filter: object, orderBy = 'OLDEST', by = manager): Promise<number[]> {
  const { nodes } = await oneOf<{ nodes: { id: string }[] }>(
    by.client,
    `query ($filter: ComplaintFilter!, $orderBy: ComplaintOrder!) {
      complaints(filter: $filter, orderBy: $orderBy, first: 100) { nodes { id } } }`,
    { filter, orderBy },
  );
  return nodes.map(({ id }) => ids.indexOf(id));
}

describe('the list', () => {
  it('finds by state, category, priority, customer, assignee, number, and what is late', async () => {
    expect(await listed({})).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await listed({}, 'NEWEST')).toEqual([5, 4, 3, 2, 1, 0]);
    expect(await listed({}, 'DUE')).toEqual([3, 4, 0, 2, 1, 5]);
    expect(await listed({ status: ['NEW', 'ESCALATED'] })).toEqual([0, 2]);
    expect(await listed({ category: 'BILLING' })).toEqual([3, 4]);
    expect(await listed({ priority: 'HIGH' })).toEqual([1, 2]);
    expect(await listed({ assigneeId: manager.id, customerId })).toEqual([1, 3, 4, 5]);
    expect(await listed({ overdue: true })).toEqual([0, 2]);
    expect(await listed({ overdue: false })).toEqual([1, 3, 4, 5]);
    expect(await listed({ search: 'cmp2' })).toEqual([1]);
    expect(await listed({ serviceCentreId: shop.centres[1] })).toEqual([]);
    expect(await listed({ serviceCentreId: shop.centres[1] }, 'OLDEST', shop.admin)).toEqual([-1]);
  });

  it('goes on behind a cursor', async () => {
    const page = (after: string | null) =>
      oneOf<{ nodes: { id: string }[]; pageInfo: { endCursor: string }; totalCount: number }>(
        manager.client,
        'query ($after: String) { complaints(orderBy: DUE, first: 4, after: $after) { nodes { id } pageInfo { endCursor } totalCount } }',
        { after },
      );
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map(({ id }) => ids.indexOf(id))).toEqual([3, 4, 0, 2, 1, 5]);
    expect(first.totalCount).toBe(6);
  });
});

interface Count {
  count: number;
}
interface Analytics {
  total: number;
  byStatus: (Count & { status: string })[];
  byCategory: (Count & { category: string })[];
  byPriority: (Count & { priority: string })[];
}
const ANALYTICS = `query ($from: DateTime, $to: DateTime, $centre: ID) {
  complaintAnalytics(from: $from, to: $to, serviceCentreId: $centre) {
    total open overdue resolved meanMinutesToResolve rated meanSatisfaction
    byStatus { status count } byCategory { category count } byPriority { priority count } } }`;
const figures = (variables: object = {}, by = manager): Promise<Analytics> =>
  oneOf(by.client, ANALYTICS, variables);

describe('complaintAnalytics', () => {
  it('counts what there is, and its totals agree', async () => {
    const all = await figures();
    expect(all).toMatchObject({
      total: 6,
      open: 3,
      overdue: 2,
      resolved: 3,
      meanMinutesToResolve: 80,
      rated: 2,
      meanSatisfaction: 3.5,
    });
    expect(all.byStatus).toEqual(
      ['NEW', 'ASSIGNED', 'INVESTIGATING', 'PROPOSED', 'RESOLVED', 'CLOSED', 'ESCALATED'].map((status) => ({
        status,
        count: STOOD.filter((row) => row[2] === status).length,
      })),
    );
    expect(all.byCategory).toContainEqual({ category: 'BILLING', count: 2 });
    expect(all.byPriority).toContainEqual({ priority: 'HIGH', count: 2 });
    for (const counts of [all.byStatus, all.byCategory, all.byPriority] as Count[][])
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
  });

  it('keeps to the span, the centre and who asks', async () => {
    const [row] = await graph.sql<{ at: Date }>(
      'select created_at as at from customer.complaint where id = $1',
      [ids[3]],
    );
    const at = row!.at.toISOString();
    expect((await figures({ from: at })).total).toBe(3);
    expect((await figures({ to: at })).total).toBe(3);
    expect((await figures({ centre: shop.centres[1] })).total).toBe(0);
    expect((await figures({}, shop.admin)).total).toBe(7);
    expect((await figures({ centre: shop.centres[1] }, shop.admin)).total).toBe(1);
    const none = await figures({}, (await graph.shop()).admin);
    expect(none).toMatchObject({ total: 0, meanMinutesToResolve: null, meanSatisfaction: null, rated: 0 });
    const backwards = await manager.client.send(ANALYTICS, { from: at, to: at });
    expect([backwards.code, problemsOf(backwards)]).toEqual(['BAD_INPUT', ['to: RANGE']]);
  });

  it('takes one statement, however many there are', async () => {
    const subgraphs = await openSubgraphsOn(graph.databaseUrl);
    try {
      const customer = subgraphs.of('customer');
      const statements: string[] = [];
      customer.database.onStatement = (text) => statements.push(text);
      const result = await customer.execute({ query: ANALYTICS }, system(shop.id), FACTS);
      expect((result.data as { complaintAnalytics: Analytics }).complaintAnalytics.total).toBe(7);
      expect(statements).toHaveLength(1);
    } finally {
      await subgraphs.close();
    }
  });
});
