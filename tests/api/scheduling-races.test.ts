import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import {
  type Appointment,
  at,
  book,
  hold,
  monday,
  openWorkshop,
  read,
  refusalOf,
  run,
  send,
  sendBook,
  sendHold,
  visitor,
  type Workshop,
} from './scheduling.fixtures';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

const graph = useGraph();
let shop: Shop;
let desk: Member;
let workshop: Workshop;
let visit: { customerId: string; vehicleId: string };
let weeks = 1;
let day: string;

beforeAll(async () => {
  shop = await graph.shop();
  desk = await shop.staff('MANAGER');
  workshop = await openWorkshop(shop, { bays: 2, technicians: 2 });
  visit = await visitor(desk.client);
});
beforeEach(() => {
  weeks += 1;
  day = monday(weeks);
});

type Answers = GraphAnswer<Record<string, Appointment> | null>[];

const outcomes = (answers: Answers): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const outcome = refusalOf(answer) ?? 'DONE';
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
};

/**
 * Who waited in the queue for the slot saw it taken, and says what else is free; who ran into the exclusion constraint,
 * which is there for what the queue may miss, could only say that it is taken.
 */
function expectQueued(answers: Answers): void {
  const refused = answers.filter(({ code }) => code === 'CONFLICT');
  const told = refused.map(({ errors }) => errors[0]!.extensions.alternatives);
  expect(told).toEqual(refused.map(() => expect.arrayContaining([expect.anything()])));
}

/** No two that occupy the same bay or technician at once, counted past the program. */
const overlaps = async (): Promise<number> => {
  const [row] = await graph.sql<{ count: string }>(
    `select count(*) from workshop.appointment a join workshop.appointment b on a.organisation_id = b.organisation_id
       and a.id < b.id and (a.bay_id = b.bay_id or a.technician_id = b.technician_id)
       and a.starts_at < b.ends_at and b.starts_at < a.ends_at
     where a.organisation_id = $1 and a.status in ('HELD', 'BOOKED', 'CONFIRMED', 'CHECKED_IN')
       and b.status in ('HELD', 'BOOKED', 'CONFIRMED', 'CHECKED_IN')
       and a.override_reason is null and b.override_reason is null`,
    [shop.id],
  );
  return Number(row!.count);
};

it('fifty at once on the last slot: one has it, the others are told what else is free', async () => {
  await book(desk.client, { ...visit, startsAt: at(day, 9) });
  const input = { ...visit, startsAt: at(day, 9), minutes: 60 };
  const answers = await Promise.all(FIFTY.map(() => sendBook(desk.client, input)));
  expect(outcomes(answers)).toEqual({ DONE: 1, 'CONFLICT SLOT_TAKEN': 49 });
  expect(await overlaps()).toBe(0);
  expectQueued(answers);
});

it('fifty at once over a day: as many are booked as there is room for', async () => {
  const answers = await Promise.all(
    FIFTY.map((n) => sendBook(desk.client, { ...visit, startsAt: at(day, 8 + (n % 8)), minutes: 60 })),
  );
  expect(outcomes(answers)).toEqual({ DONE: 16, 'CONFLICT SLOT_TAKEN': 34 });
  const numbers = answers.flatMap(({ data }) => data?.bookAppointment?.number ?? []);
  expect(new Set(numbers).size).toBe(16);
  expect(await overlaps()).toBe(0);
  expectQueued(answers);
});

it('fifty who cross over each other’s bays and technicians: none waits in a circle', async () => {
  const [first, second] = workshop.bays;
  const [anna, bruno] = workshop.technicians.map(({ id }) => id);
  const answers = await Promise.all(
    FIFTY.map((n) =>
      sendHold(desk.client, {
        startsAt: at(day, 9 + (n % 3) * 0.5),
        bayId: n % 2 ? first : second,
        technicianId: n % 4 < 2 ? anna : bruno,
      }),
    ),
  );
  expect(outcomes(answers).DONE).toBeGreaterThanOrEqual(2);
  expect(Object.keys(outcomes(answers)).sort()).toEqual(['CONFLICT SLOT_TAKEN', 'DONE']);
  expect(await overlaps()).toBe(0);
  expectQueued(answers);
});

