import { addDays } from '../../shared/time-zone';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { eventsOf } from './customers.fixtures';
import {
  addClosure,
  at,
  book,
  diaryOf,
  historyOf,
  hold,
  monday,
  openWorkshop,
  read,
  refusalOf,
  run,
  send,
  sendBook,
  sendHold,
  starts,
  visitor,
  type Workshop,
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

const lapse = (id: string) =>
  graph.sql("update workshop.appointment set held_until = now() - interval '1 second' where id = $1", [id]);
const free = (date = day) =>
  starts(desk.client, { serviceCentreId: workshop.centre, from: date, minutes: 60 });

describe('a hold', () => {
  it('keeps the slot free for ten minutes, and is booked as it stands', async () => {
    const held = await hold(desk.client, { startsAt: at(day, 9) });
    expect(held).toMatchObject({
      status: 'HELD',
      number: null,
      startsAt: at(day, 9),
      endsAt: at(day, 10),
      bay: { id: workshop.bays[0] },
      technician: { id: workshop.technicians[0]!.id },
      customer: null,
    });
    const minutes = (Date.parse(held.heldUntil!) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThanOrEqual(10);
    expect(await free()).toEqual([8, 10, 10.5, 11, 11.5, 12, 12.5, 13, 13.5, 14, 14.5, 15, 15.5, 16]);
    const taken = await sendBook(desk.client, { ...visit, startsAt: at(day, 9.5), minutes: 60 });
    expect(refusalOf(taken)).toBe('CONFLICT SLOT_TAKEN');

    const booked = await book(desk.client, { holdId: held.id, ...visit, notes: 'The brakes squeal.' });
    expect(booked).toMatchObject({
      id: held.id,
      status: 'BOOKED',
      number: expect.stringMatching(/^APT-\d{6}$/),
      notes: 'The brakes squeal.',
      heldUntil: null,
      customer: { id: visit.customerId },
      vehicle: { id: visit.vehicleId },
    });
    expect(await historyOf(desk.client, held.id)).toMatchObject([
      { action: 'HELD', status: 'HELD', changedBy: { id: desk.id } },
      { action: 'BOOKED', status: 'BOOKED', changedBy: { id: desk.id } },
    ]);
    expect(await eventsOf(graph, held.id)).toEqual(['AppointmentHeld', 'AppointmentBooked']);
  });

  it('occupies nothing from the second it lapses, before any sweep', async () => {
    const held = await hold(desk.client, { startsAt: at(day, 9) });
    expect(await free()).not.toContain(9);
    await lapse(held.id);
    expect(await free()).toContain(9);
    const late = await sendBook(desk.client, { holdId: held.id, ...visit });
    expect(refusalOf(late)).toBe('CONFLICT HOLD_LAPSED');
    const booked = await book(desk.client, { ...visit, startsAt: at(day, 9) });
    expect(booked.id).not.toBe(held.id);
    expect(await read(desk.client, held.id)).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'The hold lapsed.',
    });
    expect((await historyOf(desk.client, held.id)).map(({ action }) => action)).toEqual(['HELD', 'LAPSED']);
    expect(await eventsOf(graph, held.id)).toEqual(['AppointmentHeld', 'AppointmentLapsed']);
  });

  it('is given back by cancelling it, which is no cancellation of an appointment', async () => {
    const held = await hold(desk.client, { startsAt: at(day, 9), ...visit });
    await run(desk.client, 'cancel', held.id);
    expect(await free()).toContain(9);
    expect(await eventsOf(graph, held.id)).toEqual(['AppointmentHeld', 'AppointmentLapsed']);
  });

  it('is booked as it stands: what stands with it is not said again', async () => {
    const held = await hold(desk.client, { startsAt: at(day, 9) });
    const before = await diaryOf(graph, shop);
    const again = { startsAt: at(day, 12), bayId: workshop.bays[0], minutes: 30 };
    const answer = await sendBook(desk.client, { holdId: held.id, ...visit, ...again });
    expect(refusalOf(answer)).toBe('BAD_INPUT input.bayId: HELD input.startsAt: HELD input.minutes: HELD');
    expect(refusalOf(await sendBook(desk.client, { holdId: desk.id, ...visit }))).toBe('NOT_FOUND');
    expect(await diaryOf(graph, shop)).toEqual(before);
  });

  it('repeated with its key is the same hold; with another input the key is refused', async () => {
    const input = { startsAt: at(day, 9), idempotencyKey: `hold ${day}` };
    const held = await hold(desk.client, input);
    expect((await hold(desk.client, input)).id).toBe(held.id);
    const other = await sendHold(desk.client, { ...input, startsAt: at(day, 12) });
    expect(other.code).toBe('IDEMPOTENCY_MISMATCH');
  });
});

