import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { arrive } from './job-cards.fixtures';
import { APPROVE, raise, requestNumbers } from './service-requests.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
/** By what they are about. */
const made: Record<string, { id: string; number: string }> = {};
let family: { customerId: string; vehicleId: string };
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  family = await arrive(manager.client);
  const others = await arrive(manager.client);
  const { client } = manager;
  made.mirror = await raise(client, family, {
    description: 'Left MIRROR is broken',
    preferredDate: '2031-02-01',
  });
  made.brakes = await raise(client, others, { description: 'Brakes 100% worn', preferredDate: '2031-01-01' });
  made.home = await raise(client, others, {
    description: 'Flat battery',
    homeService: true,
    homeAddress: { street: 'Via Po 1', city: 'Torino' },
  });
  made.there = await raise(shop.admin.client, family, {
    description: 'Mirror, too',
    serviceCentreId: shop.centres[1],
  });
  await client.ask(APPROVE, { id: made.brakes.id });
});

const numbersOf = (...names: string[]) => names.map((name) => made[name]!.number);

const FOUND: [string, () => Record<string, unknown>, string[]][] = [
  ['everything of one’s centre', () => ({}), ['home', 'brakes', 'mirror']],
  ['by state', () => ({ status: ['APPROVED'] }), ['brakes']],
  ['by states', () => ({ status: ['APPROVED', 'PENDING'] }), ['home', 'brakes', 'mirror']],
  ['by customer', () => ({ customerId: family.customerId }), ['mirror']],
  ['by vehicle', () => ({ vehicleId: family.vehicleId }), ['mirror']],
  ['by place of work', () => ({ homeService: true }), ['home']],
  ['by another place of work', () => ({ homeService: false }), ['brakes', 'mirror']],
  ['from a day', () => ({ preferredFrom: '2031-01-15' }), ['mirror']],
  ['to a day', () => ({ preferredTo: '2031-01-15' }), ['brakes']],
  ['before a time', () => ({ to: '2020-01-01T00:00:00Z' }), []],
  ['from a time', () => ({ from: '2020-01-01T00:00:00Z' }), ['home', 'brakes', 'mirror']],
  ['by words in any case', () => ({ search: 'mirr LEFT' }), ['mirror']],
  ['by a percent sign, taken for itself', () => ({ search: '0% w' }), ['brakes']],
  ['by words of another state', () => ({ search: 'mirror', status: ['APPROVED'] }), []],
  ['by number', () => ({ search: made.home!.number }), ['home']],
  ['by number in short', () => ({ search: `sr${Number(made.brakes!.number.slice(3))}` }), ['brakes']],
  ['by words of another centre', () => ({ search: 'too' }), []],
];
it.each(FOUND)('finds %s', async (_, filter, expected) => {
  expect(await requestNumbers(manager.client, filter())).toEqual(numbersOf(...expected));
});

it('finds those of a service centre for who works in all', async () => {
  expect(await requestNumbers(shop.admin.client, { serviceCentreId: shop.centres[1] })).toEqual(
    numbersOf('there'),
  );
  expect(await requestNumbers(shop.admin.client, { search: 'mirror' })).toEqual(numbersOf('there', 'mirror'));
});

interface Page {
  totalCount: number;
  nodes: { number: string }[];
  edges: { cursor: string; node: { number: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

it('comes in three orders, and goes on behind a cursor in each', async () => {
  const orders: Record<string, string[]> = {
    NEWEST: ['home', 'brakes', 'mirror'],
    OLDEST: ['mirror', 'brakes', 'home'],
    PREFERRED: ['brakes', 'mirror', 'home'],
  };
  for (const [order, names] of Object.entries(orders)) {
    expect(await requestNumbers(manager.client, {}, order)).toEqual(numbersOf(...names));
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page: { serviceRequests: Page } = await manager.client.ask(
        `query ($order: ServiceRequestOrder!, $after: String) {
          serviceRequests(orderBy: $order, first: 1, after: $after) { totalCount nodes { number }
            edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        { order, after },
      );
      const { edges, nodes, pageInfo, totalCount } = page.serviceRequests;
      expect([totalCount, edges[0]!.node, edges[0]!.cursor, pageInfo.startCursor]).toEqual([
        3,
        nodes[0],
        pageInfo.endCursor,
        pageInfo.endCursor,
      ]);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      pages.push(nodes[0]!.number);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual(numbersOf(...names));
  }
});
