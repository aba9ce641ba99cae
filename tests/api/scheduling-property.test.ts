import { Dice } from '../../program/demo/random';
import { addDays } from '../../shared/time-zone';
import type { GraphAnswer, GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import {
  type Appointment,
  at,
  available,
  monday,
  openWorkshop,
  refusalOf,
  type Slot,
  send,
  sendBook,
  sendHold,
  visitor,
  type Workshop,
} from './scheduling.fixtures';

/**
 * Commands at random, with an oracle beside them that knows nothing of how free slots are found: nothing is ever booked
 * twice, what is offered can be booked, and what is not offered is really taken.
 */
const graph = useGraph();
const STEPS = 60;
const OPENS = 8;
const CLOSES = 17;
const WORKDAYS = 5;

interface Taken {
  id: string;
  status: string;
  bay: string;
  technician: string | null;
  from: number;
  until: number;
  minutes: number;
  overridden: boolean;
}

let shop: Shop;
let client: GraphClient;
let workshop: Workshop;
let visit: { customerId: string; vehicleId: string };

beforeAll(async () => {
  shop = await graph.shop();
  client = shop.admin.client;
  workshop = await openWorkshop(shop, { bays: 2, technicians: 2 });
  visit = await visitor(client, workshop.centre);
});

/** All that takes room, as it stands in the database. */
async function taken(): Promise<Taken[]> {
  const rows = await graph.sql<Omit<Taken, 'from' | 'until'> & { starts_at: Date; ends_at: Date }>(
    `select id, status, bay_id as bay, technician_id as technician, starts_at, ends_at, minutes,
       override_reason is not null as overridden
     from workshop.appointment where organisation_id = $1 and (status in ('BOOKED', 'CONFIRMED', 'CHECKED_IN')
       or status = 'HELD' and held_until > now())`,
    [shop.id],
  );
  return rows.map(({ starts_at, ends_at, ...rest }) => ({ ...rest, from: +starts_at, until: +ends_at }));
}

const meet = (a: { from: number; until: number }, b: { from: number; until: number }): boolean =>
  a.from < b.until && b.from < a.until;

function expectNoOverlap(all: Taken[]): void {
  const proper = all.filter(({ overridden }) => !overridden);
  const pairs = proper.flatMap((a, n) =>
    proper
      .slice(n + 1)
      .filter(
        (b) => meet(a, b) && (a.bay === b.bay || (a.technician !== null && a.technician === b.technician)),
      ),
  );
  expect(pairs).toEqual([]);
}

/** By trying every bay with every technician. Only for work that ends on the day on which it begins. */
function isFree(all: Taken[], from: number, minutes: number): boolean {
  const wish = { from, until: from + minutes * 60_000 };
  const free = (of: (one: Taken) => string | null, id: string) =>
    !all.some((one) => of(one) === id && meet(one, wish));
  return (
    workshop.bays.some((id) => free(({ bay }) => bay, id)) &&
    workshop.technicians.some(({ id }) => free(({ technician }) => technician, id))
  );
}

async function offered(date: string, minutes: number): Promise<Slot[]> {
  const found = await available(client, { serviceCentreId: workshop.centre, from: date, to: date, minutes });
  return found!.slots;
}

/** What is offered on a day is what is free on it, no more and no less. */
async function expectExactOffer(all: Taken[], date: string, minutes: number): Promise<Slot[]> {
  const slots = await offered(date, minutes);
  if (minutes > (CLOSES - OPENS) * 60) return slots;
  const expected: string[] = [];
  for (let hours = OPENS; hours + minutes / 60 <= CLOSES; hours += 0.5)
    if (isFree(all, Date.parse(at(date, hours)), minutes)) expected.push(at(date, hours));
  expect(slots.map(({ startsAt }) => startsAt)).toEqual(expected);
  return slots;
}

const done = (answer: GraphAnswer<Record<string, Appointment> | null>): Appointment => {
  expect(refusalOf(answer)).toBeUndefined();
  return Object.values(answer.data!)[0]!;
};

it.each([
  [20261121, 3],
  [7, 5],
  [424242, 7],
])('from seed %i, in a week of its own', async (seed, weeks) => {
  const first = monday(weeks);
  const random = new Dice(seed);
  const day = () => addDays(first, random.below(WORKDAYS));
  const minutes = () => random.pick([30, 45, 60, 90, 120, 240, 540, 600, 1200]);
  const where = { serviceCentreId: workshop.centre, ...visit };

  const takeOffered = async (command: typeof sendBook | typeof sendHold) => {
    const wanted = minutes();
    const slots = await expectExactOffer(await taken(), day(), wanted);
    if (slots.length === 0) return;
    const { startsAt, endsAt, bayId, technicianId } = random.pick(slots);
    const chosen = random.next() < 0.5 ? { bayId, technicianId } : {};
    const made = done(await command(client, { ...where, ...chosen, startsAt, minutes: wanted }));
    expect([made.startsAt, made.endsAt]).toEqual([startsAt, endsAt]);
  };

  const actions: ((some: Taken | undefined) => Promise<void>)[] = [
    () => takeOffered(sendBook),
    () => takeOffered(sendBook),
    () => takeOffered(sendHold),
    async () => {
      const startsAt = at(day(), 6 + random.below(13));
      const answer = await sendBook(client, { ...where, startsAt, minutes: minutes() });
      expect([undefined, 'CONFLICT', 'BAD_INPUT']).toContain(answer.code);
    },
    async () => {
      const input = { ...where, startsAt: at(day(), 9 + random.below(6)), minutes: 60 };
      done(await sendBook(client, { ...input, override: { reason: 'It must be.' } }));
    },
    async (some) => {
      if (!some) return;
      done(await send(client, 'cancel', some.id));
      const left = await taken();
      if (some.overridden || left.some((one) => one.overridden && meet(one, some))) return;
      const date = new Date(some.from).toISOString().slice(0, 10);
      const again = await offered(date, some.minutes);
      expect(again.map(({ startsAt }) => Date.parse(startsAt))).toContain(some.from);
    },
    async (some) => {
      if (some?.status !== 'BOOKED') return;
      const slots = await offered(day(), some.minutes);
      if (slots.length)
        done(await send(client, 'move', some.id, { input: { startsAt: random.pick(slots).startsAt } }));
    },
    async (some) => {
      if (some?.status !== 'HELD') return;
      await graph.sql(
        "update workshop.appointment set held_until = now() - interval '1 second' where id = $1",
        [some.id],
      );
      await expectExactOffer(await taken(), new Date(some.from).toISOString().slice(0, 10), 60);
    },
  ];
  for (let step = 0; step < STEPS; step += 1) {
    const all = await taken();
    await random.pick(actions)(all.length ? random.pick(all) : undefined);
    expectNoOverlap(await taken());
  }
});
