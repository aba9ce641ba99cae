import { randomUUID } from 'node:crypto';
import { addDays } from '../../shared/time-zone';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { auditOf, createCustomer, createVehicle, eventsOf, eventually } from './customers.fixtures';
import { plan, sendPlan, visitHistory, visitsKept } from './home-service.fixtures';
import { expectRefusal } from './job-cards.fixtures';
import { at, book, monday, openWorkshop, refusalOf, visitor, type Workshop } from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
let desk: Member;
let workshop: Workshop;
let anna: Member;
let bruno: Member;
let who: { customerId: string; vehicleId: string };
/** Each test has a week of its own. */
let week = 2;
let day: string;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  desk = await shop.staff('ADVISOR');
  workshop = await openWorkshop(shop, { bays: 2, technicians: 2 });
  [anna, bruno] = workshop.technicians as [Member, Member];
  who = await visitor(desk.client);
});
beforeEach(() => {
  week += 1;
  day = monday(week);
});

const busyWith = (id: string) =>
  graph.sql<{ technician_id: string; starts_at: Date; ends_at: Date }>(
    'select technician_id, starts_at, ends_at from workshop.technician_time where id = $1',
    [id],
  );

describe('planning a visit', () => {
  it('books who goes, with the way there and back, and no bay', async () => {
    const { id: itemId } = (
      await shop.admin.client.ask<{ createServiceItem: { id: string } }>(
        `mutation { createServiceItem(input: { code: "OIL", name: "Change of oil", labourMinutes: 90 }) { id } }`,
      )
    ).createServiceItem;
    const visit = await plan(desk.client, {
      ...who,
      startsAt: at(day, 10),
      minutes: null,
      serviceItemIds: [itemId],
      travelMinutes: 45,
      technicianId: anna.id,
      address: { street: 'Via Po 1', city: 'Torino', region: 'TO', postalCode: '10124', country: 'IT' },
      directions: 'Ring at the back.',
      notes: ' It leaks. ',
    });
    expect(visit).toEqual({
      id: visit.id,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      number: expect.stringMatching(/^HS-\d{6}$/),
      status: 'SCHEDULED',
      startsAt: at(day, 10),
      endsAt: at(day, 11.5),
      minutes: 90,
      travelMinutes: 45,
      leavesAt: at(day, 9.25),
      returnsAt: at(day, 12.25),
      address: { street: 'Via Po 1', city: 'Torino', region: 'TO', postalCode: '10124', country: 'IT' },
      directions: 'Ring at the back.',
      notes: 'It leaks.',
      expectedArrivalAt: null,
      routeStartedAt: null,
      arrivedAt: null,
      startedAt: null,
      completedAt: null,
      completionNotes: null,
      cancelReason: null,
      overrideReason: null,
      position: null,
      serviceItems: [{ code: 'OIL' }],
      serviceRequest: null,
      jobCard: null,
      serviceCentre: { id: workshop.centre },
      customer: { id: who.customerId },
      vehicle: { id: who.vehicleId },
      technician: { id: anna.id },
      overriddenBy: null,
    });
    expect(await busyWith(visit.id)).toEqual([
      { technician_id: anna.id, starts_at: new Date(at(day, 9.25)), ends_at: new Date(at(day, 12.25)) },
    ]);
    expect(await visitHistory(desk.client, visit.id)).toEqual([
      {
        id: expect.any(String),
        version: 1,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
        action: 'SCHEDULED',
        status: 'SCHEDULED',
        startsAt: at(day, 10),
        endsAt: at(day, 11.5),
        reason: null,
        changedBy: { id: desk.id },
        technician: { id: anna.id },
      },
    ]);
    expect(await eventsOf(graph, visit.id)).toEqual(['HomeServiceScheduled', 'HomeServiceAssigned']);
    const [event] = await graph.sql<{ payload: object }>(
      "select payload from platform.event where subject_id = $1 and name = 'HomeServiceScheduled'",
      [visit.id],
    );
    expect(event!.payload).toEqual({
      ...who,
      serviceCentreId: workshop.centre,
      technicianId: anna.id,
      jobCardId: null,
    });
  });

  it('keeps street and directions sealed', async () => {
    const { id } = await plan(desk.client, { ...who, startsAt: at(day, 10), directions: 'The third bell.' });
    const [row] = await graph.sql<{ street: string; directions: string }>(
      'select street, directions from workshop.home_service where id = $1',
      [id],
    );
    expect(Object.values(row!).join()).not.toMatch(/Via Po|third bell/);
    const [made] = await auditOf(graph, id);
    expect(JSON.stringify(made)).not.toMatch(/Via Po|third bell/);
  });

  it('sends whoever has least to do, half an hour away unless told otherwise', async () => {
    await book(desk.client, { ...who, startsAt: at(day, 15), technicianId: anna.id });
    const visit = await plan(desk.client, { ...who, startsAt: at(day, 10) });
    expect([visit.technician, visit.leavesAt, visit.travelMinutes]).toEqual([
      { id: bruno.id },
      at(day, 9.5),
      30,
    ]);
  });

  it('takes the vehicle’s owner for whom it is, and says when there is none', async () => {
    const visit = await plan(desk.client, { vehicleId: who.vehicleId, startsAt: at(day, 10) });
    expect(visit).toMatchObject({ customer: { id: who.customerId } });
    const { id: ownerless } = await createVehicle(desk.client);
    expect(refusalOf(await sendPlan(desk.client, { vehicleId: ownerless, startsAt: at(day, 12) }))).toBe(
      'BAD_INPUT input.customerId: REQUIRED',
    );
  });

  it('once for one key', async () => {
    const input = { ...who, startsAt: at(day, 10), idempotencyKey: randomUUID() };
    const first = await plan(desk.client, input);
    expect(await plan(desk.client, input)).toEqual(first);
    expectRefusal(await sendPlan(desk.client, { ...input, minutes: 90 }), 'IDEMPOTENCY_MISMATCH');
  });

  it('counts for each service centre by itself', async () => {
    const { client } = shop.admin;
    await openWorkshop(shop, { technicians: 1, centre: shop.centres[1]! });
    const there = await plan(client, { ...who, startsAt: at(day, 10), serviceCentreId: shop.centres[1] });
    expect(there.number).toBe('HS-000001');
  });

  it('refuses what cannot be, and changes nothing', async () => {
    const other = await shop.staff('TECHNICIAN', { centres: [shop.centres[1]!] });
    const gone = await shop.staff('TECHNICIAN');
    await shop.admin.client.ask('mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }', {
      id: gone.id,
    });
    const base = { ...who, startsAt: at(day, 10) };
    const before = await visitsKept(graph, shop);
    const refused = async (input: object) => refusalOf(await sendPlan(desk.client, { ...base, ...input }));
    expect(await refused({ startsAt: '2020-01-06T10:00:00Z' })).toBe('BAD_INPUT input.startsAt: IN_PAST');
    expect(await refused({ startsAt: at(addDays(day, 6), 10) })).toBe(
      'BAD_INPUT input.startsAt: OUTSIDE_HOURS',
    );
    // The way there begins before it is open, the way back ends behind it.
    expect(await refused({ startsAt: at(day, 8.25) })).toBe('BAD_INPUT input.startsAt: OUTSIDE_HOURS');
    expect(await refused({ startsAt: at(day, 16) })).toBe('BAD_INPUT input.startsAt: OUTSIDE_HOURS');
    expect(await refused({ technicianId: other.id })).toBe('BAD_INPUT input.technicianId: SERVICE_CENTRE');
    expect(await refused({ technicianId: gone.id })).toBe('BAD_INPUT input.technicianId: UNKNOWN');
    expect(await refused({ technicianId: randomUUID() })).toBe('BAD_INPUT input.technicianId: UNKNOWN');
    expect(await refused({ technicianId: desk.id })).toBe('BAD_INPUT input.technicianId: OFF_SHIFT');
    expect(await refused({ address: null })).toBe('BAD_INPUT input.address: REQUIRED');
    expect(await refused({ address: { street: ' ', city: 'Torino' } })).toBe(
      'BAD_INPUT input.address: REQUIRED',
    );
    expect(await refused({ minutes: null })).toBe('BAD_INPUT input.minutes: REQUIRED');
    expect(await refused({ travelMinutes: 241 })).toBe('BAD_INPUT input.travelMinutes: MAX');
    expect(await refused({ vehicleId: null })).toBe('BAD_INPUT input.vehicleId: REQUIRED');
    expect(await refused({ vehicleId: randomUUID() })).toBe('BAD_INPUT input.vehicleId: UNKNOWN');
    expect(await refused({ customerId: randomUUID() })).toBe('BAD_INPUT input.customerId: UNKNOWN');
    expect(await refused({ serviceCentreId: shop.centres[1] })).toBe(
      'BAD_INPUT input.serviceCentreId: SERVICE_CENTRE',
    );
    expect(await refused({ override: { reason: 'Because.' } })).toBe('FORBIDDEN');
    expect(await visitsKept(graph, shop)).toEqual(before);
  });
});

it('a customer of another service centre is known here from then on', async () => {
  const { client } = shop.admin;
  const [here, there] = shop.centres as [string, string];
  const { id: customerId } = await createCustomer(client, { serviceCentreId: there });
  const { id: vehicleId } = await createVehicle(client, { ownerId: customerId, serviceCentreId: there });
  await plan(client, { customerId, vehicleId, serviceCentreId: here, startsAt: at(day, 10) });
  const knows = async () =>
    (
      await desk.client.ask<{ vehicle: object | null }>('query ($id: ID!) { vehicle(id: $id) { id } }', {
        id: vehicleId,
      })
    ).vehicle;
  await eventually(async () => expect(await knows()).toEqual({ id: vehicleId }));
});