describe('what cannot be booked', () => {
  const refusals: [string, () => object, string][] = [
    ['the past', () => ({ startsAt: at(monday(-2), 9) }), 'BAD_INPUT input.startsAt: IN_PAST'],
    ['before it opens', () => ({ startsAt: at(day, 7) }), 'BAD_INPUT input.startsAt: OUTSIDE_HOURS'],
    ['when it closes', () => ({ startsAt: at(day, 17) }), 'BAD_INPUT input.startsAt: OUTSIDE_HOURS'],
    ['past its closing', () => ({ startsAt: at(day, 16.5) }), 'BAD_INPUT input.startsAt: OUTSIDE_HOURS'],
    ['an unknown bay', () => ({ bayId: visit.customerId }), 'BAD_INPUT input.bayId: UNKNOWN'],
    ['an unknown technician', () => ({ technicianId: desk.id }), 'BAD_INPUT input.technicianId: UNKNOWN'],
    ['an unknown customer', () => ({ customerId: desk.id }), 'BAD_INPUT input.customerId: UNKNOWN'],
    ['an unknown vehicle', () => ({ vehicleId: desk.id }), 'BAD_INPUT input.vehicleId: UNKNOWN'],
    ['nobody', () => ({ customerId: null, vehicleId: null }), 'BAD_INPUT input.customerId: REQUIRED'],
    ['no work', () => ({ minutes: null }), 'BAD_INPUT input.minutes: REQUIRED'],
    ['no time', () => ({ startsAt: null }), 'BAD_INPUT input.startsAt: REQUIRED'],
    [
      'an unknown service item',
      () => ({ serviceItemIds: [desk.id] }),
      'BAD_INPUT input.serviceItemIds: UNKNOWN',
    ],
    [
      'another centre',
      () => ({ serviceCentreId: desk.id }),
      'BAD_INPUT input.serviceCentreId: SERVICE_CENTRE',
    ],
  ];

  it.each(refusals)('%s', async (_, input, expected) => {
    const before = await diaryOf(graph, shop);
    const answer = await sendBook(desk.client, { startsAt: at(day, 9), minutes: 60, ...visit, ...input() });
    expect(refusalOf(answer)).toBe(expected);
    expect(await diaryOf(graph, shop)).toEqual(before);
  });

  it('says what is free instead of a slot that is taken', async () => {
    await book(desk.client, { ...visit, startsAt: at(day, 9) });
    const before = await diaryOf(graph, shop);
    const answer = await sendBook(desk.client, { ...visit, startsAt: at(day, 9), minutes: 60 });
    expect(refusalOf(answer)).toBe('CONFLICT SLOT_TAKEN');
    const { alternatives, field } = answer.errors[0]!.extensions as unknown as {
      field: string;
      alternatives: { startsAt: string; bayId: string; technicianId: string }[];
    };
    expect(field).toBe('input.startsAt');
    expect(alternatives.map(({ startsAt }) => startsAt)).toEqual(
      [8, 10, 10.5, 11, 11.5].map((hours) => at(day, hours)),
    );
    expect(await diaryOf(graph, shop)).toEqual(before);
    const { startsAt, bayId, technicianId } = alternatives[0]!;
    await book(desk.client, { ...visit, startsAt, bayId, technicianId });
  });

  it('a bay of another service centre, and its hours do not count here', async () => {
    const { createServiceCentre } = await shop.admin.client.ask<{ createServiceCentre: { id: string } }>(
      'mutation { createServiceCentre(input: { name: "Other", code: "OTHER" }) { id } }',
    );
    const other = await openWorkshop(shop, { centre: createServiceCentre.id });
    const before = await diaryOf(graph, shop);
    const answer = await sendBook(shop.admin.client, {
      ...visit,
      serviceCentreId: workshop.centre,
      startsAt: at(day, 9),
      minutes: 60,
      bayId: other.bays[0],
    });
    expect(refusalOf(answer)).toBe('BAD_INPUT input.bayId: UNKNOWN');
    expect(await diaryOf(graph, shop)).toEqual(before);
  });

  it('a day on which the service centre is closed, or the bay that is asked for', async () => {
    const input = { ...visit, serviceCentreId: workshop.centre, minutes: 60 };
    const [closed, bayClosed] = [addDays(day, 1), addDays(day, 2)];
    await addClosure(shop.admin.client, {
      serviceCentreId: workshop.centre,
      fromDate: closed,
      reason: 'Fair',
    });
    await addClosure(shop.admin.client, {
      serviceCentreId: workshop.centre,
      fromDate: bayClosed,
      reason: 'Repairs',
      bayId: workshop.bays[0],
    });
    const before = await diaryOf(graph, shop);
    const refused = async (more: object) => refusalOf(await sendBook(desk.client, { ...input, ...more }));
    expect(await refused({ startsAt: at(closed, 9) })).toBe('BAD_INPUT input.startsAt: CLOSED_DAY');
    expect(await refused({ startsAt: at(bayClosed, 9), bayId: workshop.bays[0] })).toBe(
      'BAD_INPUT input.bayId: BAY_CLOSED',
    );
    expect(await diaryOf(graph, shop)).toEqual(before);
  });
});

