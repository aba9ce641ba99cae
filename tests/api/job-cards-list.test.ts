import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { problemsOf } from './customers.fixtures';
import {
  arrive,
  assign,
  type Card,
  cancel,
  numbers,
  openCard,
  requireInspection,
  type Visit,
} from './job-cards.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let technician: Member;
let anna: Visit;
let bruno: Visit;
/** Three cards of the first service centre, in the order in which they were made, and one of the second. */
let cards: Card[];
let elsewhere: Card;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER', { centres: shop.centres });
  technician = await shop.staff('TECHNICIAN');
  const [here, there] = shop.centres as [string, string];
  anna = await arrive(manager.client, here);
  bruno = await arrive(manager.client, here);
  const open = (visit: Visit, promisedAt: string | null, serviceCentreId = here) =>
    openCard(manager.client, visit.vehicleId, { serviceCentreId, promisedAt });
  cards = [
    await open(anna, '2026-12-03T12:00:00Z'),
    await open(bruno, null),
    await open(anna, '2026-12-01T12:00:00Z'),
  ];
  elsewhere = await open(bruno, null, there);
  for (const [index, card] of cards.entries())
    await graph.sql(`update workshop.job_card set created_at = $2 where id = $1`, [
      card.id,
      `2026-11-0${index + 1}T08:00:00Z`,
    ]);
  await assign(manager.client, cards[1]!.id, technician);
  await cancel(manager.client, cards[2]!.id);
});

const ONE = 'JC-000001';
const TWO = 'JC-000002';
const THREE = 'JC-000003';

describe('jobCards', () => {
  it('come the newest first, the oldest first, or by promise', async () => {
    const filter = { serviceCentreId: shop.centres[0] };
    expect(await numbers(manager.client, filter)).toEqual([THREE, TWO, ONE]);
    expect(await numbers(manager.client, filter, 'OLDEST')).toEqual([ONE, TWO, THREE]);
    expect(await numbers(manager.client, filter, 'PROMISED')).toEqual([THREE, ONE, TWO]);
  });

  it.each<[string, () => Record<string, unknown>, string[]]>([
    ['one state', () => ({ status: ['CREATED'] }), [ONE]],
    ['several states', () => ({ status: ['ASSIGNED', 'CANCELLED'] }), [THREE, TWO]],
    ['no state at all', () => ({ status: [] }), []],
    ['a vehicle', () => ({ vehicleId: anna.vehicleId }), [THREE, ONE]],
    ['a customer', () => ({ customerId: bruno.customerId }), [TWO]],
    ['a technician', () => ({ technicianId: technician.id }), [TWO]],
    ['a time from', () => ({ from: '2026-11-02T08:00:00Z' }), [THREE, TWO]],
    ['a time to', () => ({ to: '2026-11-02T09:00:00+01:00' }), [ONE]],
    ['its number', () => ({ search: 'JC-000002' }), [TWO]],
    ['its number for short', () => ({ search: '3' }), [THREE]],
    ['its number in another spelling', () => ({ search: 'jc0001' }), [ONE]],
    ['a number that nothing has', () => ({ search: '999' }), []],
    ['several at once', () => ({ vehicleId: anna.vehicleId, status: ['CREATED'], search: '1' }), [ONE]],
  ])('are found by %s', async (_, filter, expected) => {
    const here = { serviceCentreId: shop.centres[0], ...filter() };
    expect(await numbers(manager.client, here)).toEqual(expected);
  });

  it('of all service centres may share a number', async () => {
    expect(elsewhere.number).toBe(ONE);
    expect(await numbers(manager.client, { search: '1' })).toEqual([ONE, ONE]);
  });

  it('are not searched by what is no number', async () => {
    const answer = await manager.client.send('{ jobCards(filter: { search: "brakes" }) { nodes { id } } }');
    expect(answer.code).toBe('BAD_INPUT');
    expect(problemsOf(answer).map((problem) => problem.split(': ')[1])).toEqual(['MATCHES']);
  });

  it.each(['NEWEST', 'OLDEST', 'PROMISED'])('come in pages, each card once, ordered %s', async (orderBy) => {
    const all = await numbers(manager.client, {}, orderBy);
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const { jobCards: page }: Paged = await manager.client.ask<Paged>(PAGE, { orderBy, after });
      expect(page.totalCount).toBe(4);
      walked.push(...page.edges.map((edge) => edge.node.number));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(walked).toEqual(all);
    expect(walked).toHaveLength(4);
  });
});

interface Paged {
  jobCards: {
    totalCount: number;
    edges: { node: { number: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
const PAGE = `query ($orderBy: JobCardOrder!, $after: String) {
  jobCards(orderBy: $orderBy, first: 2, after: $after) {
    totalCount edges { node { number } } pageInfo { hasNextPage endCursor } } }`;

describe('from the other side', () => {
  it('a vehicle knows its service history, a customer their jobs', async () => {
    const { vehicle, customer } = await manager.client.ask<{
      vehicle: { serviceHistory: object };
      customer: { jobCards: object };
    }>(
      `query ($vehicleId: ID!, $customerId: ID!) {
        vehicle(id: $vehicleId) { serviceHistory(first: 1) { totalCount nodes { number vehicle { id } } } }
        customer(id: $customerId) { jobCards { totalCount nodes { number customer { id } } } } }`,
      { vehicleId: anna.vehicleId, customerId: bruno.customerId },
    );
    expect(vehicle.serviceHistory).toEqual({
      totalCount: 2,
      nodes: [{ number: THREE, vehicle: { id: anna.vehicleId } }],
    });
    expect(customer.jobCards).toEqual({
      totalCount: 2,
      nodes: [ONE, TWO].map((number) => ({ number, customer: { id: bruno.customerId } })),
    });
  });
});
