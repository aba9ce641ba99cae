import { Dice } from '../../program/demo/random';
import { addDays } from '../../shared/time-zone';
import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { atWork, onSite, plan, readVisit, sendPlan, sendVisit, type Visit } from './home-service.fixtures';
import { requireInspection } from './job-cards.fixtures';
import {
  at,
  monday,
  openWorkshop,
  refusalOf,
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
let anna: Member;
let bruno: Member;
let who: { customerId: string; vehicleId: string };
let weeks = 1;
let day: string;

beforeAll(async () => {
  shop = await graph.shop();
  await requireInspection(shop, false);
  desk = await shop.staff('MANAGER');
  // Bays for everybody: what is fought for is the technician.
  workshop = await openWorkshop(shop, { bays: 4, technicians: 2 });
  [anna, bruno] = workshop.technicians as [Member, Member];
  who = await visitor(desk.client);
});
beforeEach(() => {
  weeks += 1;
  day = monday(weeks);
});

type Answers = GraphAnswer<unknown>[];

const outcomes = (answers: Answers): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const outcome = refusalOf(answer) ?? 'DONE';
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
};

/** Who waited in the queue can say what else is free; who ran into the constraint behind it could not. */
function expectQueued(answers: Answers): void {
  const refused = answers.filter(({ code }) => code === 'CONFLICT');
  const told = refused.map(({ errors }) => errors[0]!.extensions.alternatives);
  expect(told).toEqual(refused.map(() => expect.arrayContaining([expect.anything()])));
}

/** What occupies technicians, read past the program and past the list that it keeps. */
const occupied = () =>
  graph.sql<{ id: string; technician: string; from: Date; until: Date }>(
    `select id, technician_id as technician, starts_at as from, ends_at as until from workshop.appointment
       where organisation_id = $1 and status in ('HELD', 'BOOKED', 'CONFIRMED', 'CHECKED_IN') and override_reason is null
     union all
     select id, technician_id, leaves_at, returns_at from workshop.home_service
       where organisation_id = $1 and override_reason is null
         and status in ('SCHEDULED', 'EN_ROUTE', 'ARRIVED', 'IN_PROGRESS')`,
    [shop.id],
  );

