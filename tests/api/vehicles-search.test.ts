import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { createCustomer, createVehicle } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let owner: { id: string };
let ids: string[];

beforeAll(async () => {
  shop = await graph.shop();
  owner = await createCustomer(shop.admin.client);
  const cars = [
    { make: 'Fiat', model: 'Panda', plate: { number: 'AB 123-CD', country: 'IT' }, ownerId: owner.id },
    { make: 'Volkswagen', model: 'Polo', plate: { number: 'MÜ·AB 7', country: 'DE' } },
    { make: 'Fiat', model: '500', vin: 'ZFA31200000745586', ownerId: owner.id },
    { make: 'Škoda', model: 'Octavia 100%' },
  ];
  ids = [];
  for (const car of cars) ids.push((await createVehicle(shop.admin.client, car)).id);
});

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

async function list(variables: Record<string, unknown>): Promise<Page> {
  const { vehicles } = await shop.admin.client.ask<{ vehicles: Page }>(
    `query ($filter: VehicleFilter, $orderBy: VehicleOrder, $first: Int, $after: String) {
       vehicles(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
         totalCount nodes { id } edges { cursor node { id } }
         pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    variables,
  );
  return vehicles;
}

const indexes = (page: Page): number[] => page.nodes.map((node) => ids.indexOf(node.id));

it.each([
  ['the plate as it is', 'AB 123-CD', [0]],
  ['the plate in small letters', 'ab123cd', [0]],
  ['the plate with other gaps', 'a-b 12 3c d', [0]],
  ['a part of the plate', '123c', [0]],
  ['a plate with an umlaut', 'mü ab7', [1]],
  ['a part of the VIN', 'zfa312', [2]],
  ['make and model, in any order', 'panda FIAT', [0]],
  ['a piece of plate beside the make', '12-3 fiat', [0]],
  ['the make alone', 'fiat', [2, 0]],
  ['letters beyond ASCII, in any case', 'ŠKO', [3]],
  ['a percent sign as itself', '100%', [3]],
  ['what there is not', 'ferrari', []],
])('finds by %s', async (_, search, found) => {
  const page = await list({ filter: { search } });
  expect(indexes(page)).toEqual(found);
  expect(page.totalCount).toBe(found.length);
});

it('narrows by owner and make, with a search and without', async () => {
  expect(indexes(await list({ filter: { ownerId: owner.id } }))).toEqual([2, 0]);
  expect(indexes(await list({ filter: { make: 'Fiat' } }))).toEqual([2, 0]);
  expect(indexes(await list({ filter: { ownerId: owner.id, search: 'panda' } }))).toEqual([0]);
  expect(indexes(await list({ filter: { make: 'Volkswagen', search: 'panda' } }))).toEqual([]);
});

it('orders by age and by make', async () => {
  expect(indexes(await list({ orderBy: 'NEWEST' }))).toEqual([3, 2, 1, 0]);
  expect(indexes(await list({ orderBy: 'OLDEST' }))).toEqual([0, 1, 2, 3]);
  expect(indexes(await list({ orderBy: 'MAKE' }))).toEqual([2, 0, 1, 3]);
});

it.each(['NEWEST', 'OLDEST', 'MAKE'])('pages through all of them by cursor, %s', async (orderBy) => {
  const whole = indexes(await list({ orderBy }));
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const page: Page = await list({ orderBy, first: 3, after });
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    const cursors = page.edges.map((edge) => edge.cursor);
    expect(cursors).toHaveLength(new Set(cursors).size);
    expect(page.pageInfo).toMatchObject({ startCursor: cursors[0], endCursor: cursors.at(-1) });
    expect(page.edges.map((edge) => edge.node.id)).toEqual(page.nodes.map((node) => node.id));
    seen.push(...page.edges.map((edge) => ids.indexOf(edge.node.id)));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(whole);
});

it('refuses a cursor of another order', async () => {
  const { pageInfo } = await list({ orderBy: 'MAKE', first: 1 });
  const answer = await shop.admin.client.send(
    'query ($after: String) { vehicles(orderBy: NEWEST, after: $after) { nodes { id } } }',
    { after: pageInfo.endCursor },
  );
  expect(answer.code).toBe('BAD_INPUT');
});

it('lists archived vehicles only when asked for them', async () => {
  const { id } = await createVehicle(shop.admin.client, { make: 'Lancia', model: 'Delta' });
  await shop.admin.client.ask('mutation ($id: ID!) { archiveVehicle(id: $id) { id } }', { id });
  expect((await list({})).totalCount).toBe(4);
  expect((await list({ filter: { search: 'lancia' } })).totalCount).toBe(0);
  expect((await list({ filter: { archived: true } })).nodes).toEqual([{ id }]);
  expect((await list({ filter: { archived: true, search: 'lancia' } })).nodes).toEqual([{ id }]);
});

it('searches within what is in reach, before it cuts the hits off', async () => {
  const crowded = await graph.shop({ centres: 1 });
  const mine = await createVehicle(crowded.admin.client, {
    make: 'Crowd',
    serviceCentreId: crowded.centres[0],
  });
  await graph.sql(
    `insert into vehicle.vehicle (organisation_id, id, version, created_at, updated_at, make, model)
     select $1, gen_random_uuid(), 1, now() + interval '1 minute', now(), 'Crowd', 'Car ' || n
     from generate_series(1, 600) n`,
    [crowded.id],
  );
  const { client } = await crowded.staff('RECEPTIONIST');
  expect(await client.ask('{ vehicles(filter: { search: "crowd" }) { totalCount nodes { id } } }')).toEqual({
    vehicles: { totalCount: 1, nodes: [{ id: mine.id }] },
  });
});
