import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, createCustomer, createVehicle, problemsOf } from './customers.fixtures';
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
    ['a promise from', () => ({ promisedFrom: '2026-12-02T00:00:00Z' }), [ONE]],
    ['a promise to', () => ({ promisedTo: '2026-12-02T00:00:00Z' }), [THREE]],
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

  it.each(['', ' ', 'x', 'x'.repeat(61)])('are not searched by "%s"', async (search) => {
    const answer = await manager.client.send(
      'query ($search: String) { jobCards(filter: { search: $search }) { nodes { id } } }',
      { search },
    );
    expect(answer.code).toBe('BAD_INPUT');
    expect(problemsOf(answer)[0]).toMatch(/search: (LENGTH|IS_LENGTH|MATCHES)/);
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

describe('searched by whom they are for', () => {
  /** A customer and a car that nobody else is called like. */
  let zoe: Visit & { number: string };
  beforeAll(async () => {
    const [here] = shop.centres;
    const { id: customerId } = await createCustomer(manager.client, {
      firstName: 'Zoë',
      lastName: 'Quintarelli',
      phone: '+39 333 7654321',
      serviceCentreId: here,
    });
    const { id: vehicleId } = await createVehicle(manager.client, {
      ownerId: customerId,
      model: 'Multipla',
      plate: { number: 'QX 987 ZW', country: 'IT' },
      serviceCentreId: here,
    });
    const { number } = await openCard(manager.client, vehicleId, { serviceCentreId: here });
    zoe = { customerId, vehicleId, number };
  });

  it.each(['Quintarelli', 'zoë QUINT', 'qx987', 'QX 987 ZW', 'multipla', '333 7654321', '7654321'])(
    '"%s" finds the card',
    async (search) => {
      expect(await numbers(manager.client, { search })).toEqual([zoe.number]);
    },
  );

  it('with other filters, each of which must hold, in any order, counted and in pages', async () => {
    const find = (filter: object) => numbers(manager.client, { search: 'Quintarelli', ...filter });
    expect(await find({ status: ['CREATED'], serviceCentreId: shop.centres[0] })).toEqual([zoe.number]);
    expect(await find({ status: ['COMPLETED'] })).toEqual([]);
    expect(await find({ serviceCentreId: shop.centres[1] })).toEqual([]);
    expect(await find({ vehicleId: anna.vehicleId })).toEqual([]);
    expect(await numbers(manager.client, { search: 'Quintarelli' }, 'PROMISED')).toEqual([zoe.number]);
    const { jobCards } = await manager.client.ask<{ jobCards: object }>(
      '{ jobCards(filter: { search: "fiat" }, first: 2) { totalCount nodes { id } pageInfo { hasNextPage } } }',
    );
    expect(jobCards).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  });

  it('still finds what was for somebody who has been archived since, or who sold the car', async () => {
    await manager.client.ask(
      'mutation ($id: ID!, $customer: ID!) { archiveVehicle(id: $id) { id } archiveCustomer(id: $customer) { id } }',
      {
        id: zoe.vehicleId,
        customer: zoe.customerId,
      },
    );
    for (const search of ['Quintarelli', 'QX987ZW'])
      expect(await numbers(manager.client, { search })).toEqual([zoe.number]);
  });

  it('finds the cards that are theirs to see and no others, and for customers goes by number', async () => {
    const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const stranger = (await graph.shop()).admin;
    for (const { client } of [there, stranger, technician])
      expect(await numbers(client, { search: 'Quintarelli' })).toEqual([]);
    expect(await numbers(technician.client, { search: 'fiat' })).toEqual([TWO]);
    const customer = await accountOf(graph, shop, anna.customerId);
    expect(await numbers(customer.client, { search: '3' })).toEqual([THREE]);
    const answer = await customer.client.send('{ jobCards(filter: { search: "fiat" }) { nodes { id } } }');
    expect(problemsOf(answer)).toEqual(['filter.search: NUMBER']);
  });
});

describe('from the other side', () => {
  it('a vehicle and a customer know their jobs', async () => {
    const { vehicle, customer } = await manager.client.ask<{
      vehicle: { jobCards: object };
      customer: { jobCards: object };
    }>(
      `query ($vehicleId: ID!, $customerId: ID!) {
        vehicle(id: $vehicleId) { jobCards(first: 1) { totalCount nodes { number vehicle { id } } } }
        customer(id: $customerId) { jobCards { totalCount nodes { number customer { id } } } } }`,
      { vehicleId: anna.vehicleId, customerId: bruno.customerId },
    );
    expect(vehicle.jobCards).toEqual({
      totalCount: 2,
      nodes: [{ number: THREE, vehicle: { id: anna.vehicleId } }],
    });
    expect(customer.jobCards).toEqual({
      totalCount: 2,
      nodes: [ONE, TWO].map((number) => ({ number, customer: { id: bruno.customerId } })),
    });
  });
});
