import { randomUUID } from 'node:crypto';
import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { FACTS, system } from '../harness/subgraphs';
import { openSubgraphsOn } from '../security/subgraphs-on.fixtures';
import { accountOf, eventsOf, eventually, problemsOf } from './customers.fixtures';
import { arrive, assign, expectRefusal, openCard, requireInspection, type Visit } from './job-cards.fixtures';
import {
  APPROVE,
  type Asked,
  CANCEL,
  CHANGE,
  RAISE,
  REJECT,
  raise,
  raiseNew,
  requestNumbers,
  requestsKept,
  seesRequest,
} from './service-requests.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let visit: Visit;
let customer: Member;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
  visit = await arrive(manager.client);
  customer = await accountOf(graph, shop, visit.customerId);
});

const WHOLE = `query ($id: ID!) { serviceRequest(id: $id) { id number version createdAt updatedAt type service description
  priority status preferredDate preferredTime homeService homeAddress { street city region postalCode country }
  estimatedCost { amount currency } closedReason decidedAt requestedBy { id } decidedBy { id }
  customer { id } vehicle { id } serviceCentre { id } jobCard { id }
  statusHistory { id version createdAt updatedAt fromStatus toStatus reason changedBy { id } } } }`;

describe('a request', () => {
  it('is raised with all that it says, numbered, and told of', async () => {
    const input = {
      ...visit,
      type: 'SPARE_PART',
      service: 'REPAIR',
      description: '  A new mirror.  ',
      priority: 'HIGH',
      preferredDate: '2031-03-01',
      preferredTime: '09:30',
      homeService: true,
      homeAddress: { street: 'Via Po 1', city: 'Torino', postalCode: '10100', country: 'IT' },
      estimatedCost: { amount: '120.00', currency: 'EUR' },
    };
    const { id } = await raise(manager.client, visit, input);
    const { serviceRequest } = await manager.client.ask(WHOLE, { id });
    expect(serviceRequest).toEqual({
      id,
      number: expect.stringMatching(/^SR-\d{6}$/),
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      type: 'SPARE_PART',
      service: 'REPAIR',
      description: 'A new mirror.',
      priority: 'HIGH',
      status: 'PENDING',
      preferredDate: '2031-03-01',
      preferredTime: '09:30',
      homeService: true,
      homeAddress: { street: 'Via Po 1', city: 'Torino', region: null, postalCode: '10100', country: 'IT' },
      estimatedCost: { amount: '120.00', currency: 'EUR' },
      closedReason: null,
      decidedAt: null,
      requestedBy: { id: manager.id },
      decidedBy: null,
      customer: { id: visit.customerId },
      vehicle: { id: visit.vehicleId },
      serviceCentre: { id: shop.centres[0] },
      jobCard: null,
      statusHistory: [
        {
          id: expect.any(String),
          version: 1,
          createdAt: expect.any(String),
          updatedAt: expect.any(String),
          fromStatus: null,
          toStatus: 'PENDING',
          reason: null,
          changedBy: { id: manager.id },
        },
      ],
    });
    expect(await eventsOf(graph, id)).toEqual(['ServiceRequestCreated']);
    const [stored] = await graph.sql<{ street: string }>(
      'select street from workshop.service_request where id = $1',
      [id],
    );
    expect(stored!.street).not.toContain('Via');
  });

  it('is raised once for one key, and refused for the key with other words', async () => {
    const key = { idempotencyKey: randomUUID() };
    const first = await raise(manager.client, visit, key);
    expect(await raise(manager.client, visit, key)).toEqual(first);
    const other = await manager.client.send(RAISE, {
      input: { ...visit, description: 'Something else.', ...key },
    });
    expectRefusal(other, 'IDEMPOTENCY_MISMATCH');
  });

  const BAD: [string, Record<string, unknown>, string][] = [
    ['no words', { description: ' ' }, 'description: MATCHES'],
    ['a time without a day', { preferredTime: '10:00' }, 'preferredTime: NO_DATE'],
    [
      'a time that is none',
      { preferredDate: '2031-01-01', preferredTime: '25:00' },
      'preferredTime: MATCHES',
    ],
    ['a day that is over', { preferredDate: '2020-01-01' }, 'preferredDate: PAST'],
    ['work at home without an address', { homeService: true }, 'homeAddress: REQUIRED'],
    ['an address for work in the shop', { homeAddress: { city: 'Roma' } }, 'homeAddress: NOT_AT_HOME'],
    ['a vehicle that is not there', { vehicleId: newId() }, 'vehicleId: UNKNOWN'],
    ['a customer who is not there', { customerId: newId() }, 'customerId: UNKNOWN'],
    [
      'a negative estimate',
      { estimatedCost: { amount: '-1', currency: 'EUR' } },
      'estimatedCost.amount: MIN',
    ],
  ];
  it.each(BAD)('is refused with %s', async (_, wrong, problem) => {
    const before = await requestsKept(graph, shop);
    const input = { ...visit, description: 'The yearly service.', ...wrong };
    const answer = await manager.client.send(RAISE, { input });
    expect(answer.code).toBe('BAD_INPUT');
    expect(problemsOf(answer)).toEqual([problem]);
    expect(await requestsKept(graph, shop)).toEqual(before);
  });

  it('is refused in a service centre where one does not work', async () => {
    const input = { ...visit, description: 'Here.', serviceCentreId: shop.centres[1] };
    expect(problemsOf(await manager.client.send(RAISE, { input }))).toEqual([
      'serviceCentreId: SERVICE_CENTRE',
    ]);
  });

  it('opens the customer and the vehicle to its service centre', async () => {
    const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const seen = 'query ($c: ID!, $v: ID!) { customer(id: $c) { id } vehicle(id: $v) { id } }';
    const asked = { c: visit.customerId, v: visit.vehicleId };
    expect(await there.client.ask(seen, asked)).toEqual({ customer: null, vehicle: null });
    await raise(shop.admin.client, visit, { serviceCentreId: shop.centres[1] });
    await eventually(async () =>
      expect(await there.client.ask(seen, asked)).toEqual({
        customer: { id: visit.customerId },
        vehicle: { id: visit.vehicleId },
      }),
    );
  });
});

