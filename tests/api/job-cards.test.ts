import { randomUUID } from 'node:crypto';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { createVehicle, eventsOf, problemsOf } from './customers.fixtures';
import {
  arrive,
  CREATE,
  cancel,
  expectRefusal,
  keptAbout,
  numbers,
  openCard,
  UPDATE,
  type Visit,
} from './job-cards.fixtures';

const graph = useGraph();
let shop: Shop;
let advisor: Member;
let visit: Visit;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  advisor = await shop.staff('ADVISOR');
  visit = await arrive(advisor.client);
});

describe('a job card', () => {
  const READ = `query ($id: ID!) { jobCard(id: $id) {
    id version createdAt updatedAt number complaint priority status promisedAt
    estimatedCost { amount minorUnits currency }
    vehicle { id make owner { id } } customer { id firstName } serviceCentre { id name } technician { id }
    statusHistory { fromStatus toStatus reason createdAt changedBy { id firstName } } } }`;

  it('says what is to be done, for whom, where, by when and for how much', async () => {
    const { id } = await openCard(advisor.client, visit.vehicleId, {
      complaint: '  The brakes squeal. ',
      priority: 'HIGH',
      promisedAt: '2026-12-01T17:00:00+01:00',
      estimatedCost: { amount: '249.9', currency: 'EUR' },
    });
    const { jobCard } = await advisor.client.ask<{ jobCard: Record<string, unknown> }>(READ, { id });
    expect(jobCard).toEqual({
      id,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: jobCard.createdAt,
      number: 'JC-000001',
      complaint: 'The brakes squeal.',
      priority: 'HIGH',
      status: 'CREATED',
      promisedAt: '2026-12-01T16:00:00.000Z',
      estimatedCost: { amount: '249.90', minorUnits: 24990, currency: 'EUR' },
      vehicle: { id: visit.vehicleId, make: 'Fiat', owner: { id: visit.customerId } },
      customer: { id: visit.customerId, firstName: 'Anna' },
      serviceCentre: { id: shop.centres[0], name: 'First centre' },
      technician: null,
      statusHistory: [
        {
          fromStatus: null,
          toStatus: 'CREATED',
          reason: null,
          createdAt: jobCard.createdAt,
          changedBy: { id: advisor.id, firstName: 'ADVISOR' },
        },
      ],
    });
    const [event] = await graph.sql<{ name: string; payload: object }>(
      'select name, payload from platform.event where subject_id = $1',
      [id],
    );
    expect(event).toEqual({
      name: 'JobCardCreated',
      payload: { ...visit, serviceCentreId: shop.centres[0] },
    });
  });

  it('is taken in with no more than a vehicle and a complaint', async () => {
    const { id } = await openCard(advisor.client, visit.vehicleId);
    const { jobCard } = await advisor.client.ask<{ jobCard: object }>(READ, { id });
    expect(jobCard).toMatchObject({ priority: 'MEDIUM', promisedAt: null, estimatedCost: null });
  });

  it('belongs to whoever brought the vehicle, owner or not', async () => {
    const friend = await arrive(advisor.client);
    const { id } = await openCard(advisor.client, visit.vehicleId, { customerId: friend.customerId });
    const { jobCard } = await advisor.client.ask<{ jobCard: object }>(READ, { id });
    expect(jobCard).toMatchObject({
      customer: { id: friend.customerId },
      vehicle: { owner: { id: visit.customerId } },
    });
  });

  it('is null for an id that is none, or nobody’s', async () => {
    for (const id of [randomUUID(), visit.vehicleId])
      expect(await advisor.client.ask(READ, { id })).toEqual({ jobCard: null });
  });
});

describe('createJobCard refuses, and keeps nothing of', () => {
  it.each<[string, () => Promise<Record<string, unknown>> | Record<string, unknown>, string]>([
    ['a vehicle that is not there', () => ({ vehicleId: randomUUID() }), 'vehicleId: UNKNOWN'],
    [
      'a vehicle without an owner, when nobody says who brought it',
      async () => ({ vehicleId: (await createVehicle(advisor.client)).id }),
      'customerId: REQUIRED',
    ],
    ['an archived vehicle', async () => ({ vehicleId: await archivedVehicle() }), 'vehicleId: ARCHIVED'],
    ['a customer who is not there', () => ({ customerId: randomUUID() }), 'customerId: UNKNOWN'],
    [
      'another service centre',
      () => ({ serviceCentreId: shop.centres[1] }),
      'serviceCentreId: SERVICE_CENTRE',
    ],
    ['a complaint that is a book', () => ({ complaint: 'x'.repeat(4001) }), 'complaint: IS_LENGTH'],
    ['a blank complaint', () => ({ complaint: '  ' }), 'complaint: MATCHES'],
    ['a short idempotency key', () => ({ idempotencyKey: 'short' }), 'idempotencyKey: IS_LENGTH'],
    [
      'an amount that is none',
      () => ({ estimatedCost: { amount: 'a lot', currency: 'EUR' } }),
      'estimatedCost.amount: AMOUNT',
    ],
    [
      'an estimate below zero',
      () => ({ estimatedCost: { amount: '-1', currency: 'EUR' } }),
      'estimatedCost.amount: MIN',
    ],
    [
      'a currency that is none',
      () => ({ estimatedCost: { amount: '1', currency: 'euro' } }),
      'estimatedCost.currency: CURRENCY',
    ],
  ])('%s', async (_, make, problem) => {
    const input = { vehicleId: visit.vehicleId, complaint: 'It rattles.', ...(await make()) };
    const before = await keptAbout(graph, shop);
    const answer = await advisor.client.send(CREATE, { input });
    expectRefusal(answer, 'BAD_INPUT');
    expect(problemsOf(answer)).toEqual([problem]);
    expect(await keptAbout(graph, shop)).toEqual(before);
  });

  it('a service centre that is closed, or that nobody knows, or that nobody names', async () => {
    const { client } = shop.admin;
    const { createServiceCentre: closed } = await client.ask<{ createServiceCentre: { id: string } }>(
      'mutation { createServiceCentre(input: { name: "Old", code: "OLD" }) { id } }',
    );
    await client.ask(
      'mutation ($id: ID!) { updateServiceCentre(id: $id, input: { active: false }) { id } }',
      {
        id: closed.id,
      },
    );
    const before = await keptAbout(graph, shop);
    const problems: unknown[] = [];
    for (const serviceCentreId of [closed.id, randomUUID(), null]) {
      const input = { vehicleId: visit.vehicleId, complaint: 'It rattles.', serviceCentreId };
      problems.push(problemsOf(await client.send(CREATE, { input })));
    }
    expect(problems).toEqual([
      ['serviceCentreId: CLOSED'],
      ['serviceCentreId: UNKNOWN'],
      ['serviceCentreId: REQUIRED'],
    ]);
    expect(await keptAbout(graph, shop)).toEqual(before);
  });

  async function archivedVehicle(): Promise<string> {
    const { vehicleId } = await arrive(advisor.client);
    await advisor.client.ask('mutation ($id: ID!) { archiveVehicle(id: $id) { id } }', { id: vehicleId });
    return vehicleId;
  }
});

