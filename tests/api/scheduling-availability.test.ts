import { addDays } from '../../shared/time-zone';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { eventually } from '../harness/until';
import {
  addClosure,
  at,
  available,
  book,
  createBay,
  monday,
  openWorkshop,
  refusalOf,
  run,
  sendAvailability,
  sendBook,
  setHours,
  setShift,
  starts,
  visitor,
  type Workshop,
  workdays,
} from './scheduling.fixtures';

/** When there is room: what is open, who is there, what is taken, and what runs late. */
const graph = useGraph();
let shop: Shop;
let client: GraphClient;
let visit: { customerId: string; vehicleId: string };
const day = monday();

beforeAll(async () => {
  shop = await graph.shop();
  client = shop.admin.client;
  visit = await visitor(client, shop.centres[0]);
});

let centres = 0;
async function newCentre(timeZone = 'Europe/Rome'): Promise<string> {
  centres += 1;
  const { createServiceCentre } = await client.ask<{ createServiceCentre: { id: string } }>(
    'mutation ($input: CreateServiceCentreInput!) { createServiceCentre(input: $input) { id } }',
    { input: { name: `Centre ${centres}`, code: `N${centres}`, timeZone } },
  );
  return createServiceCentre.id;
}

const workshopWith = async (options: Parameters<typeof openWorkshop>[1]): Promise<Workshop> =>
  openWorkshop(shop, { centre: await newCentre(), ...options });

/** `8 8.5 9 …` */
const from = (first: number, last: number, step = 0.5): number[] =>
  Array.from({ length: (last - first) / step + 1 }, (_, n) => first + n * step);

describe('what is open', () => {
  it('nothing before there are hours and a bay', async () => {
    const serviceCentreId = await newCentre();
    const ask = () => available(client, { serviceCentreId, from: day, to: day, minutes: 60 });
    expect((await ask())!.slots).toEqual([]);
    await setHours(client, { serviceCentreId, validFrom: day, week: workdays() });
    expect((await ask())!.slots).toEqual([]);
    await createBay(client, { serviceCentreId });
    expect((await ask())!.slots).toHaveLength(17);
    const before = await available(client, {
      serviceCentreId,
      from: addDays(day, -3),
      to: addDays(day, -1),
      minutes: 60,
    });
    expect(before!.slots).toEqual([]);
  });

  it('several stretches a day, each week from its first day on', async () => {
    const { centre: serviceCentreId } = await workshopWith({});
    const split = [
      { weekday: 'MONDAY', from: '08:00', until: '10:00' },
      { weekday: 'MONDAY', from: '13:15', until: '15:00' },
    ];
    await setHours(client, { serviceCentreId, validFrom: day, week: split });
    const on = (date: string, minutes = 60) => starts(client, { serviceCentreId, from: date, minutes });
    expect(await on(addDays(day, -7))).toEqual(from(8, 16));
    expect(await on(day)).toEqual([8, 8.5, 9, 13.5, 14]);
    expect(await on(addDays(day, 1))).toEqual([]);
    expect(await on(addDays(day, 7))).toEqual([8, 8.5, 9, 13.5, 14]);
  });

  it('nothing on closed days; a closed bay is missing by itself', async () => {
    const { centre: serviceCentreId, bays } = await workshopWith({ bays: 2 });
    await addClosure(client, {
      serviceCentreId,
      fromDate: day,
      toDate: addDays(day, 1),
      reason: 'Stocktaking',
    });
    await addClosure(client, {
      serviceCentreId,
      bayId: bays[0],
      fromDate: addDays(day, 2),
      reason: 'Repair',
    });
    const found = await available(client, { serviceCentreId, from: day, to: addDays(day, 3), minutes: 480 });
    expect(found!.slots.map(({ date, freeBays, bayId }) => [date, freeBays, bayId])).toEqual(
      [2, 2, 2, 3, 3, 3].map((n) => [addDays(day, n), n - 1, bays[n === 2 ? 1 : 0]]),
    );
    const refused = async (input: object) =>
      refusalOf(await sendBook(client, { serviceCentreId, ...visit, minutes: 60, ...input }));
    expect(await refused({ startsAt: at(day, 9) })).toBe('BAD_INPUT input.startsAt: CLOSED_DAY');
    expect(await refused({ startsAt: at(addDays(day, 2), 9), bayId: bays[0] })).toBe(
      'BAD_INPUT input.bayId: BAY_CLOSED',
    );
  });

  it('slots on the grid of the centre, no sooner than its notice', async () => {
    const { centre: serviceCentreId } = await workshopWith({ rules: { slotMinutes: 60 } });
    expect(await starts(client, { serviceCentreId, from: day, minutes: 90 })).toEqual(from(8, 15, 1));
    await setHours(client, {
      serviceCentreId,
      week: workdays(),
      rules: { minimumNoticeMinutes: 30 * 24 * 60 },
    });
    expect(await starts(client, { serviceCentreId, from: day, minutes: 90 })).toEqual([]);
    expect(await starts(client, { serviceCentreId, from: monday(6), minutes: 90 })).toEqual(from(8, 15, 1));
    const soon = await sendBook(client, { serviceCentreId, ...visit, startsAt: at(day, 9), minutes: 60 });
    expect(refusalOf(soon)).toBe('BAD_INPUT input.startsAt: TOO_SOON');
  });
});