describe('a change', () => {
  it('writes what it says, and nothing when somebody was faster', async () => {
    const asked = await raise(manager.client, visit, {
      homeService: true,
      homeAddress: { street: 'Via Po 1', city: 'Torino' },
    });
    const change = (input: object) =>
      manager.client.send<{ updateServiceRequest: Asked }>(CHANGE, { id: asked.id, input });
    const first = await change({ description: 'Brakes, too.', expectedVersion: asked.version });
    expect(first.data.updateServiceRequest).toMatchObject({ version: 2, description: 'Brakes, too.' });
    const late = await change({ description: 'Lights.', expectedVersion: asked.version });
    expectRefusal(late, 'CONFLICT');
    expect((await change({ homeService: false })).errors).toEqual([]);
    const { serviceRequest } = await manager.client.ask<{ serviceRequest: object }>(WHOLE, { id: asked.id });
    expect(serviceRequest).toMatchObject({
      homeService: false,
      homeAddress: null,
      description: 'Brakes, too.',
    });
    expect(problemsOf(await change({ homeService: true }))).toEqual(['homeAddress: REQUIRED']);
  });

  it('is refused once the request is closed', async () => {
    const { id } = await raise(manager.client, visit);
    await manager.client.ask(REJECT, { id, reason: 'We do no tractors.' });
    expectRefusal(await manager.client.send(CHANGE, { id, input: { description: 'Please.' } }), 'CONFLICT');
  });
});