it('one hold, booked by fifty at once: one booking; with one key all get the same answer', async () => {
  const held = await hold(desk.client, { startsAt: at(day, 9) });
  const answers = await Promise.all(FIFTY.map(() => sendBook(desk.client, { holdId: held.id, ...visit })));
  expect(outcomes(answers)).toEqual({ DONE: 1, INVALID_TRANSITION: 49 });

  const other = await hold(desk.client, { startsAt: at(day, 11) });
  const input = { holdId: other.id, ...visit, idempotencyKey: `book ${day}` };
  const same = await Promise.all(FIFTY.map(() => sendBook(desk.client, input)));
  expect(outcomes(same)).toEqual({ DONE: 50 });
  const [row] = await graph.sql<{ steps: string }>(
    "select count(*) as steps from workshop.appointment_change where appointment_id = $1 and action = 'BOOKED'",
    [other.id],
  );
  expect(row!.steps).toBe('1');
  expect(new Set(same.map(({ data }) => data!.bookAppointment.number)).size).toBe(1);
});

it('fifty take the slot of a hold that has lapsed: one has it, and it lapsed once', async () => {
  const held = await hold(desk.client, { startsAt: at(day, 9), bayId: workshop.bays[0] });
  await graph.sql("update workshop.appointment set held_until = now() - interval '1 second' where id = $1", [
    held.id,
  ]);
  const input = { ...visit, startsAt: at(day, 9), minutes: 60, bayId: workshop.bays[0] };
  const answers = await Promise.all(FIFTY.map(() => sendBook(desk.client, input)));
  expect(outcomes(answers)).toEqual({ DONE: 1, 'CONFLICT SLOT_TAKEN': 49 });
  const [row] = await graph.sql<{ lapsed: string }>(
    "select count(*) as lapsed from workshop.appointment_change where appointment_id = $1 and action = 'LAPSED'",
    [held.id],
  );
  expect(row!.lapsed).toBe('1');
});

it('fifty check one appointment in: it has one job card', async () => {
  const { id } = await book(desk.client, { ...visit, startsAt: at(day, 9) });
  const answers = await Promise.all(FIFTY.map(() => send(desk.client, 'checkIn', id)));
  expect(outcomes(answers)).toEqual({ DONE: 50 });
  expect(new Set(answers.map(({ data }) => data!.done.jobCard!.id)).size).toBe(1);
  const [row] = await graph.sql<{ cards: string }>(
    `select count(*) as cards from platform.event where organisation_id = $1 and name = 'JobCardCreated'`,
    [shop.id],
  );
  expect(row!.cards).toBe('1');
});

it('fifty do everything to one appointment at once: it ends in one state, with a history that leads there', async () => {
  const { id } = await book(desk.client, { ...visit, startsAt: at(day, 9) });
  const commands = ['confirm', 'cancel', 'move', 'checkIn', 'update'] as const;
  await Promise.all(
    FIFTY.map((n) => {
      const input = n % 5 === 2 ? { startsAt: at(day, 9 + (n % 7)) } : { notes: `Note ${n}` };
      return send(desk.client, commands[n % 5]!, id, { input });
    }),
  );
  const last = await read(desk.client, id);
  const [step] = await graph.sql<{ status: string; starts_at: Date }>(
    'select status, starts_at from workshop.appointment_change where appointment_id = $1 order by id desc limit 1',
    [id],
  );
  expect([last!.status, last!.startsAt]).toEqual([step!.status, step!.starts_at.toISOString()]);
  expect(['CANCELLED', 'CHECKED_IN']).toContain(last!.status);
  expect(await overlaps()).toBe(0);
});

it('two move to each other’s places: neither is lost', async () => {
  const [anna, bruno] = workshop.technicians.map(({ id }) => id);
  const here = { ...visit, bayId: workshop.bays[0], technicianId: anna };
  const one = await book(desk.client, { ...here, startsAt: at(day, 9) });
  const two = await book(desk.client, { ...here, startsAt: at(day, 11) });
  const allDay = { ...visit, bayId: workshop.bays[1], technicianId: bruno, minutes: 540 };
  await book(desk.client, { ...allDay, startsAt: at(day, 8) });
  const answers = await Promise.all([
    send(desk.client, 'move', one.id, { input: { startsAt: at(day, 11) } }),
    send(desk.client, 'move', two.id, { input: { startsAt: at(day, 9) } }),
  ]);
  expect(outcomes(answers)).toEqual({ 'CONFLICT SLOT_TAKEN': 2 });
  expect([(await read(desk.client, one.id))!.startsAt, (await read(desk.client, two.id))!.startsAt]).toEqual([
    at(day, 9),
    at(day, 11),
  ]);
  await run(desk.client, 'move', one.id, { input: { startsAt: at(day, 13) } });
  await run(desk.client, 'move', two.id, { input: { startsAt: at(day, 9) } });
});
