import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf } from './customers.fixtures';
import {
  doVisit,
  plan,
  readVisit,
  sendOwnVisit,
  sendPlan,
  VISIT_COMMANDS,
  type Visit,
  visitNumbers,
  visitsKept,
} from './home-service.fixtures';
import { at, monday, openWorkshop, refusalOf, visitor, type Workshop } from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
let there: Member;
let workshop: Workshop;
let anna: Member;
let bruno: Member;
let first: { customerId: string; vehicleId: string };
let second: { customerId: string; vehicleId: string };
let visits: Visit[];
const days = [monday(2), monday(3), monday(4)];

/** Three of Anna's and Bruno's here, and one of the other service centre. */
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  const { client } = shop.admin;
  const [here, elsewhere] = shop.centres as [string, string];
  there = await shop.staff('MANAGER', { centres: [elsewhere] });
  workshop = await openWorkshop(shop, { bays: 1, technicians: 2 });
  await openWorkshop(shop, { bays: 1, technicians: 1, centre: elsewhere });
  [anna, bruno] = workshop.technicians as [Member, Member];
  first = await visitor(client, here);
  second = await visitor(client, here);
  const made = async (who: object, date: string, more: object) =>
    plan(client, { ...who, startsAt: at(date, 10), serviceCentreId: here, ...more });
  visits = [
    await made(first, days[0]!, { technicianId: anna.id }),
    await made(second, days[1]!, { technicianId: anna.id }),
    await made(second, days[2]!, { technicianId: bruno.id }),
    await made(await visitor(client, elsewhere), days[0]!, { serviceCentreId: elsewhere }),
  ];
  await doVisit(client, 'cancel', visits[1]!.id);
});

const idOf = async (client: Member['client'], filter: object, orderBy = 'EARLIEST') => {
  const { homeServices } = await client.ask<{
    homeServices: { totalCount: number; nodes: { id: string }[] };
  }>(
    `query ($filter: HomeServiceFilter!, $orderBy: HomeServiceOrder!) {
       homeServices(filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } }`,
    { filter, orderBy },
  );
  const ids = homeServices.nodes.map(({ id }) => id);
  expect(homeServices.totalCount).toBe(ids.length);
  return ids.map((id) => visits.findIndex((visit) => visit.id === id));
};

describe('the list', () => {
  it('is in order of time, either way, and page by page', async () => {
    const { client } = shop.admin;
    const here = { serviceCentreId: workshop.centre };
    expect(await idOf(client, here)).toEqual([0, 1, 2]);
    expect(await idOf(client, here, 'LATEST')).toEqual([2, 1, 0]);
    const page = `query ($after: String) { homeServices(filter: { serviceCentreId: "${workshop.centre}" }, first: 2,
      after: $after) { nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      homeServices: {
        nodes: { id: string }[];
        edges: { cursor: string; node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const one = (await client.ask<Page>(page)).homeServices;
    const two = (await client.ask<Page>(page, { after: one.pageInfo.endCursor })).homeServices;
    expect([...one.nodes, ...two.nodes].map(({ id }) => id)).toEqual(visits.slice(0, 3).map(({ id }) => id));
    expect(one.edges.at(-1)).toEqual({ cursor: one.pageInfo.endCursor, node: one.nodes.at(-1) });
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('is narrowed by each filter', async () => {
    const { client } = shop.admin;
    const here = { serviceCentreId: workshop.centre };
    expect(await idOf(client, { ...here, status: ['CANCELLED'] })).toEqual([1]);
    expect(await idOf(client, { ...here, status: ['SCHEDULED', 'EN_ROUTE'] })).toEqual([0, 2]);
    expect(await idOf(client, { customerId: second.customerId })).toEqual([1, 2]);
    expect(await idOf(client, { vehicleId: first.vehicleId })).toEqual([0]);
    expect(await idOf(client, { technicianId: anna.id })).toEqual([0, 1]);
    expect(await idOf(client, { ...here, from: at(days[1]!, 10) })).toEqual([1, 2]);
    expect(await idOf(client, { ...here, to: at(days[1]!, 10) })).toEqual([0]);
    const { number } = visits[2]!;
    for (const search of [number, number.toLowerCase(), String(Number(number.slice(3)))])
      expect(await idOf(client, { ...here, search })).toEqual([2]);
    expect(refusalOf(await client.send('{ homeServices(filter: { search: "x" }) { totalCount } }'))).toBe(
      'BAD_INPUT filter.search: MATCHES',
    );
  });
});

describe('who sees what', () => {
  it('staff those of their service centres, technicians and customers their own, others none', async () => {
    const customer = await accountOf(graph, shop, first.customerId);
    const seen = async ({ client }: Member) =>
      (await visitNumbers(client)).length +
      (
        await Promise.all(
          visits.map(async ({ id }) => {
            const { homeService } = await client.ask<{ homeService: object | null }>(
              'query ($id: ID!) { homeService(id: $id) { id } }',
              { id },
            );
            return homeService ? 1 : 0;
          }),
        )
      ).reduce<number>((sum, one) => sum + one, 0);
    expect(await seen(shop.admin)).toBe(8);
    expect(await seen(await shop.staff('ACCOUNTANT'))).toBe(6);
    expect(await seen(there)).toBe(2);
    expect(await seen(anna)).toBe(4);
    expect(await seen(bruno)).toBe(2);
    expect(await seen(customer)).toBe(2);
    expect(await seen((await graph.shop()).admin)).toBe(0);
  });

  it('another service centre, technician, customer or organisation does nothing to it', async () => {
    const { id } = visits[0]!;
    const stranger = await graph.shop();
    const customer = await accountOf(graph, shop, second.customerId);
    const before = await visitsKept(graph, shop);
    const input = {
      schedule: { startsAt: at(days[0]!, 14) },
      assign: { technicianId: bruno.id },
      locate: { latitude: 1, longitude: 1 },
      update: { notes: 'x' },
    };
    for (const who of [there, bruno, customer, stranger.admin])
      for (const command of VISIT_COMMANDS) {
        const more = command in input ? { input: input[command as keyof typeof input] } : {};
        const { code } = await sendOwnVisit(who.client, command, id, more);
        expect(['NOT_FOUND', 'FORBIDDEN']).toContain(code);
      }
    expect(await visitsKept(graph, shop)).toEqual(before);
  });

  it('an accountant looks on, a receptionist plans, nobody of another centre is sent', async () => {
    const accountant = await shop.staff('ACCOUNTANT');
    expect((await readVisit(shop.admin.client, visits[0]!.id))!.status).toBe('SCHEDULED');
    const input = { ...first, startsAt: at(days[0]!, 14) };
    expect((await sendPlan(accountant.client, input)).code).toBe('FORBIDDEN');
    expect((await sendPlan(anna.client, input)).code).toBe('FORBIDDEN');
    const receptionist = await shop.staff('RECEPTIONIST');
    expect((await sendPlan(receptionist.client, input)).errors).toEqual([]);
    expect((await sendOwnVisit(receptionist.client, 'cancel', visits[0]!.id)).code).toBe('FORBIDDEN');
    expect((await sendOwnVisit(shop.admin.client, 'arrive', newId())).code).toBe('NOT_FOUND');
  });
});
