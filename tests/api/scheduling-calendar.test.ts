import { addDays } from '../../shared/time-zone';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import {
  addClosure,
  at,
  book,
  hold,
  monday,
  openWorkshop,
  run,
  setShift,
  visitor,
} from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
const day = monday();

const CALENDAR = `query ($id: ID!, $from: LocalDate!, $to: LocalDate!) { calendar(serviceCentreId: $id, from: $from, to: $to) {
  timeZone days { date opening { startsAt endsAt } working { technicianId startsAt endsAt } }
  bays { id name } closures { fromDate toDate reason bay { id } }
  appointments { id status startsAt bay { id } technician { id } }
  jobCards { id number status technician { id } promisedAt }
  schedule { id slotMinutes serviceCentre { id } openingHours { id validFrom week { weekday from until } }
    closures { id reason } shifts { id kind fromDate technician { id } week { weekday } } } } }`;

interface Calendar {
  timeZone: string;
  days: { date: string; opening: object[]; working: object[] }[];
  bays: { id: string }[];
  closures: object[];
  appointments: { id: string }[];
  jobCards: { id: string }[];
  schedule: { openingHours: object[]; closures: object[]; shifts: object[] } & object;
}

beforeAll(async () => {
  shop = await graph.shop();
});

it('shows a week: days, who works, what is closed, what is booked and what is in hand', async () => {
  const manager = await shop.staff('MANAGER');
  const { client } = manager;
  const { centre, bays, technicians } = await openWorkshop(shop, { bays: 2, technicians: 2 });
  const [anna, bruno] = technicians.map(({ id }) => id);
  const visit = await visitor(client);
  await setShift(client, { technicianId: anna, fromDate: day, days: [{ from: '10:00', until: '12:00' }] });
  await addClosure(client, { fromDate: addDays(day, 1), reason: 'Fair' });
  const booked = await book(client, { ...visit, startsAt: at(day, 9) });
  const held = await hold(client, { startsAt: at(day, 13) });
  const lapsed = await hold(client, { startsAt: at(day, 15) });
  await graph.sql('update workshop.appointment set held_until = now() where id = $1', [lapsed.id]);
  const cancelled = await book(client, { ...visit, startsAt: at(day, 16) });
  await run(client, 'cancel', cancelled.id);
  await shop.admin.client.ask('mutation { updateOrganisation(input: { requiresInspection: false }) { id } }');
  const { createJobCard } = await client.ask<{ createJobCard: { id: string } }>(
    'mutation ($input: CreateJobCardInput!) { createJobCard(input: $input) { id } }',
    { input: { ...visit, complaint: 'Noise' } },
  );
  await client.ask('mutation ($id: ID!, $to: ID!) { assignJobCard(id: $id, technicianId: $to) { id } }', {
    id: createJobCard.id,
    to: bruno,
  });

  const { calendar } = await client.ask<{ calendar: Calendar }>(CALENDAR, {
    id: centre,
    from: day,
    to: addDays(day, 1),
  });
  expect(calendar.timeZone).toBe('Europe/Rome');
  expect(calendar.days.map(({ date, opening }) => [date, opening])).toEqual([
    [day, [{ startsAt: at(day, 8), endsAt: at(day, 17) }]],
    [addDays(day, 1), []],
  ]);
  expect(calendar.days[0]!.working).toEqual(
    expect.arrayContaining([
      { technicianId: anna, startsAt: at(day, 10), endsAt: at(day, 12) },
      { technicianId: bruno, startsAt: at(day, 8), endsAt: at(day, 17) },
    ]),
  );
  expect(calendar.bays.map(({ id }) => id)).toEqual(bays);
  expect(calendar.closures).toEqual([
    { fromDate: addDays(day, 1), toDate: addDays(day, 1), reason: 'Fair', bay: null },
  ]);
  expect(calendar.appointments).toEqual([
    { id: booked.id, status: 'BOOKED', startsAt: at(day, 9), bay: booked.bay, technician: booked.technician },
    { id: held.id, status: 'HELD', startsAt: at(day, 13), bay: held.bay, technician: held.technician },
  ]);
  expect(calendar.jobCards).toMatchObject([
    { id: createJobCard.id, status: 'ASSIGNED', technician: { id: bruno }, promisedAt: null },
  ]);
  expect(calendar.schedule).toMatchObject({
    id: centre,
    slotMinutes: 30,
    serviceCentre: { id: centre },
    openingHours: [{ validFrom: '2020-01-01' }],
    closures: [{ reason: 'Fair' }],
  });
  expect(calendar.schedule.shifts).toHaveLength(3);
});

it('shows technicians their own appointments and jobs', async () => {
  const { centre, technicians } = await openWorkshop(shop, { technicians: 2 });
  const { client } = shop.admin;
  const visit = await visitor(client, centre);
  const own = await book(client, {
    serviceCentreId: centre,
    ...visit,
    startsAt: at(addDays(day, 7), 9),
    technicianId: technicians[0]!.id,
  });
  const asked = { id: centre, from: addDays(day, 7), to: addDays(day, 7) };
  const seen = async (by: (typeof technicians)[number]) =>
    (await by.client.ask<{ calendar: Calendar }>(CALENDAR, asked)).calendar.appointments.map(({ id }) => id);
  expect(await seen(technicians[0]!)).toEqual([own.id]);
  expect(await seen(technicians[1]!)).toEqual([]);
  const accountant = await shop.staff('ACCOUNTANT');
  expect(await seen(accountant)).toEqual([own.id]);
});

it('is refused for too many days, and is null for no centre', async () => {
  const send = (id: string, to: string) =>
    shop.admin.client.send<{ calendar: null }>(CALENDAR, { id, from: day, to });
  expect((await send(shop.centres[0]!, addDays(day, 42))).code).toBe('BAD_INPUT');
  expect((await send(shop.admin.id, day)).data).toEqual({ calendar: null });
  expect((await send('none', day)).data).toEqual({ calendar: null });
});
