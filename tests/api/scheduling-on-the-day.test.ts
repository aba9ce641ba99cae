import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, eventsOf, eventually } from './customers.fixtures';
import { assign, requireInspection } from './job-cards.fixtures';
import { done } from './jobs.fixtures';
import {
  at,
  available,
  book,
  historyOf,
  monday,
  openWorkshop,
  read,
  refusalOf,
  run,
  send,
  sendBook,
  sendBookOwn,
  setHours,
  starts,
  visitor,
  type Workshop,
  workdays,
} from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
let desk: Member;
let workshop: Workshop;
let visit: { customerId: string; vehicleId: string };
/** A week for each test, so that none is in another's way. */
let weeks = 1;
let day: string;

beforeAll(async () => {
  shop = await graph.shop();
  desk = await shop.staff('RECEPTIONIST');
  workshop = await openWorkshop(shop, { bays: 1, technicians: 1 });
  visit = await visitor(desk.client);
});
beforeEach(() => {
  weeks += 1;
  day = monday(weeks);
});

const free = (date = day) =>
  starts(desk.client, { serviceCentreId: workshop.centre, from: date, minutes: 60 });

describe('on the day', () => {
  it('is confirmed, checked in and done, each once', async () => {
    const { id } = await book(desk.client, { ...visit, startsAt: at(day, 9), notes: 'The brakes squeal.' });
    for (let n = 0; n < 2; n += 1)
      expect(await run(desk.client, 'confirm', id)).toMatchObject({ status: 'CONFIRMED' });
    const checkedIn = await run(desk.client, 'checkIn', id);
    expect(checkedIn).toMatchObject({ status: 'CHECKED_IN', jobCard: { id: expect.any(String) } });
    expect((await run(desk.client, 'checkIn', id)).version).toBe(checkedIn.version);
    const { appointment } = await shop.admin.client.ask<{ appointment: { jobCard: { id: string } } }>(
      `query ($id: ID!) { appointment(id: $id) { jobCard { id status complaint customer { id } vehicle { id }
         appointment { id number } } } }`,
      { id },
    );
    expect(appointment).toMatchObject({
      jobCard: {
        status: 'CREATED',
        complaint: 'The brakes squeal.',
        customer: { id: visit.customerId },
        vehicle: { id: visit.vehicleId },
        appointment: { id },
      },
    });
    expect(await eventsOf(graph, id)).toEqual([
      'AppointmentBooked',
      'AppointmentConfirmed',
      'AppointmentCheckedIn',
    ]);
    const moved = await send(desk.client, 'move', id, { input: { startsAt: at(day, 12) } });
    expect(moved.code).toBe('CONFLICT');
    const cancelled = await send(desk.client, 'cancel', id);
    expect(cancelled.code).toBe('INVALID_TRANSITION');
    expect(cancelled.errors[0]!.extensions).toMatchObject({ from: 'CHECKED_IN', allowed: ['COMPLETED'] });
  });

  it('needs the vehicle, which may only be known then', async () => {
    const { id } = await book(desk.client, { customerId: visit.customerId, startsAt: at(day, 9) });
    expect(refusalOf(await send(desk.client, 'checkIn', id))).toBe('BAD_INPUT id: NO_VEHICLE');
    const input = { vehicleId: visit.vehicleId, notes: 'A red car.' };
    expect(await run(desk.client, 'update', id, { input })).toMatchObject({
      vehicle: { id: visit.vehicleId },
      notes: 'A red car.',
    });
    expect(await run(desk.client, 'checkIn', id)).toMatchObject({ status: 'CHECKED_IN' });
    expect((await historyOf(desk.client, id)).map(({ action }) => action)).toEqual([
      'BOOKED',
      'UPDATED',
      'CHECKED_IN',
    ]);
    expect((await send(desk.client, 'update', id, { input: { notes: null } })).code).toBe('CONFLICT');
  });

  it('is missed only once it has begun', async () => {
    const { id } = await book(desk.client, { ...visit, startsAt: at(day, 9) });
    expect(refusalOf(await send(desk.client, 'noShow', id))).toBe('CONFLICT NOT_BEGUN');
    await graph.sql(
      `update workshop.appointment set starts_at = now() - interval '1 hour', ends_at = now() where id = $1`,
      [id],
    );
    for (let n = 0; n < 2; n += 1)
      expect(await run(desk.client, 'noShow', id)).toMatchObject({ status: 'NO_SHOW' });
    expect(await eventsOf(graph, id)).toEqual(['AppointmentBooked', 'AppointmentMissed']);
    expect((await send(desk.client, 'confirm', id)).code).toBe('INVALID_TRANSITION');
  });

  it('is called off with a reason, and its time is free again', async () => {
    const { id } = await book(desk.client, { ...visit, startsAt: at(day, 9) });
    for (let n = 0; n < 2; n += 1)
      expect(await run(desk.client, 'cancel', id)).toMatchObject({
        status: 'CANCELLED',
        cancelReason: 'Plans changed.',
      });
    expect(await free()).toContain(9);
    expect(await eventsOf(graph, id)).toEqual(['AppointmentBooked', 'AppointmentCancelled']);
    expect(refusalOf(await send(desk.client, 'cancel', id, { reason: ' ' }))).toBe(
      'BAD_INPUT reason: MATCHES',
    );
  });

  it.each(['completeJobCard', 'cancelJobCard'])(
    'is over with its job (%s), which gives the rest of its time free',
    async (command) => {
      await requireInspection(shop, false);
      const { id } = await book(desk.client, { ...visit, startsAt: at(day, 9) });
      await run(desk.client, 'checkIn', id);
      expect(await free()).not.toContain(9);
      const { jobCard } = (await read(desk.client, id))!;
      await assign(shop.admin.client, jobCard!.id, workshop.technicians[0]!);
      await done(shop.admin.client, 'startJobCard', jobCard!.id);
      expect(await read(desk.client, id)).toMatchObject({ status: 'CHECKED_IN' });
      await done(
        shop.admin.client,
        command,
        jobCard!.id,
        command === 'cancelJobCard' ? { reason: 'Sold.' } : {},
      );
      await eventually(async () =>
        expect(await read(desk.client, id)).toMatchObject({ status: 'COMPLETED' }),
      );
      expect((await historyOf(desk.client, id)).at(-1)).toMatchObject({
        action: 'COMPLETED',
        changedBy: null,
      });
      expect(await free()).toContain(9);
    },
  );
});