describe('updateJobCard', () => {
  it('leaves what is left out, and clears what is null', async () => {
    const { id } = await openCard(advisor.client, visit.vehicleId, {
      promisedAt: '2026-12-01T16:00:00Z',
      estimatedCost: { amount: '10', currency: 'EUR' },
    });
    const change = async (input: object) =>
      (await advisor.client.ask<object>(UPDATE, { id, input })) as object;
    expect(await change({ complaint: 'It rattles.', priority: 'URGENT' })).toMatchObject({
      updateJobCard: {
        version: 2,
        complaint: 'It rattles.',
        priority: 'URGENT',
        promisedAt: '2026-12-01T16:00:00.000Z',
        estimatedCost: { amount: '10.00' },
      },
    });
    expect(await change({ promisedAt: null, estimatedCost: null })).toMatchObject({
      updateJobCard: { version: 3, complaint: 'It rattles.', promisedAt: null, estimatedCost: null },
    });
    expect(await change({ complaint: 'It rattles.' })).toMatchObject({ updateJobCard: { version: 3 } });
    expect(await eventsOf(graph, id)).toEqual(['JobCardCreated', 'JobCardUpdated', 'JobCardUpdated']);
  });

  it('tells who comes too late what the card is now, and changes nothing', async () => {
    const { id } = await openCard(advisor.client, visit.vehicleId);
    await advisor.client.ask(UPDATE, { id, input: { priority: 'LOW', expectedVersion: 1 } });
    const before = await keptAbout(graph, shop);
    const late = await advisor.client.send(UPDATE, { id, input: { priority: 'HIGH', expectedVersion: 1 } });
    expectRefusal(late, 'CONFLICT');
    expect(late.errors[0]?.extensions.current).toMatchObject({ id, version: 2 });
    expect(await keptAbout(graph, shop)).toEqual(before);
  });

  it('leaves a card alone that is cancelled', async () => {
    const { id } = await openCard(advisor.client, visit.vehicleId);
    await cancel(shop.admin.client, id);
    const before = await keptAbout(graph, shop);
    expectRefusal(await advisor.client.send(UPDATE, { id, input: { priority: 'LOW' } }), 'CONFLICT');
    expect(await keptAbout(graph, shop)).toEqual(before);
  });

  it('refuses to take the complaint away', async () => {
    const { id } = await openCard(advisor.client, visit.vehicleId);
    const before = await keptAbout(graph, shop);
    const answer = await advisor.client.send(UPDATE, { id, input: { complaint: null } });
    expect(problemsOf(answer)).toEqual(['complaint: REQUIRED']);
    expect(await keptAbout(graph, shop)).toEqual(before);
  });
});

describe('at once', () => {
  it('fifty calls with one idempotency key make one card, and all get it', async () => {
    const { vehicleId } = await arrive(advisor.client);
    const input = { vehicleId, complaint: 'It rattles.', idempotencyKey: randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => advisor.client.send(CREATE, { input })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify([answer.code, answer.data]))).size).toBe(1);
    expect(answers[0]?.code).toBeUndefined();
    expect(await numbers(advisor.client, { vehicleId })).toHaveLength(1);
    const before = await keptAbout(graph, shop);
    const other = await advisor.client.send(CREATE, { input: { ...input, complaint: 'It squeals.' } });
    expectRefusal(other, 'IDEMPOTENCY_MISMATCH');
    expect(await keptAbout(graph, shop)).toEqual(before);
  });

  it('twenty cards of a service centre get numbers without a gap, beside those of another', async () => {
    const own = await graph.shop({ centres: 1 });
    const { vehicleId } = await arrive(own.admin.client);
    const open = (n: number) =>
      openCard(own.admin.client, vehicleId, { serviceCentreId: own.centres[n % 2], complaint: `Job ${n}` });
    await Promise.all(Array.from({ length: 40 }, (_, n) => open(n)));
    const expected = Array.from({ length: 20 }, (_, n) => `JC-${String(n + 1).padStart(6, '0')}`);
    for (const serviceCentreId of own.centres)
      expect((await numbers(own.admin.client, { serviceCentreId })).sort()).toEqual(expected);
  });
});
