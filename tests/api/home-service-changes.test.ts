import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { eventsOf } from './customers.fixtures';
import { doVisit, plan, readVisit, sendVisit, visitHistory, visitsKept } from './home-service.fixtures';
import { expectRefusal } from './job-cards.fixtures';
import { at, book, monday, openWorkshop, refusalOf, visitor, type Workshop } from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
let desk: Member;
let manager: Member;
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
  manager = await shop.staff('MANAGER');
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

describe('planning again', () => {
  it('moves a visit with its technician, and tells of it', async () => {
    const { id } = await plan(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
    const moved = await doVisit(desk.client, 'schedule', id, {
      input: { startsAt: at(day, 10.5), minutes: 90, travelMinutes: 15, reason: 'They are late.' },
    });
    expect(moved).toMatchObject({
      version: 2,
      startsAt: at(day, 10.5),
      endsAt: at(day, 12),
      leavesAt: at(day, 10.25),
      technician: { id: anna.id },
    });
    expect(await busyWith(id)).toEqual([
      { technician_id: anna.id, starts_at: new Date(at(day, 10.25)), ends_at: new Date(at(day, 12.25)) },
    ]);
    const [, step] = await visitHistory(desk.client, id);
    expect([step!.action, step!.reason, step!.startsAt]).toEqual(['MOVED', 'They are late.', at(day, 10.5)]);
    expect((await eventsOf(graph, id)).slice(2)).toEqual(['HomeServiceScheduled']);
    const same = await doVisit(desk.client, 'schedule', id, { input: { startsAt: at(day, 10.5) } });
    expect(same.version).toBe(2);
  });

  it('gives it to somebody else when its technician is not free then', async () => {
    await book(desk.client, { ...who, startsAt: at(day, 14), technicianId: anna.id });
    const { id } = await plan(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
    const moved = await doVisit(desk.client, 'schedule', id, { input: { startsAt: at(day, 14) } });
    expect(moved.technician).toEqual({ id: bruno.id });
    expect((await eventsOf(graph, id)).slice(2)).toEqual(['HomeServiceScheduled', 'HomeServiceAssigned']);
  });

  it('assigns another technician at the same time, once', async () => {
    const { id } = await plan(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
    const input = { technicianId: bruno.id };
    const assigned = await doVisit(desk.client, 'assign', id, { input });
    expect([assigned.technician, assigned.startsAt]).toEqual([{ id: bruno.id }, at(day, 10)]);
    expect((await doVisit(desk.client, 'assign', id, { input })).version).toBe(assigned.version);
    const [, step] = await visitHistory(desk.client, id);
    expect([step!.action, step!.technician]).toEqual(['ASSIGNED', { id: bruno.id }]);
    expect((await eventsOf(graph, id)).slice(2)).toEqual(['HomeServiceAssigned']);
    // The one who does not go any more is free.
    await book(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
  });

  it('is refused where it does not fit, and changes nothing', async () => {
    const other = await shop.staff('TECHNICIAN', { centres: [shop.centres[1]!] });
    await book(desk.client, { ...who, startsAt: at(day, 14), technicianId: anna.id });
    await book(desk.client, { ...who, startsAt: at(day, 10), technicianId: bruno.id });
    const { id, version } = await plan(desk.client, {
      ...who,
      startsAt: at(day, 10),
      technicianId: anna.id,
    });
    const before = await visitsKept(graph, shop);
    const move = async (input: object) => refusalOf(await sendVisit(desk.client, 'schedule', id, { input }));
    const give = async (input: object) => refusalOf(await sendVisit(desk.client, 'assign', id, { input }));
    expect(await move({ startsAt: at(day, 14), technicianId: anna.id })).toBe('CONFLICT SLOT_TAKEN');
    expect(await move({ startsAt: '2020-01-06T10:00:00Z' })).toBe('BAD_INPUT input.startsAt: IN_PAST');
    expect(await move({ startsAt: at(day, 7) })).toBe('BAD_INPUT input.startsAt: OUTSIDE_HOURS');
    expect(await move({ startsAt: at(day, 12), expectedVersion: version + 1 })).toBe('CONFLICT');
    expect(await move({ startsAt: at(day, 12), override: { reason: 'No.' } })).toBe('FORBIDDEN');
    expect(await give({ technicianId: bruno.id })).toBe('CONFLICT SLOT_TAKEN');
    expect(await give({ technicianId: other.id })).toBe('BAD_INPUT input.technicianId: SERVICE_CENTRE');
    expect(await give({ technicianId: desk.id })).toBe('BAD_INPUT input.technicianId: OFF_SHIFT');
    expect(await give({ technicianId: bruno.id, expectedVersion: version + 1 })).toBe('CONFLICT');
    expect(await visitsKept(graph, shop)).toEqual(before);
    const anyway = await doVisit(manager.client, 'assign', id, {
      input: { technicianId: bruno.id, override: { reason: 'He can do both.' } },
    });
    expect([anyway.technician, anyway.overrideReason]).toEqual([{ id: bruno.id }, 'He can do both.']);
  });

  it('changes where it is and what it is about', async () => {
    const { id } = await plan(desk.client, { ...who, startsAt: at(day, 10), directions: 'Left.' });
    const changed = await doVisit(desk.client, 'update', id, {
      input: {
        address: { street: 'Corso Francia 2', city: 'Rivoli' },
        directions: null,
        notes: 'Bring oil.',
      },
    });
    expect(changed).toMatchObject({
      version: 2,
      address: { street: 'Corso Francia 2', city: 'Rivoli', country: null },
      directions: null,
      notes: 'Bring oil.',
    });
    expect((await visitHistory(desk.client, id)).map(({ action }) => action)).toEqual([
      'SCHEDULED',
      'UPDATED',
    ]);
    expect((await eventsOf(graph, id)).at(-1)).toBe('HomeServiceUpdated');
    expect((await doVisit(desk.client, 'update', id, { input: { notes: 'Bring oil.' } })).version).toBe(2);
    const before = await visitsKept(graph, shop);
    const refused = await sendVisit(desk.client, 'update', id, { input: { address: { city: 'Rivoli' } } });
    expect(refusalOf(refused)).toBe('BAD_INPUT input.address: REQUIRED');
    expect(await visitsKept(graph, shop)).toEqual(before);
  });
});

describe('calling off', () => {
  it('gives the time back, with the reason', async () => {
    const { id, version } = await plan(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
    const stale = await sendVisit(manager.client, 'cancel', id, { version: version + 1 });
    expect(stale.code).toBe('CONFLICT');
    const off = await doVisit(manager.client, 'cancel', id, { version });
    expect([off.status, off.cancelReason]).toEqual(['CANCELLED', 'Plans changed.']);
    expect(await busyWith(id)).toEqual([]);
    expect((await eventsOf(graph, id)).at(-1)).toBe('HomeServiceCancelled');
    expect((await doVisit(manager.client, 'cancel', id)).version).toBe(off.version);
    await plan(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
    for (const [command, more] of [
      ['schedule', { input: { startsAt: at(day, 14) } }],
      ['assign', { input: { technicianId: bruno.id } }],
      ['leave', {}],
      ['arrive', {}],
      ['start', {}],
      ['complete', {}],
    ] as const)
      expectRefusal(await sendVisit(manager.client, command, id, more), 'INVALID_TRANSITION');
    expectRefusal(await sendVisit(manager.client, 'update', id, { input: { notes: 'No.' } }), 'CONFLICT');
    expect(await readVisit(desk.client, id)).toEqual(off);
  });
});