describe('a decision', () => {
  it('approves, and again changes nothing', async () => {
    const { id } = await raise(manager.client, visit);
    const once = await manager.client.ask<{ approveServiceRequest: Asked }>(APPROVE, {
      id,
      reason: 'Gladly.',
    });
    expect(once.approveServiceRequest.status).toBe('APPROVED');
    const before = await requestsKept(graph, shop);
    expect(await manager.client.ask(APPROVE, { id })).toEqual(once);
    expect(await requestsKept(graph, shop)).toEqual(before);
    const { serviceRequest } = await manager.client.ask<{ serviceRequest: object }>(WHOLE, { id });
    expect(serviceRequest).toMatchObject({
      decidedBy: { id: manager.id },
      decidedAt: expect.any(String),
      statusHistory: [{ fromStatus: 'PENDING', toStatus: 'APPROVED', reason: 'Gladly.' }, {}],
    });
    const rejected = await manager.client.send(REJECT, { id, reason: 'No.' });
    expectRefusal(rejected, 'INVALID_TRANSITION');
    expect(rejected.errors[0]!.extensions).toMatchObject({ from: 'APPROVED', to: 'REJECTED' });
    expect(await eventsOf(graph, id)).toEqual(['ServiceRequestCreated', 'ServiceRequestApproved']);
  });

  it('rejects with a reason that the customer sees', async () => {
    const { id } = await raise(manager.client, visit);
    expect((await manager.client.send(REJECT, { id, reason: ' ' })).code).toBe('BAD_INPUT');
    const { rejectServiceRequest } = await manager.client.ask<{ rejectServiceRequest: Asked }>(REJECT, {
      id,
      reason: 'We do no tractors.',
    });
    expect(rejectServiceRequest.status).toBe('REJECTED');
    const { serviceRequest } = await customer.client.ask<{ serviceRequest: object }>(
      'query ($id: ID!) { serviceRequest(id: $id) { status closedReason } }',
      { id },
    );
    expect(serviceRequest).toEqual({ status: 'REJECTED', closedReason: 'We do no tractors.' });
    expect(await eventsOf(graph, id)).toEqual(['ServiceRequestCreated', 'ServiceRequestRejected']);
  });

  it('of fifty at once is one', async () => {
    const { id, version } = await raise(manager.client, visit);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        manager.client.send<Record<string, Asked>>(n % 2 ? APPROVE : REJECT, {
          id,
          reason: `Voice ${n}`,
          expectedVersion: n % 5 ? null : version,
        }),
      ),
    );
    const { serviceRequest } = await manager.client.ask<{
      serviceRequest: { status: string; version: number; statusHistory: object[] };
    }>(WHOLE, { id });
    expect(serviceRequest.version).toBe(2);
    expect(serviceRequest.statusHistory).toHaveLength(2);
    const codes = new Set(answers.map(({ code }) => code));
    expect([...codes].sort()).toEqual(['CONFLICT', 'INVALID_TRANSITION', undefined]);
    const went = answers.flatMap(({ code, data }) =>
      code ? [] : Object.values(data).map((each) => each.status),
    );
    expect(new Set(went)).toEqual(new Set([serviceRequest.status]));
    expect((await eventsOf(graph, id)).length).toBe(2);
  });
});

describe('calling off', () => {
  it('is possible from pending and approved, once', async () => {
    for (const approved of [false, true]) {
      const { id } = await raise(manager.client, visit);
      if (approved) await manager.client.ask(APPROVE, { id });
      const cancelled = await manager.client.ask<{ cancelServiceRequest: Asked }>(CANCEL, {
        id,
        reason: 'Sold it.',
      });
      expect(cancelled.cancelServiceRequest).toMatchObject({ status: 'CANCELLED', closedReason: 'Sold it.' });
      expect(await manager.client.ask(CANCEL, { id, reason: 'Again.' })).toEqual(cancelled);
      expectRefusal(await manager.client.send(APPROVE, { id }), 'INVALID_TRANSITION');
      expect((await eventsOf(graph, id)).at(-1)).toBe('ServiceRequestCancelled');
    }
  });
});

describe('a customer', () => {
  it('asks for themselves, at any service centre, and calls off their own', async () => {
    const { client } = customer;
    const input = { vehicleId: visit.vehicleId, description: 'It rattles.' };
    expect(problemsOf(await client.send(RAISE, { input }))).toEqual(['serviceCentreId: REQUIRED']);
    const made = await client.ask<{ createServiceRequest: Asked }>(RAISE, {
      input: { ...input, serviceCentreId: shop.centres[1] },
    });
    const { id } = made.createServiceRequest;
    expect(await seesRequest(client, id)).toBe(true);
    expectRefusal(await client.send(APPROVE, { id }), 'FORBIDDEN');
    expectRefusal(await client.send(CHANGE, { id, input: { description: 'Mine.' } }), 'FORBIDDEN');
    expect((await client.send(CANCEL, { id, reason: 'Fixed it myself.' })).errors).toEqual([]);
  });

  it('asks neither for another, nor for a vehicle of another, nor says what it will cost', async () => {
    const { client } = customer;
    const other = await arrive(manager.client);
    const theirs = await raise(manager.client, other);
    const before = await requestsKept(graph, shop);
    const input = { ...visit, description: 'It rattles.', serviceCentreId: shop.centres[0] };
    const refused: [object, string][] = [
      [{ customerId: other.customerId }, 'customerId: UNKNOWN'],
      [{ vehicleId: other.vehicleId }, 'vehicleId: UNKNOWN'],
      [{ estimatedCost: { amount: '1.00', currency: 'EUR' } }, 'estimatedCost: STAFF_ONLY'],
      [{ serviceCentreId: newId() }, 'serviceCentreId: UNKNOWN'],
    ];
    for (const [wrong, problem] of refused)
      expect(problemsOf(await client.send(RAISE, { input: { ...input, ...wrong } }))).toEqual([problem]);
    expect(await seesRequest(client, theirs.id)).toBe(false);
    expectRefusal(await client.send(CANCEL, { id: theirs.id, reason: 'Not mine.' }), 'NOT_FOUND');
    expect(await requestsKept(graph, shop)).toEqual(before);
  });
});