describe('who is there', () => {
  it('shifts within the hours; a day that is unlike the week; an absence', async () => {
    const { centre: serviceCentreId, technicians } = await workshopWith({ bays: 3, technicians: 2 });
    const [anna, bruno] = technicians.map(({ id }) => id);
    const common = { serviceCentreId, technicianId: anna };
    await setShift(client, {
      ...common,
      fromDate: addDays(day, 1),
      days: [{ from: '06:00', until: '10:00' }],
    });
    await setShift(client, { ...common, fromDate: addDays(day, 2), toDate: addDays(day, 4), days: [] });
    const slots = (await available(client, {
      serviceCentreId,
      from: day,
      to: addDays(day, 2),
      minutes: 240,
    }))!.slots;
    const free = (date: string, hours: number) =>
      slots.find(({ startsAt }) => startsAt === at(date, hours))?.freeTechnicians;
    expect([free(day, 8), free(day, 13)]).toEqual([2, 2]);
    expect([free(addDays(day, 1), 8), free(addDays(day, 2), 8)]).toEqual([1, 1]);
    const short = { serviceCentreId, from: addDays(day, 1), minutes: 120, technicianId: anna };
    expect(await starts(client, short)).toEqual([8]);
    const off = await sendBook(client, {
      serviceCentreId,
      ...visit,
      technicianId: anna,
      startsAt: at(addDays(day, 2), 9),
      minutes: 60,
    });
    expect(refusalOf(off)).toBe('BAD_INPUT input.technicianId: OFF_SHIFT');
    const given = await book(client, { serviceCentreId, ...visit, startsAt: at(addDays(day, 2), 9) });
    expect(given.technician).toEqual({ id: bruno });
  });

  it('with two bays and one technician, the technician is what runs out; and the other way round', async () => {
    const { centre: serviceCentreId } = await workshopWith({ bays: 2, technicians: 1 });
    await book(client, { serviceCentreId, ...visit, startsAt: at(day, 9) });
    expect(await starts(client, { serviceCentreId, from: day, minutes: 60 })).toEqual([8, ...from(10, 16)]);
    const other = await workshopWith({ bays: 1, technicians: 2 });
    await book(client, { serviceCentreId: other.centre, ...visit, startsAt: at(day, 9) });
    expect(await starts(client, { serviceCentreId: other.centre, from: day, minutes: 60 })).toEqual([
      8,
      ...from(10, 16),
    ]);
  });

  it('who is booked in another service centre is not free in this one', async () => {
    const here = await workshopWith({});
    const there = await workshopWith({});
    const both = await shop.staff('TECHNICIAN', { centres: [here.centre, there.centre] });
    for (const serviceCentreId of [here.centre, there.centre])
      await setShift(client, { serviceCentreId, technicianId: both.id, fromDate: day, week: workdays() });
    await book(client, { serviceCentreId: there.centre, ...visit, startsAt: at(day, 9), minutes: 420 });
    expect(await starts(client, { serviceCentreId: here.centre, from: day, minutes: 60 })).toEqual([8, 16]);
  });

  it('who cannot sign in any more is not booked any more', async () => {
    const { centre: serviceCentreId, technicians } = await workshopWith({ technicians: 1 });
    await client.ask('mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }', {
      id: technicians[0]!.id,
    });
    const input = {
      serviceCentreId,
      ...visit,
      technicianId: technicians[0]!.id,
      startsAt: at(day, 9),
      minutes: 60,
    };
    await eventually(async () =>
      expect(refusalOf(await sendBook(client, { ...input, startsAt: at(day, 7) }))).toBe(
        'BAD_INPUT input.technicianId: NOT_IN_USE',
      ),
    );
  });
});