describe('an override', () => {
  it('books over what is booked, with who and why; without the permission it does not', async () => {
    const manager = await shop.staff('MANAGER');
    const input = {
      ...visit,
      startsAt: at(day, 9),
      minutes: 60,
      override: { reason: 'It only takes a minute.' },
    };
    await book(desk.client, { ...visit, startsAt: at(day, 9) });
    const before = await diaryOf(graph, shop);
    const refused = await sendBook(desk.client, input);
    expect([refused.code, refused.errors[0]!.extensions.permission]).toEqual([
      'FORBIDDEN',
      'appointments:override',
    ]);
    expect(await diaryOf(graph, shop)).toEqual(before);

    const over = await book(manager.client, input);
    expect(over).toMatchObject({
      status: 'BOOKED',
      startsAt: at(day, 9),
      overrideReason: 'It only takes a minute.',
      overriddenBy: { id: manager.id },
    });
    expect((await historyOf(desk.client, over.id))[0]).toMatchObject({ reason: 'It only takes a minute.' });
    const third = await sendBook(desk.client, { ...visit, startsAt: at(day, 9), minutes: 60 });
    expect(refusalOf(third)).toBe('CONFLICT SLOT_TAKEN');
  });

  it('books outside of what is open, but not in the past', async () => {
    const night = await book(shop.admin.client, {
      ...visit,
      serviceCentreId: workshop.centre,
      startsAt: at(day, 22),
      override: { reason: 'Night service.' },
    });
    expect(night).toMatchObject({ endsAt: at(day, 23), overrideReason: 'Night service.' });
    const past = await sendBook(shop.admin.client, {
      ...visit,
      serviceCentreId: workshop.centre,
      startsAt: at(monday(-1), 9),
      minutes: 60,
      override: { reason: 'Yesterday.' },
    });
    expect(refusalOf(past)).toBe('BAD_INPUT input.startsAt: IN_PAST');
  });

  it('leaves nothing behind where it was not needed, or is no longer', async () => {
    const input = { ...visit, serviceCentreId: workshop.centre, override: { reason: 'In any case.' } };
    const fits = await book(shop.admin.client, { ...input, startsAt: at(day, 9) });
    expect([fits.overrideReason, fits.overriddenBy]).toEqual([null, null]);
    const over = await book(shop.admin.client, { ...input, startsAt: at(day, 9) });
    expect(over.overrideReason).toBe('In any case.');
    const moved = await run(desk.client, 'move', over.id, { input: { startsAt: at(day, 11) } });
    expect([moved.overrideReason, moved.overriddenBy]).toEqual([null, null]);
  });
});

describe('moving', () => {
  it('keeps number and history, gives the old time free and takes the new one', async () => {
    const booked = await book(desk.client, { ...visit, startsAt: at(day, 9) });
    const input = {
      startsAt: at(day, 13),
      minutes: 120,
      reason: 'More to do.',
      expectedVersion: booked.version,
    };
    const moved = await run(desk.client, 'move', booked.id, { input });
    expect(moved).toMatchObject({
      id: booked.id,
      number: booked.number,
      status: 'BOOKED',
      startsAt: at(day, 13),
      endsAt: at(day, 15),
      minutes: 120,
    });
    expect(await free()).toEqual([8, 8.5, 9, 9.5, 10, 10.5, 11, 11.5, 12, 15, 15.5, 16]);
    expect(await historyOf(desk.client, booked.id)).toMatchObject([
      { action: 'BOOKED', startsAt: at(day, 9), endsAt: at(day, 10), reason: null },
      {
        action: 'MOVED',
        status: 'BOOKED',
        startsAt: at(day, 13),
        endsAt: at(day, 15),
        reason: 'More to do.',
        changedBy: { id: desk.id },
        bay: { id: workshop.bays[0] },
        technician: { id: workshop.technicians[0]!.id },
      },
    ]);
    expect(await eventsOf(graph, booked.id)).toEqual(['AppointmentBooked', 'AppointmentRescheduled']);
    const again = await send(desk.client, 'move', booked.id, { input });
    expect(again.code).toBe('CONFLICT');
    const same = await run(desk.client, 'move', booked.id, { input: { startsAt: at(day, 13) } });
    expect(same.version).toBe(moved.version);
  });

  it('is not in its own way, but in that of others', async () => {
    const booked = await book(desk.client, { ...visit, startsAt: at(day, 9) });
    await book(desk.client, { ...visit, startsAt: at(day, 12) });
    const near = await run(desk.client, 'move', booked.id, { input: { startsAt: at(day, 9.5) } });
    expect(near.startsAt).toBe(at(day, 9.5));
    const before = await diaryOf(graph, shop);
    const onto = await send(desk.client, 'move', booked.id, { input: { startsAt: at(day, 11.5) } });
    expect(refusalOf(onto)).toBe('CONFLICT SLOT_TAKEN');
    const closed = await send(desk.client, 'move', booked.id, { input: { startsAt: at(day, 20) } });
    expect(refusalOf(closed)).toBe('BAD_INPUT input.startsAt: OUTSIDE_HOURS');
    expect(await diaryOf(graph, shop)).toEqual(before);
  });
});