async function expectBookedOnce(): Promise<void> {
  const all = (await occupied()).filter(({ technician }) => technician);
  const pairs = all.flatMap((a, n) =>
    all
      .slice(n + 1)
      .filter((b) => a.technician === b.technician && a.from < b.until && b.from < a.until)
      .map((b) => [a.id, b.id]),
  );
  expect(pairs).toEqual([]);
  const kept = await graph.sql<{ id: string; technician: string; from: Date; until: Date }>(
    `select id, technician_id as technician, starts_at as from, ends_at as until from workshop.technician_time
     where organisation_id = $1`,
    [shop.id],
  );
  const inOrder = (rows: { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(inOrder(kept)).toEqual(inOrder(all));
}

it('fifty at once on a technician’s last slot, half for the shop and half for a visit: one has it', async () => {
  const allDay = { ...who, minutes: 540, technicianId: bruno.id };
  expect((await sendBook(desk.client, { ...allDay, startsAt: at(day, 8) })).errors).toEqual([]);
  const answers = await Promise.all(
    FIFTY.map((n) =>
      n % 2
        ? sendBook(desk.client, { ...who, startsAt: at(day, 10), minutes: 60 })
        : sendPlan(desk.client, { ...who, startsAt: at(day, 10), minutes: 60 }),
    ),
  );
  expect(outcomes(answers)).toEqual({ DONE: 1, 'CONFLICT SLOT_TAKEN': 49 });
  expectQueued(answers);
  await expectBookedOnce();
});

it('fifty for the shop and for visits over a day, with whom they like: nobody is booked twice', async () => {
  const answers = await Promise.all(
    FIFTY.map((n) => {
      const input = { ...who, startsAt: at(day, 8 + (n % 9)), minutes: 60 };
      const named = n % 3 === 0 ? { technicianId: n % 2 ? anna.id : bruno.id } : {};
      if (n % 5 === 0) return sendHold(desk.client, { ...input, ...named });
      return n % 2
        ? sendBook(desk.client, { ...input, ...named })
        : sendPlan(desk.client, { ...input, ...named, travelMinutes: 15 });
    }),
  );
  const counts = outcomes(answers);
  expect(counts.DONE).toBeGreaterThan(4);
  expect(answers.map(({ code }) => code)).not.toContain('BUSY');
  await expectBookedOnce();
});

it('fifty move visits and appointments onto each other: each ends somewhere, and nobody is booked twice', async () => {
  const visits: Visit[] = [];
  for (const hours of [9, 12, 15])
    visits.push(await plan(desk.client, { ...who, startsAt: at(day, hours), technicianId: anna.id }));
  const answers = await Promise.all(
    FIFTY.map((n) =>
      sendVisit(desk.client, 'schedule', visits[n % 3]!.id, {
        input: {
          startsAt: at(addDays(day, n % 2), 9 + (n % 7)),
          technicianId: n % 4 < 2 ? anna.id : bruno.id,
        },
      }),
    ),
  );
  expect(Object.keys(outcomes(answers)).filter((each) => !/^(DONE|CONFLICT SLOT_TAKEN)$/.test(each))).toEqual(
    [],
  );
  await expectBookedOnce();
});

it('fifty begin one visit: it has one job card', async () => {
  const { id } = await onSite(desk.client, anna, { ...who, startsAt: at(day, 10) });
  const answers = await Promise.all(FIFTY.map(() => sendVisit(anna.client, 'start', id)));
  expect(outcomes(answers)).toEqual({ DONE: 50 });
  const cards = new Set(answers.map(({ data }) => data!.done.jobCard!.id));
  expect(cards.size).toBe(1);
});

it('fifty leave, arrive, begin and call off at once: it ends in one state, with a history that leads there', async () => {
  const { id } = await plan(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
  const commands = ['leave', 'arrive', 'start', 'cancel'] as const;
  await Promise.all(FIFTY.map((n) => sendVisit(desk.client, commands[n % 4]!, id)));
  const visit = await readVisit(desk.client, id);
  const steps = await graph.sql<{ status: string }>(
    'select status from workshop.home_service_change where home_service_id = $1 order by id',
    [id],
  );
  expect(steps.at(-1)!.status).toBe(visit!.status);
  const path = steps.map(({ status }) => status);
  const whole = ['SCHEDULED', 'EN_ROUTE', 'ARRIVED', 'IN_PROGRESS'];
  const reached = path.filter((status) => status !== 'CANCELLED');
  expect(reached).toEqual(whole.slice(0, reached.length));
  await expectBookedOnce();
});

/** Commands at random, with an oracle beside them that knows nothing of how free time is found. */
it.each([
  [20261128, 30],
  [4711, 33],
])(
  'from seed %i: what is free can be planned, what is taken cannot',
  async (seed, week) => {
    const random = new Dice(seed);
    const first = monday(week);
    const meet = (a: { from: number; until: number }, from: number, until: number) =>
      a.from < until && from < a.until;
    for (let step = 0; step < 50; step += 1) {
      const date = addDays(first, random.below(3));
      const startsAt = at(date, 8 + random.below(18) / 2);
      const [minutes, travelMinutes] = [random.pick([30, 60, 120, 240]), random.pick([0, 15, 30, 60])];
      const technician = random.pick([anna, bruno]);
      const isVisit = random.next() < 0.6;
      const road = isVisit ? travelMinutes * 60_000 : 0;
      const from = Date.parse(startsAt) - road;
      const until = Date.parse(startsAt) + minutes * 60_000 + road;
      const open = from >= Date.parse(at(date, 8)) && until <= Date.parse(at(date, 17));
      const theirs = (await occupied()).filter(({ technician: id }) => id === technician.id);
      const taken = theirs.some((one) => meet({ from: +one.from, until: +one.until }, from, until));
      const input = { ...who, startsAt, minutes, technicianId: technician.id };
      const answer = isVisit
        ? await sendPlan(desk.client, { ...input, travelMinutes })
        : await sendBook(desk.client, input);
      expect([step, refusalOf(answer) === undefined]).toEqual([step, open && !taken]);
      if (random.next() < 0.2 && theirs.length) {
        const { id } = random.pick(theirs);
        await sendVisit(desk.client, 'cancel', id);
      }
    }
    await expectBookedOnce();
  },
  60_000,
);

it('a visit that is called off while its technician leaves is one or the other', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await plan(desk.client, {
      ...who,
      startsAt: at(addDays(day, round), 10),
      technicianId: anna.id,
    });
    await Promise.all([sendVisit(anna.client, 'leave', id), sendVisit(desk.client, 'cancel', id)]);
    expect((await readVisit(desk.client, id))!.status).toBe('CANCELLED');
  }
  const { jobCardId } = await atWork(desk.client, bruno, { ...who, startsAt: at(day, 14) });
  expect(jobCardId).toEqual(expect.any(String));
});
