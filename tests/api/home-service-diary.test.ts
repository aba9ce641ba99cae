import { addDays } from '../../shared/time-zone';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { doVisit, plan, sendPlan, sendVisit, type Visit, visitHistory } from './home-service.fixtures';
import { expectRefusal } from './job-cards.fixtures';
import {
  at,
  available,
  book,
  monday,
  openWorkshop,
  refusalOf,
  run,
  sendBook,
  setShift,
  starts,
  visitor,
  type Workshop,
} from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
let desk: Member;
let manager: Member;
let workshop: Workshop;
let anna: Member;
let who: { customerId: string; vehicleId: string };
/** Each test has a week of its own. */
let week = 2;
let day: string;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  desk = await shop.staff('ADVISOR');
  manager = await shop.staff('MANAGER');
  workshop = await openWorkshop(shop, { bays: 2, technicians: 2 });
  anna = workshop.technicians[0]!;
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

describe('the diary', () => {
  it('keeps a technician out of the shop while they are on a visit, and on none while they are in it', async () => {
    const visit = await plan(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
    const inShop = { ...who, minutes: 60, technicianId: anna.id };
    const taken = await sendBook(desk.client, { ...inShop, startsAt: at(day, 11) });
    expect(refusalOf(taken)).toBe('CONFLICT SLOT_TAKEN');
    expect(
      await starts(desk.client, {
        serviceCentreId: workshop.centre,
        from: day,
        minutes: 60,
        technicianId: anna.id,
      }),
    ).toEqual([8, 8.5, 11.5, 12, 12.5, 13, 13.5, 14, 14.5, 15, 15.5, 16]);
    await book(desk.client, { ...inShop, startsAt: at(day, 11.5) });
    const again = { ...who, technicianId: anna.id, startsAt: at(day, 12) };
    const refused = await sendPlan(desk.client, again);
    expect(refusalOf(refused)).toBe('CONFLICT SLOT_TAKEN');
    const [first] = refused.errors[0]!.extensions.alternatives as object[];
    expect(first).toEqual({
      startsAt: at(day, 13),
      endsAt: at(day, 14),
      bayId: null,
      technicianId: anna.id,
    });
    expect(visit.status).toBe('SCHEDULED');
  });

  it('offers the times of visits, without a bay', async () => {
    await book(desk.client, { ...who, startsAt: at(day, 12), technicianId: anna.id });
    const found = await available(desk.client, {
      serviceCentreId: workshop.centre,
      from: day,
      to: day,
      minutes: 120,
      homeService: true,
      travelMinutes: 60,
      technicianId: anna.id,
    });
    expect(found!.slots).toEqual([
      {
        startsAt: at(day, 9),
        endsAt: at(day, 11),
        date: day,
        freeBays: 0,
        freeTechnicians: 1,
        bayId: null,
        technicianId: anna.id,
      },
      expect.objectContaining({ startsAt: at(day, 14) }),
    ]);
    const byDefault = await available(desk.client, {
      serviceCentreId: workshop.centre,
      from: day,
      to: day,
      minutes: 120,
      homeService: true,
      technicianId: anna.id,
    });
    expect(byDefault!.slots.map(({ startsAt }) => startsAt)).toEqual([
      at(day, 8.5),
      at(day, 9),
      at(day, 9.5),
      at(day, 13.5),
      at(day, 14),
      at(day, 14.5),
    ]);
  });

  it('shows the visits in the calendar', async () => {
    const visit = await plan(desk.client, { ...who, startsAt: at(day, 10) });
    const off = await plan(desk.client, { ...who, startsAt: at(day, 14) });
    await doVisit(manager.client, 'cancel', off.id);
    const { calendar } = await desk.client.ask<{ calendar: { homeServices: { id: string }[] } }>(
      `query ($centre: ID!, $day: LocalDate!) { calendar(serviceCentreId: $centre, from: $day, to: $day) {
         homeServices { id } } }`,
      { centre: workshop.centre, day },
    );
    expect(calendar.homeServices).toEqual([{ id: visit.id }]);
  });

  it('is overridden with a reason that stays, by who may, and never into the past', async () => {
    await book(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
    const input = { ...who, startsAt: at(day, 10), technicianId: anna.id };
    const override = { reason: ' She says it can be done. ' };
    const visit = await plan(manager.client, { ...input, override });
    expect([visit.overrideReason, visit.overriddenBy, visit.technician]).toEqual([
      'She says it can be done.',
      { id: manager.id },
      { id: anna.id },
    ]);
    const [step] = await visitHistory(desk.client, visit.id);
    expect(step!.reason).toBe('She says it can be done.');
    const late = await plan(manager.client, { ...input, technicianId: desk.id, override });
    expect(late.technician).toEqual({ id: desk.id });
    const past = await sendPlan(manager.client, { ...input, startsAt: '2020-01-06T10:00:00Z', override });
    expect(refusalOf(past)).toBe('BAD_INPUT input.startsAt: IN_PAST');
    // Where it was not needed, it leaves no trace.
    const free = await plan(manager.client, { ...who, startsAt: at(addDays(day, 1), 10), override });
    expect([free.overrideReason, free.overriddenBy]).toEqual([null, null]);
  });

  it('of a service centre without shifts lets whoever works there go, and books them once', async () => {
    const lonely = await graph.shop();
    const { client } = lonely.admin;
    await openWorkshop(lonely, { bays: 1 });
    const tito = await lonely.staff('TECHNICIAN');
    const theirs = await visitor(client);
    const nobody = await plan(client, {
      ...theirs,
      serviceCentreId: lonely.centres[0],
      startsAt: at(day, 10),
    });
    expect(nobody.technician).toBeNull();
    const assigned = await doVisit(client, 'assign', nobody.id, { input: { technicianId: tito.id } });
    expect(assigned.technician).toEqual({ id: tito.id });
    const again = await sendPlan(client, {
      ...theirs,
      serviceCentreId: lonely.centres[0],
      technicianId: tito.id,
      startsAt: at(day, 11),
    });
    expect(refusalOf(again)).toBe('CONFLICT SLOT_TAKEN');
    expectRefusal(
      await sendVisit(client, 'leave', (await planNobody(client, lonely, theirs)).id),
      'BAD_INPUT',
    );
  });

  const planNobody = (client: Member['client'], lonely: Shop, theirs: object): Promise<Visit> =>
    plan(client, { ...theirs, serviceCentreId: lonely.centres[0], startsAt: at(day, 14) });
});

it('a technician who is switched off is planned no more', async () => {
  const carla = await shop.staff('TECHNICIAN');
  await setShift(shop.admin.client, {
    serviceCentreId: workshop.centre,
    technicianId: carla.id,
    fromDate: '2020-01-01',
    week: [{ weekday: 'MONDAY', from: '08:00', until: '17:00' }],
  });
  const { id } = await plan(desk.client, { ...who, startsAt: at(day, 10), technicianId: carla.id });
  await graph.sql('update workshop.booked_resource set bookable = false where id = $1', [carla.id]);
  const refused = await sendVisit(desk.client, 'schedule', id, {
    input: { startsAt: at(day, 12), technicianId: carla.id },
  });
  expect(refusalOf(refused)).toBe('BAD_INPUT input.technicianId: NOT_IN_USE');
});

it('the appointments of the shop are still booked once', async () => {
  const appointment = await book(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
  expect(await busyWith(appointment.id)).toEqual([
    { technician_id: anna.id, starts_at: new Date(at(day, 10)), ends_at: new Date(at(day, 11)) },
  ]);
  await run(desk.client, 'move', appointment.id, { input: { startsAt: at(day, 14) } });
  expect((await busyWith(appointment.id))[0]!.starts_at).toEqual(new Date(at(day, 14)));
  await run(desk.client, 'cancel', appointment.id);
  expect(await busyWith(appointment.id)).toEqual([]);
  await expect(
    graph.sql(
      `insert into workshop.technician_time (organisation_id, id, technician_id, starts_at, ends_at)
       select $1, gen_random_uuid(), $2, $3::timestamptz, $3::timestamptz + interval '1 hour' from generate_series(1, 2)`,
      [shop.id, anna.id, at(addDays(day, 1), 9)],
    ),
  ).rejects.toThrow(/technician_time_free/);
});