describe('what is to be done', () => {
  it('takes as long as its service items together, in a bay of the kind', async () => {
    const { centre: serviceCentreId } = await workshopWith({});
    const mot = await createBay(client, { serviceCentreId, kind: 'MOT', position: 1 });
    const items = [];
    for (const [code, labourMinutes] of [
      [`A${centres}`, 45],
      [`B${centres}`, 75],
    ])
      items.push(
        (
          await client.ask<{ createServiceItem: { id: string } }>(
            'mutation ($input: CreateServiceItemInput!) { createServiceItem(input: $input) { id } }',
            { input: { code, name: 'Work', labourMinutes } },
          )
        ).createServiceItem.id,
      );
    const input = { serviceCentreId, serviceItemIds: items, bayKind: 'MOT' };
    const found = await available(client, { ...input, from: day, to: day });
    expect(found).toMatchObject({ timeZone: 'Europe/Rome', minutes: 120 });
    expect(found!.slots[0]).toEqual({
      startsAt: at(day, 8),
      endsAt: at(day, 10),
      date: day,
      freeBays: 1,
      freeTechnicians: 0,
      bayId: mot.id,
      technicianId: null,
    });
    const booked = await book(client, {
      serviceCentreId,
      ...visit,
      startsAt: at(day, 8),
      minutes: null,
      serviceItemIds: items,
    });
    expect(booked).toMatchObject({
      minutes: 120,
      serviceItems: [{ code: `A${centres}` }, { code: `B${centres}` }],
    });
  });

  it('waits for the next morning when it is longer than a day, and not when it is shorter', async () => {
    const { centre: serviceCentreId } = await workshopWith({ technicians: 1 });
    const long = await available(client, { serviceCentreId, from: day, to: day, minutes: 600 });
    expect(long!.slots.slice(0, 3)).toMatchObject([
      { startsAt: at(day, 8), endsAt: at(addDays(day, 1), 9) },
      { startsAt: at(day, 8.5), endsAt: at(addDays(day, 1), 9.5) },
      { startsAt: at(day, 9), endsAt: at(addDays(day, 1), 10) },
    ]);
    expect(await starts(client, { serviceCentreId, from: day, minutes: 540 })).toEqual([8]);
    const friday = addDays(day, 4);
    const booked = await book(client, { serviceCentreId, ...visit, startsAt: at(friday, 16), minutes: 600 });
    expect(booked.endsAt).toBe(at(addDays(day, 7), 17));
    const after = { serviceCentreId, from: addDays(day, 7), minutes: 60 };
    expect(await starts(client, after)).toEqual([]);
    expect(await starts(client, { ...after, from: addDays(day, 8) })).toEqual(from(8, 16));
  });

  it.each([
    ['the days the wrong way round', { to: addDays(day, -1) }, 'BAD_INPUT input.to: ORDER'],
    ['too many days', { to: addDays(day, 42) }, 'BAD_INPUT input.to: TOO_LONG'],
    ['no work', { minutes: null }, 'BAD_INPUT input.minutes: REQUIRED'],
  ])('refuses %s', async (_, input, expected) => {
    const common = { serviceCentreId: shop.centres[0], from: day, to: day, minutes: 60 };
    expect(refusalOf(await sendAvailability(client, { ...common, ...input }))).toBe(expected);
  });
});

