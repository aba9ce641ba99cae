import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { createCustomer } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
const people = [
  { firstName: 'Giulia', lastName: 'Bianchi', phone: '+39 333 1112223', email: 'giulia@example.org' },
  { firstName: 'Ötzi', lastName: 'Ärger', phone: '+49 171 1234567' },
  { firstName: 'Bruno', lastName: 'Bianchi', company: 'Flotta 100% Rapida' },
  { company: 'Autonoleggio Zeta', email: 'fleet@zeta.example', phone: '06 1234567' },
];
let codes: string[];

beforeAll(async () => {
  shop = await graph.shop();
  codes = [];
  for (const person of people)
    codes.push(
      (await createCustomer(shop.admin.client, { firstName: null, lastName: null, ...person })).code,
    );
});

interface Page {
  totalCount: number;
  nodes: { code: string }[];
  edges: { cursor: string; node: { code: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

async function list(variables: Record<string, unknown>): Promise<Page> {
  const { customers } = await shop.admin.client.ask<{ customers: Page }>(
    `query ($filter: CustomerFilter, $orderBy: CustomerOrder, $first: Int, $after: String) {
       customers(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
         totalCount nodes { code } edges { cursor node { code } }
         pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    variables,
  );
  return customers;
}

it.each([
  ['a part of the last name', 'ianch', [2, 0]],
  ['both names, in any case', 'BIANCHI giu', [0]],
  ['letters beyond ASCII, in any case', 'ärger ötz', [1]],
  ['a part of the company', 'noleggio', [3]],
  ['a percent sign as itself', '100%', [2]],
  ['an underscore as itself', 'a_a', []],
  ['a part of the e-mail', '@zeta', [3]],
  ['the code', 'cus-000002', [1]],
  ['a phone in national spelling', '333 111-2223', [0]],
  ['a phone with the country', '+39 (333) 1112223', [0]],
  ['a phone dialled from abroad', '0039 333 111 22 23', [0]],
  ['a phone with the leading zero that E.164 drops', '0171/1234', [1]],
  ['a phone with the leading zero that E.164 keeps', '06 12 34', [3]],
  ['what nobody is called', 'nobody', []],
])('finds by %s', async (_, search, found) => {
  const { nodes, totalCount } = await list({ filter: { search } });
  expect(nodes.map((node) => node.code)).toEqual(found.map((index) => codes[index]));
  expect(totalCount).toBe(found.length);
});

it('orders by age and by name, companies among the people', async () => {
  const order = async (orderBy: string) =>
    (await list({ orderBy })).nodes.map((node) => codes.indexOf(node.code));
  expect(await order('NEWEST')).toEqual([3, 2, 1, 0]);
  expect(await order('OLDEST')).toEqual([0, 1, 2, 3]);
  expect(await order('NAME')).toEqual([3, 2, 0, 1]);
});

it.each(['NEWEST', 'OLDEST', 'NAME'])('pages through all of them by cursor, %s first', async (orderBy) => {
  const whole = (await list({ orderBy })).nodes.map((node) => node.code);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await list({ orderBy, first: 3, after });
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    const cursors = page.edges.map((edge) => edge.cursor);
    expect(cursors).toHaveLength(new Set(cursors).size);
    expect(page.pageInfo).toMatchObject({ startCursor: cursors[0], endCursor: cursors.at(-1) });
    expect(page.totalCount).toBe(4);
    seen.push(...page.edges.map((edge) => edge.node.code));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(whole);
});

it('keeps its place when others come and go between two pages', async () => {
  const other = await graph.shop();
  for (const lastName of ['A', 'B', 'D', 'E']) await createCustomer(other.admin.client, { lastName });
  const query = `query ($after: String) { customers(orderBy: NAME, first: 2, after: $after) {
    nodes { lastName } pageInfo { endCursor } } }`;
  type Names = { customers: { nodes: { lastName: string }[]; pageInfo: { endCursor: string } } };
  const first = await other.admin.client.ask<Names>(query);
  expect(first.customers.nodes.map((node) => node.lastName)).toEqual(['A', 'B']);
  await createCustomer(other.admin.client, { lastName: 'Aa' });
  await createCustomer(other.admin.client, { lastName: 'C' });
  const after = first.customers.pageInfo.endCursor;
  const second = await other.admin.client.ask<Names>(query, { after });
  expect(second.customers.nodes.map((node) => node.lastName)).toEqual(['C', 'D']);
});

it.each([
  ['a cursor of another making', { after: 'bm90IG91cnM' }],
  ['a search of one letter', { filter: { search: 'a' } }],
  ['more than a hundred at once', { first: 101 }],
  ['fewer than none', { first: -1 }],
])('refuses %s', async (_, variables) => {
  const answer = await shop.admin.client.send(
    `query ($filter: CustomerFilter, $first: Int, $after: String) {
       customers(filter: $filter, first: $first, after: $after) { nodes { id } } }`,
    variables,
  );
  expect(['BAD_INPUT', 'LIMIT_EXCEEDED']).toContain(answer.code);
  expect(answer.data).toBeNull();
});

it('shows only those of the service centre that is asked for', async () => {
  const both = await graph.shop({ centres: 1 });
  const [one, two] = both.centres;
  await createCustomer(both.admin.client, { lastName: 'One', serviceCentreId: one });
  await createCustomer(both.admin.client, { lastName: 'Two', serviceCentreId: two });
  const names = async (filter: object) => {
    const { customers } = await both.admin.client.ask<{ customers: { nodes: { lastName: string }[] } }>(
      'query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { lastName } } }',
      { filter },
    );
    return customers.nodes.map((node) => node.lastName);
  };
  expect(await names({ serviceCentreId: two })).toEqual(['Two']);
  expect(await names({ serviceCentreId: two, search: 'anna' })).toEqual(['Two']);
  expect(await names({ serviceCentreId: one, search: 'two' })).toEqual([]);
});

it('searches within what is in reach, before it cuts the hits off', async () => {
  const crowded = await graph.shop({ centres: 1 });
  const mine = await createCustomer(crowded.admin.client, {
    lastName: 'Crowd',
    serviceCentreId: crowded.centres[0],
  });
  await graph.sql(
    `insert into customer.customer (organisation_id, id, version, created_at, updated_at, code, first_name, last_name)
     select $1, gen_random_uuid(), 1, now() + interval '1 minute', now(), 'CUS-1' || lpad(n::text, 6, '0'), 'Somebody', 'Crowd'
     from generate_series(1, 600) n`,
    [crowded.id],
  );
  const { client } = await crowded.staff('RECEPTIONIST');
  const { customers } = await client.ask<{ customers: Page }>(
    '{ customers(filter: { search: "crowd" }) { totalCount nodes { code } } }',
  );
  expect(customers).toEqual({ totalCount: 1, nodes: [{ code: mine.code }] });
});
