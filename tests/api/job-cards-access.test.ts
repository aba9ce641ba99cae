import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, createCustomer, problemsOf } from './customers.fixtures';
import {
  ASSIGN,
  arrive,
  assign,
  CANCEL,
  CREATE,
  expectRefusal,
  keptAbout,
  openCard,
  requireInspection,
  seesCard,
  UPDATE,
  type Visit,
} from './job-cards.fixtures';

const graph = useGraph();
let shop: Shop;
let here: Member;
let there: Member;
let technician: Member;
let visit: Visit;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  here = await shop.staff('MANAGER');
  there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  technician = await shop.staff('TECHNICIAN');
  visit = await arrive(here.client);
});

const COMMANDS = { UPDATE, ASSIGN, CANCEL };
const variables = (id: string) => ({
  id,
  input: { priority: 'URGENT' },
  technicianId: technician.id,
  reason: 'It was not mine.',
});
const ENTITIES = `query ($id: ID!, $vehicleId: ID!, $customerId: ID!) { jobCard(id: $id) { number }
  vehicle(id: $vehicleId) { jobCards { totalCount nodes { id } } }
  customer(id: $customerId) { jobCards { totalCount nodes { id } } } jobCards { totalCount nodes { id } } }`;

async function refusedAll(client: GraphClient, id: string, code: string): Promise<void> {
  const before = await keptAbout(graph, shop);
  for (const command of Object.values(COMMANDS))
    expectRefusal(await client.send(command, variables(id)), code);
  expect(await keptAbout(graph, shop)).toEqual(before);
}

describe('another organisation', () => {
  it('sees nothing, changes nothing, and opens no card for what is not its own', async () => {
    const other = await graph.shop();
    const { client } = other.admin;
    const { id } = await openCard(here.client, visit.vehicleId);
    expect(await client.ask(ENTITIES, { id, ...visit })).toEqual({
      jobCard: null,
      vehicle: null,
      customer: null,
      jobCards: { totalCount: 0, nodes: [] },
    });
    await refusedAll(client, id, 'NOT_FOUND');
    const before = [await keptAbout(graph, shop), await keptAbout(graph, other)];
    const input = { ...visit, complaint: 'Mine now.', serviceCentreId: other.centres[0] };
    const forTheirs = await client.send(CREATE, { input });
    expect(problemsOf(forTheirs)).toEqual(['vehicleId: UNKNOWN']);
    const theirCentre = await client.send(CREATE, { input: { ...input, serviceCentreId: shop.centres[0] } });
    expectRefusal(theirCentre, 'BAD_INPUT');
    expect([await keptAbout(graph, shop), await keptAbout(graph, other)]).toEqual(before);
  });
});

describe('another service centre', () => {
  it('sees nothing and changes nothing; who works in all sees it', async () => {
    const { id } = await openCard(here.client, visit.vehicleId);
    expect(await seesCard(here.client, id)).toBe(true);
    expect(await seesCard(shop.admin.client, id)).toBe(true);
    expect(await seesCard(there.client, id)).toBe(false);
    const { jobCards } = await there.client.ask<{ jobCards: object }>(
      '{ jobCards { totalCount nodes { id } } }',
    );
    expect(jobCards).toEqual({ totalCount: 0, nodes: [] });
    await refusedAll(there.client, id, 'NOT_FOUND');
  });

  it('sees of a vehicle only what it did for it itself', async () => {
    const car = await arrive(shop.admin.client, shop.centres[0]);
    const cards = [];
    for (const serviceCentreId of shop.centres)
      cards.push(await openCard(shop.admin.client, car.vehicleId, { serviceCentreId }));
    const history = async (client: GraphClient) => {
      const { vehicle } = await client.ask<{ vehicle: { jobCards: { nodes: { id: string }[] } } }>(
        'query ($id: ID!) { vehicle(id: $id) { jobCards { nodes { id } } } }',
        { id: car.vehicleId },
      );
      return vehicle.jobCards.nodes.map((node) => node.id);
    };
    expect(await history(here.client)).toEqual([cards[0]!.id]);
    expect(await history(shop.admin.client)).toEqual([cards[1]!.id, cards[0]!.id]);
  });
});

describe('a technician', () => {
  it('sees and changes the cards assigned to them, until they are another’s', async () => {
    const other = await shop.staff('TECHNICIAN');
    const { id } = await openCard(here.client, visit.vehicleId);
    expect(await seesCard(technician.client, id)).toBe(false);
    await assign(here.client, id, technician);
    expect(await seesCard(technician.client, id)).toBe(true);
    expect(await seesCard(other.client, id)).toBe(false);
    const changed = await technician.client.ask(UPDATE, { id, input: { priority: 'HIGH' } });
    expect(changed).toMatchObject({ updateJobCard: { priority: 'HIGH' } });
    const before = await keptAbout(graph, shop);
    expectRefusal(await other.client.send(UPDATE, { id, input: { priority: 'LOW' } }), 'NOT_FOUND');
    expect(await keptAbout(graph, shop)).toEqual(before);
    await assign(here.client, id, other);
    expect(await seesCard(technician.client, id)).toBe(false);
    expect(await seesCard(other.client, id)).toBe(true);
  });
});