describe('others', () => {
  it('of another service centre or organisation see and change nothing', async () => {
    const { id } = await raise(manager.client, visit);
    const stranger = await graph.shop();
    const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const before = await requestsKept(graph, shop);
    for (const { client } of [stranger.admin, there]) {
      expect(await seesRequest(client, id)).toBe(false);
      for (const command of [CHANGE, APPROVE, REJECT, CANCEL])
        expectRefusal(
          await client.send(command, { id, input: { priority: 'LOW' }, reason: 'Mine.' }),
          'NOT_FOUND',
        );
    }
    expect(await requestNumbers(stranger.admin.client)).toEqual([]);
    const theirs = await stranger.admin.client.send(RAISE, {
      input: { ...visit, description: 'Mine.', serviceCentreId: stranger.centres[0] },
    });
    expect(problemsOf(theirs)).toEqual(['vehicleId: UNKNOWN']);
    expect(await requestsKept(graph, shop)).toEqual(before);
  });
});

/** In progress with a job card, as checking in leaves it. */
async function begun(technician: Member): Promise<{ id: string; cardId: string }> {
  const { id } = await raiseNew(manager.client);
  await manager.client.ask(APPROVE, { id });
  const { serviceRequest } = await manager.client.ask<{ serviceRequest: { vehicle: { id: string } } }>(
    WHOLE,
    { id },
  );
  const card = await openCard(manager.client, serviceRequest.vehicle.id);
  expect((await assign(manager.client, card.id, technician)).errors).toEqual([]);
  await graph.sql(
    "update workshop.service_request set status = 'IN_PROGRESS', job_card_id = $2 where id = $1",
    [id, card.id],
  );
  return { id, cardId: card.id };
}

it('a technician sees the requests whose job is theirs, and no others', async () => {
  const technician = await shop.staff('TECHNICIAN');
  const other = await shop.staff('TECHNICIAN');
  const { id } = await begun(technician);
  expect(await seesRequest(technician.client, id)).toBe(true);
  expect(await seesRequest(other.client, id)).toBe(false);
  const assigned = await requestNumbers(manager.client, { assigneeId: technician.id });
  expect(assigned).toEqual(await requestNumbers(technician.client));
  expect(assigned).toHaveLength(1);
  expect(await requestNumbers(technician.client, { search: 'yearly' })).toEqual(assigned);
  expect(await requestNumbers(other.client, { search: 'yearly' })).toEqual([]);
});

it('is completed when its job is', async () => {
  const { id, cardId } = await begun(await shop.staff('TECHNICIAN'));
  const subgraphs = await openSubgraphsOn(graph.databaseUrl);
  try {
    const context = subgraphs.of('workshop').context(system(shop.id), FACTS);
    for (let times = 0; times < 2; times += 1)
      await context.transaction(async (tx) =>
        tx.emit({ name: 'JobCardCompleted', subjectType: 'JobCard', subjectId: cardId }),
      );
  } finally {
    await subgraphs.close();
  }
  await eventually(async () => {
    const { serviceRequest } = await manager.client.ask<{ serviceRequest: object }>(WHOLE, { id });
    expect(serviceRequest).toMatchObject({ status: 'COMPLETED', jobCard: { id: cardId } });
  });
});
