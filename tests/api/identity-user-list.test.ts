import { useGraph } from '../harness/graph';
import { PASSWORD, type Shop } from '../harness/shop';
import { badFields, CREATE_USER, DELETE_USER, openCentre, roleOf, SET_ACTIVE } from './identity.fixtures';

/** The list of users: its filters, its orders, its pages. */
const graph = useGraph();
interface Page {
  users: {
    nodes: { id: string; displayName: string }[];
    edges: { cursor: string; node: { id: string } }[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}
let shop: Shop;
let ids: Record<string, string>;
const list = async (filter: object, rest = 'first: 50') =>
  (
    await shop.admin.client.ask<Page>(
      `query ($filter: UserFilter!) { users(filter: $filter, ${rest}) { totalCount nodes { id displayName }
         edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { filter },
    )
  ).users;
const named = async (filter: object, rest?: string) =>
  (await list(filter, rest)).nodes.map((user) => user.displayName);

beforeAll(async () => {
  shop = await graph.shop();
  const client = shop.admin.client;
  const elsewhere = await openCentre(client, 'ELSE');
  const make = async (firstName: string, kind: string, centre: string, changes: object = {}) => {
    const input = {
      firstName,
      lastName: 'Zeta',
      email: `${firstName.toLowerCase()}@${shop.slug}.example`,
      roleId: await roleOf(client, kind),
      serviceCentreIds: [centre],
      password: PASSWORD,
      ...changes,
    };
    return (await client.ask<{ createUser: { id: string } }>(CREATE_USER, { input })).createUser.id;
  };
  ids = {
    elsewhere,
    bea: await make('Bea', 'ADVISOR', shop.centres[0]!, { phone: '+39 320 765 0001' }),
    carlo: await make('Carlo', 'TECHNICIAN', elsewhere),
    dino: await make('Dino', 'TECHNICIAN', shop.centres[0]!),
    gone: await make('Gone', 'TECHNICIAN', shop.centres[0]!),
  };
  await client.ask(SET_ACTIVE, { id: ids.dino, active: false });
  await client.ask(DELETE_USER, { id: ids.gone });
});

test('is by name, without deleted accounts, filtered by all that is given', async () => {
  expect(await named({})).toEqual(['Ada Admin', 'Bea Zeta', 'Carlo Zeta', 'Dino Zeta']);
  expect(await named({ roleKinds: ['TECHNICIAN'] })).toEqual(['Carlo Zeta', 'Dino Zeta']);
  expect(await named({ roleKinds: ['TECHNICIAN'], active: true })).toEqual(['Carlo Zeta']);
  expect(await named({ roleId: await roleOf(shop.admin.client, 'ADVISOR') })).toEqual(['Bea Zeta']);
  expect(await named({ serviceCentreId: ids.elsewhere })).toEqual(['Ada Admin', 'Carlo Zeta']);
  expect(await named({ active: false })).toEqual(['Dino Zeta']);
  expect(await named({ search: 'zeta CAR' })).toEqual(['Carlo Zeta']);
  expect(await named({ search: '320765' })).toEqual(['Bea Zeta']);
  expect(await named({ search: 'bea@' })).toEqual(['Bea Zeta']);
  expect(await named({ search: '%%' })).toEqual([]);
  expect((await named({}, 'orderBy: NEWEST')).slice(0, 2)).toEqual(['Dino Zeta', 'Carlo Zeta']);
});

test('goes on page by page', async () => {
  const first = await list({}, 'first: 2');
  expect(first.totalCount).toBe(4);
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(first.edges[0]!.cursor).toBe(first.pageInfo.startCursor);
  const next = await list({}, `first: 2, after: "${first.pageInfo.endCursor}"`);
  expect(next.edges.map((edge) => edge.node.id)).toEqual([ids.carlo, ids.dino]);
  expect(next.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const bad = await shop.admin.client.send('{ users(after: "bm9uc2Vuc2U") { totalCount } }');
  expect(badFields(bad)).toEqual(['after']);
});