it('makes a customer and a car of another service centre known to the one that expects them', async () => {
  const { createServiceCentre } = await shop.admin.client.ask<{ createServiceCentre: { id: string } }>(
    'mutation { createServiceCentre(input: { name: "Far", code: "FAR" }) { id } }',
  );
  const far = await openWorkshop(shop, { centre: createServiceCentre.id });
  const there = await shop.staff('ADVISOR', { centres: [far.centre] });
  const { client } = await accountOf(graph, shop, visit.customerId);
  const sees = async () =>
    await there.client.ask<{ customer: object | null; vehicle: object | null }>(
      'query ($c: ID!, $v: ID!) { customer(id: $c) { id } vehicle(id: $v) { id } }',
      { c: visit.customerId, v: visit.vehicleId },
    );
  expect(await sees()).toEqual({ customer: null, vehicle: null });
  const booked = await sendBookOwn(client, {
    serviceCentreId: far.centre,
    vehicleId: visit.vehicleId,
    startsAt: at(day, 9),
  });
  expect(booked.errors).toEqual([]);
  await eventually(async () =>
    expect(await sees()).toEqual({ customer: { id: visit.customerId }, vehicle: { id: visit.vehicleId } }),
  );
});

it('takes the zone that its centre has from now on', async () => {
  const { createServiceCentre } = await shop.admin.client.ask<{ createServiceCentre: { id: string } }>(
    'mutation { createServiceCentre(input: { name: "Moving", code: "MOVING", timeZone: "Asia/Tokyo" }) { id } }',
  );
  const serviceCentreId = createServiceCentre.id;
  const { client } = shop.admin;
  expect(await setHours(client, { serviceCentreId, week: workdays() })).toMatchObject({
    timeZone: 'Asia/Tokyo',
  });
  await client.ask(
    'mutation ($id: ID!) { updateServiceCentre(id: $id, input: { timeZone: "Europe/Lisbon" }) { id } }',
    {
      id: serviceCentreId,
    },
  );
  await eventually(async () => {
    const found = await available(client, { serviceCentreId, from: day, to: day, minutes: 60 });
    expect(found).toMatchObject({ timeZone: 'Europe/Lisbon', minutes: 60, slots: [] });
  });
  await client.ask('mutation ($id: ID!) { updateServiceCentre(id: $id, input: { active: false }) { id } }', {
    id: serviceCentreId,
  });
  await eventually(async () => {
    const answer = await sendBook(client, { serviceCentreId, ...visit, startsAt: at(day, 9), minutes: 60 });
    expect(refusalOf(answer)).toBe('BAD_INPUT input.serviceCentreId: CLOSED');
  });
});