describe('a customer', () => {
  it('keeps the jobs they brought the car for when it is sold; the next owner sees nothing of them', async () => {
    const { id: buyer } = await createCustomer(here.client, { firstName: 'Bruno' });
    const car = await arrive(here.client);
    const { id } = await openCard(here.client, car.vehicleId);
    const seller = await accountOf(graph, shop, car.customerId);
    const next = await accountOf(graph, shop, buyer);
    await here.client.ask(
      `mutation ($id: ID!, $customerId: ID!) { transferVehicleOwnership(id: $id, customerId: $customerId) { id } }`,
      { id: car.vehicleId, customerId: buyer },
    );
    const READ = 'query ($id: ID!) { jobCard(id: $id) { id customer { id } vehicle { id make } } }';
    const history = 'query ($id: ID!) { vehicle(id: $id) { id jobCards { totalCount nodes { id } } } }';

    expect(await next.client.ask(history, { id: car.vehicleId })).toEqual({
      vehicle: { id: car.vehicleId, jobCards: { totalCount: 0, nodes: [] } },
    });
    expect(await next.client.ask(READ, { id })).toEqual({ jobCard: null });
    const own = await openCard(here.client, car.vehicleId);
    expect(await next.client.ask(history, { id: car.vehicleId })).toEqual({
      vehicle: { id: car.vehicleId, jobCards: { totalCount: 1, nodes: [{ id: own.id }] } },
    });

    const { data } = await seller.client.send<{ jobCard: object }>(READ, { id });
    expect(data.jobCard).toEqual({ id, customer: { id: car.customerId }, vehicle: null });
    expect(await seesCard(seller.client, own.id)).toBe(false);
    expect(await here.client.ask(READ, { id })).toMatchObject({
      jobCard: { customer: { id: car.customerId }, vehicle: { id: car.vehicleId } },
    });
  });

  it('sees no other customer’s, even on one car', async () => {
    const car = await arrive(here.client);
    const { id: friend } = await createCustomer(here.client, { firstName: 'Carla' });
    const mine = await openCard(here.client, car.vehicleId);
    const theirs = await openCard(here.client, car.vehicleId, { customerId: friend });
    const { client } = await accountOf(graph, shop, car.customerId);
    const { jobCards } = await client.ask<{ jobCards: object }>('{ jobCards { totalCount nodes { id } } }');
    expect(jobCards).toEqual({ totalCount: 1, nodes: [{ id: mine.id }] });
    expect(await seesCard(client, theirs.id)).toBe(false);
  });
});

describe('without the permission', () => {
  type Command = keyof typeof COMMANDS | 'CREATE';
  const MAY: [string, Command[]][] = [
    ['ADVISOR', ['CREATE', 'UPDATE']],
    ['RECEPTIONIST', []],
    ['ACCOUNTANT', []],
  ];
  const run = (client: GraphClient, command: Command, id: string) =>
    command === 'CREATE'
      ? client.send(CREATE, { input: { vehicleId: visit.vehicleId, complaint: 'It rattles.' } })
      : client.send(COMMANDS[command], variables(id));

  it.each(MAY)('%s may, beside reading, do just %j', async (role, may) => {
    const { client } = await shop.staff(role);
    const { id } = await openCard(here.client, visit.vehicleId);
    expect(await seesCard(client, id)).toBe(true);
    const before = await keptAbout(graph, shop);
    for (const command of ['CREATE', 'UPDATE', 'ASSIGN', 'CANCEL'] as const)
      if (!may.includes(command)) expectRefusal(await run(client, command, id), 'FORBIDDEN');
    expect(await keptAbout(graph, shop)).toEqual(before);
    for (const command of may) expect((await run(client, command, id)).errors).toEqual([]);
  });

  it('a technician opens, assigns and cancels nothing, a customer changes nothing either', async () => {
    const { id } = await openCard(here.client, visit.vehicleId);
    const customer = await accountOf(graph, shop, visit.customerId);
    await assign(here.client, id, technician);
    const before = await keptAbout(graph, shop);
    for (const command of ['CREATE', 'ASSIGN', 'CANCEL'] as const) {
      expectRefusal(await run(technician.client, command, id), 'FORBIDDEN');
      expectRefusal(await run(customer.client, command, id), 'FORBIDDEN');
    }
    expectRefusal(await run(customer.client, 'UPDATE', id), 'FORBIDDEN');
    expect(await keptAbout(graph, shop)).toEqual(before);
  });

  it('who is not signed in sees and changes nothing', async () => {
    const { id } = await openCard(here.client, visit.vehicleId);
    await refusedAll(graph.anonymous(), id, 'UNAUTHENTICATED');
    for (const query of [`{ jobCard(id: "${id}") { id } }`, '{ jobCards { nodes { id } } }']) {
      const answer = await graph.anonymous().send<Record<string, null>>(query);
      expect(answer.code).toBe('UNAUTHENTICATED');
      expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
  });
});