describe('a job that runs late', () => {
  const card = (id: string) =>
    graph.sql<{ id: string }>('select job_card_id as id from workshop.appointment where id = $1', [id]);

  it('has its bay and its technician until it was promised, and gives them back when it is done', async () => {
    const { centre: serviceCentreId } = await workshopWith({ technicians: 1 });
    const { id } = await book(client, { serviceCentreId, ...visit, startsAt: at(day, 8) });
    await run(client, 'checkIn', id);
    const [job] = await card(id);
    const ask = () => starts(client, { serviceCentreId, from: day, minutes: 60 });
    expect(await ask()).toEqual(from(9, 16));
    await graph.sql('update workshop.job_card set promised_at = $2 where id = $1', [job!.id, at(day, 13)]);
    expect(await ask()).toEqual(from(13, 16));
    const taken = await sendBook(client, { serviceCentreId, ...visit, startsAt: at(day, 10), minutes: 60 });
    expect(refusalOf(taken)).toBe('CONFLICT SLOT_TAKEN');
    await graph.sql("update workshop.job_card set status = 'CANCELLED' where id = $1", [job!.id]);
    expect(await ask()).toEqual(from(9, 16));
  });

  it('that should have been done long ago has them until now, and no longer', async () => {
    const { centre: serviceCentreId, bays } = await workshopWith({});
    const { id } = await book(client, { serviceCentreId, ...visit, startsAt: at(day, 8) });
    await run(client, 'checkIn', id);
    await graph.sql(
      `update workshop.appointment set starts_at = now() - interval '40 days', ends_at = now() - interval '39 days'
       where id = $1`,
      [id],
    );
    await setHours(client, {
      serviceCentreId,
      validFrom: '2020-01-01',
      week: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map((weekday) => ({
        weekday,
        from: '00:00',
        until: '24:00',
      })),
    });
    const [job] = await card(id);
    await graph.sql("update workshop.job_card set promised_at = now() + interval '3 days' where id = $1", [
      job!.id,
    ]);
    const today = new Date().toISOString().slice(0, 10);
    const days = async () => {
      const input = { serviceCentreId, from: today, to: addDays(today, 5), minutes: 60 };
      return new Set((await available(client, input))!.slots.map(({ date, bayId }) => `${date} ${bayId}`));
    };
    expect(await days()).not.toContain(`${addDays(today, 1)} ${bays[0]}`);
    expect(await days()).toContain(`${addDays(today, 4)} ${bays[0]}`);
    await graph.sql("update workshop.job_card set promised_at = now() - interval '3 days' where id = $1", [
      job!.id,
    ]);
    expect(await days()).toContain(`${addDays(today, 1)} ${bays[0]}`);
  });

  it('without an appointment has its technician until it is promised; work that stands still has not', async () => {
    const { centre: serviceCentreId, technicians } = await workshopWith({ technicians: 1 });
    await client.ask('mutation { updateOrganisation(input: { requiresInspection: false }) { id } }');
    const { createJobCard } = await client.ask<{ createJobCard: { id: string } }>(
      'mutation ($input: CreateJobCardInput!) { createJobCard(input: $input) { id } }',
      { input: { ...visit, serviceCentreId, complaint: 'Noise', promisedAt: at(day, 12) } },
    );
    const ask = () => starts(client, { serviceCentreId, from: day, minutes: 60 });
    expect(await ask()).toEqual(from(8, 16));
    await client.ask('mutation ($id: ID!, $to: ID!) { assignJobCard(id: $id, technicianId: $to) { id } }', {
      id: createJobCard.id,
      to: technicians[0]!.id,
    });
    expect(await ask()).toEqual(from(12, 16));
    await graph.sql(
      "update workshop.job_card set status = 'WAITING_PARTS', resumes_as = 'ASSIGNED', waiting_for = '{PARTS}' where id = $1",
      [createJobCard.id],
    );
    expect(await ask()).toEqual(from(8, 16));
  });
});

describe('the weeks of the clock change', () => {
  it.each([
    ['Europe/Rome', '2027-03-27', ['2027-03-27T07:00', '2027-03-28T06:00', '2027-03-29T06:00']],
    ['Europe/Rome', '2027-10-30', ['2027-10-30T06:00', '2027-10-31T07:00', '2027-11-01T07:00']],
    ['Australia/Lord_Howe', '2027-04-03', ['2027-04-02T21:00', '2027-04-03T21:30', '2027-04-04T21:30']],
    ['Australia/Lord_Howe', '2027-10-02', ['2027-10-01T21:30', '2027-10-02T21:00', '2027-10-03T21:00']],
  ])('%s from %s opens at eight by its own clock', async (timeZone, first, expected) => {
    const serviceCentreId = await newCentre(timeZone);
    const week = [...workdays(), { weekday: 'SATURDAY', from: '08:00', until: '12:00' }].concat({
      weekday: 'SUNDAY',
      from: '08:00',
      until: '12:00',
    });
    await setHours(client, { serviceCentreId, validFrom: '2020-01-01', week });
    await createBay(client, { serviceCentreId });
    const found = await available(client, {
      serviceCentreId,
      from: first,
      to: addDays(first, 2),
      minutes: 240,
    });
    const firsts = [0, 1, 2].map(
      (n) => found!.slots.find(({ date }) => date === addDays(first, n))!.startsAt,
    );
    expect(firsts).toEqual(expected.map((minute) => `${minute}:00.000Z`));
  });

  it('a night shift is an hour shorter or longer, and has as many slots', async () => {
    const serviceCentreId = await newCentre();
    const night = [{ weekday: 'SUNDAY', from: '00:00', until: '06:00' }];
    await setHours(client, { serviceCentreId, validFrom: '2020-01-01', week: night });
    await createBay(client, { serviceCentreId });
    const slots = async (date: string) =>
      (await available(client, { serviceCentreId, from: date, to: date, minutes: 60 }))!.slots;
    expect((await slots('2027-03-21')).length).toBe(11);
    const spring = await slots('2027-03-28');
    expect(spring.length).toBe(9);
    expect(new Set(spring.map(({ startsAt }) => startsAt)).size).toBe(9);
    for (const { startsAt, endsAt } of spring)
      expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(3_600_000);
    const autumn = await slots('2027-10-31');
    expect(autumn.length).toBe(11);
    expect(autumn.map(({ startsAt }) => startsAt)).toContain('2027-10-31T00:30:00.000Z');
  });
});
