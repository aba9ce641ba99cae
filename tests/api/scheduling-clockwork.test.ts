import { addSeconds } from '../../shared/clock';
import type { ClockworkItem } from '../../shared/clockwork/clockwork';
import {
  remindOfAppointments,
  sweepHoldsItem,
} from '../../subgraphs/workshop/scheduling/appointments/clockwork';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { FACTS, system } from '../harness/subgraphs';
import { openSubgraphsOn, type SubgraphsOn } from '../security/subgraphs-on.fixtures';
import { eventsOf } from './customers.fixtures';
import {
  at,
  book,
  historyOf,
  hold,
  monday,
  openWorkshop,
  read,
  run,
  visitor,
  type Workshop,
} from './scheduling.fixtures';

/** What happens by the clock: holds that are over are written down, customers are reminded once. */
const graph = useGraph();
let shop: Shop;
let workshop: Workshop;
let subgraphs: SubgraphsOn;
let visit: { customerId: string; vehicleId: string };
let weeks = 1;
let day: string;

beforeAll(async () => {
  shop = await graph.shop();
  workshop = await openWorkshop(shop, { bays: 1 });
  visit = await visitor(shop.admin.client, workshop.centre);
  subgraphs = await openSubgraphsOn(graph.databaseUrl);
});
afterAll(() => subgraphs?.close());
beforeEach(() => {
  weeks += 1;
  day = monday(weeks);
});

const tick = (item: ClockworkItem, until = new Date()): Promise<void> =>
  item.run(subgraphs.of('workshop').context(system(shop.id), FACTS), {
    since: addSeconds(until, -900),
    until,
  });
const booking = (hours: number) =>
  book(shop.admin.client, { serviceCentreId: workshop.centre, ...visit, startsAt: at(day, hours) });
const reminders = async (id: string) =>
  (await eventsOf(graph, id)).filter((name) => name === 'AppointmentReminderDue');
const remindAt = async (id: string): Promise<Date | null> => {
  const [row] = await graph.sql<{ at: Date | null }>(
    'select remind_at as at from workshop.appointment where id = $1',
    [id],
  );
  return row!.at;
};

it('holds that are over are cancelled, those that are not stay; again, nothing happens', async () => {
  const over = await hold(shop.admin.client, { serviceCentreId: workshop.centre, startsAt: at(day, 9) });
  const kept = await hold(shop.admin.client, { serviceCentreId: workshop.centre, startsAt: at(day, 10) });
  await graph.sql("update workshop.appointment set held_until = now() - interval '1 second' where id = $1", [
    over.id,
  ]);
  await Promise.all([tick(sweepHoldsItem), tick(sweepHoldsItem)]);
  await tick(sweepHoldsItem);
  expect(await read(shop.admin.client, over.id)).toMatchObject({
    status: 'CANCELLED',
    cancelReason: 'The hold lapsed.',
  });
  expect(await read(shop.admin.client, kept.id)).toMatchObject({ status: 'HELD' });
  expect(
    (await historyOf(shop.admin.client, over.id)).map(({ action, changedBy }) => [action, changedBy]),
  ).toEqual([
    ['HELD', { id: shop.admin.id }],
    ['LAPSED', null],
  ]);
});

it('a reminder goes out a day before, once', async () => {
  const { id } = await booking(9);
  const due = new Date(Date.parse(at(day, 9)) - 24 * 3_600_000);
  expect(await remindAt(id)).toEqual(due);
  await tick(remindOfAppointments, addSeconds(due, -1));
  expect(await reminders(id)).toEqual([]);
  await Promise.all([tick(remindOfAppointments, due), tick(remindOfAppointments, due)]);
  await tick(remindOfAppointments, addSeconds(due, 900));
  expect(await reminders(id)).toEqual(['AppointmentReminderDue']);
  const [event] = await graph.sql<{ payload: object; subject_type: string }>(
    "select payload, subject_type from platform.event where subject_id = $1 and name = 'AppointmentReminderDue'",
    [id],
  );
  expect(event).toEqual({
    subject_type: 'Appointment',
    payload: { serviceCentreId: workshop.centre, ...visit },
  });
});

it('what is moved is reminded of anew; what is called off or has begun, no more', async () => {
  const moved = await booking(9);
  const off = await booking(11);
  const begun = await booking(13);
  const due = new Date(Date.parse(at(day, 9)));
  await tick(remindOfAppointments, due);
  expect(await reminders(moved.id)).toHaveLength(1);
  await run(shop.admin.client, 'move', moved.id, { input: { startsAt: at(monday(weeks + 20), 9) } });
  const later = new Date(Date.parse(at(monday(weeks + 20), 9)));
  expect(await remindAt(moved.id)).toEqual(addSeconds(later, -24 * 3600));

  await graph.sql('update workshop.appointment set remind_at = now() where id = any($1)', [
    [off.id, begun.id],
  ]);
  await run(shop.admin.client, 'cancel', off.id);
  await graph.sql(
    `update workshop.appointment set starts_at = now() - interval '1 minute', ends_at = now() + interval '1 minute'
     where id = $1`,
    [begun.id],
  );
  const remindersOfBoth = async () => [await reminders(off.id), await reminders(begun.id)];
  const before = await remindersOfBoth();
  await tick(remindOfAppointments, later);
  expect(await reminders(moved.id)).toHaveLength(2);
  expect(await remindersOfBoth()).toEqual(before);
  expect([await remindAt(off.id), await remindAt(begun.id)]).toEqual([null, null]);
});

it('what is booked for tomorrow morning at this hour is not reminded of at once', async () => {
  const { id } = await booking(9);
  await graph.sql('update workshop.centre_schedule set reminder_minutes = 20160 where id = $1', [
    workshop.centre,
  ]);
  const soon = await booking(12);
  await graph.sql('update workshop.centre_schedule set reminder_minutes = 1440 where id = $1', [
    workshop.centre,
  ]);
  expect(await remindAt(id)).not.toBeNull();
  expect(new Date(at(day, 12)).getTime() - Date.now() > 20160 * 60_000).toBe(
    (await remindAt(soon.id)) !== null,
  );
});

it('after a long stop each that is still to come is reminded of once', async () => {
  const all = [];
  for (const hours of [8, 9, 10, 11, 12, 13, 14, 15, 16]) all.push(await booking(hours));
  const ids = all.map(({ id }) => id);
  await graph.sql(
    "update workshop.appointment set remind_at = now() - interval '3 days' where id = any($1)",
    [ids],
  );
  await graph.sql(
    `update workshop.appointment set starts_at = starts_at - interval '1 year', ends_at = ends_at - interval '1 year'
     where id = any($1)`,
    [ids.slice(0, 4)],
  );
  await tick(remindOfAppointments);
  await tick(remindOfAppointments);
  const counts: number[] = [];
  for (const id of ids) counts.push((await reminders(id)).length);
  expect(counts).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1]);
});
