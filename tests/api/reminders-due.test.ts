import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { byClock } from './clockwork.fixtures';
import { createVehicle } from './customers.fixtures';
import { created, dayFromNow, type Reminder, record, remindersOf, UPDATE } from './reminders.fixtures';

const graph = useGraph();
let shop: Shop;
let desk: Member;
beforeAll(async () => {
  shop = await graph.shop({ timeZone: 'UTC', centres: 1 });
  desk = await shop.staff('RECEPTIONIST');
});

const DUE = `query ($filter: DueReminderFilter!, $first: Int, $after: String) {
  dueReminders(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id title dueBy isOverdue } pageInfo { hasNextPage endCursor } } }`;
interface Due {
  totalCount: number;
  nodes: { id: string; title: string; dueBy: string; isOverdue: boolean }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
const due = async (client: GraphClient, filter: object = {}, page: object = {}): Promise<Due> =>
  (await client.ask<{ dueReminders: Due }>(DUE, { filter, ...page })).dueReminders;
const titles = ({ nodes }: Due) => nodes.map(({ title }) => title);
const km = (value: number) => ({ value, unit: 'KM' });

describe('what is due', () => {
  beforeAll(async () => {
    const [here, there] = shop.centres as [string, string];
    const { client } = shop.admin;
    const one = (await createVehicle(client, { serviceCentreId: here })).id;
    const other = (await createVehicle(client, { serviceCentreId: there })).id;
    const gone = (await createVehicle(client, { serviceCentreId: here })).id;
    const set = (vehicleId: string, title: string, days: number, more: object = {}) =>
      created(client, vehicleId, { title, dueOn: dayFromNow(days), ...more });
    await set(one, 'in a year', 365);
    await set(one, 'next week', 7);
    await set(one, 'MOT today', 0, { kind: 'MOT' });
    await set(one, 'long ago', -100);
    await set(other, 'elsewhere', 3);
    await set(gone, 'of an archived car', 3);
    const done = await set(one, 'done', 2);
    const off = await set(one, 'dismissed', 2);
    await client.ask(
      'mutation ($done: ID!, $off: ID!, $gone: ID!) { completeReminder(id: $done) { id } dismissReminder(id: $off) { id } archiveVehicle(id: $gone) { id } }',
      { done: done.id, off: off.id, gone },
    );
  });

  it('comes the soonest first, overdue ones included', async () => {
    const all = await due(shop.admin.client);
    expect(titles(all)).toEqual(['long ago', 'MOT today', 'elsewhere', 'next week']);
    expect(all.totalCount).toBe(4);
    expect(all.nodes.map(({ isOverdue }) => isOverdue)).toEqual([true, false, false, false]);
    expect(all.nodes[1]!.dueBy).toBe(dayFromNow(0));
  });

  it.each<[object, string[]]>([
    [{ withinDays: 400 }, ['long ago', 'MOT today', 'elsewhere', 'next week', 'in a year']],
    [{ withinDays: 0 }, ['long ago', 'MOT today']],
    [{ overdue: true }, ['long ago']],
    [{ overdue: false }, ['MOT today', 'elsewhere', 'next week']],
    [{ kinds: ['MOT'] }, ['MOT today']],
    [{ kinds: ['TAX'] }, []],
  ])('by %j', async (filter, expected) => {
    expect(titles(await due(shop.admin.client, filter))).toEqual(expected);
  });

  it('of a centre, and to staff of a centre', async () => {
    expect(titles(await due(shop.admin.client, { serviceCentreId: shop.centres[1] }))).toEqual(['elsewhere']);
    expect(titles(await due(desk.client))).toEqual(['long ago', 'MOT today', 'next week']);
    expect(titles(await due((await graph.shop()).admin.client))).toEqual([]);
  });

  it('in pages', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await due(shop.admin.client, {}, { first: 1, after });
      seen.push(...titles(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['long ago', 'MOT today', 'elsewhere', 'next week']);
  });

  it('is refused beyond ten years', async () => {
    const answer = await shop.admin.client.send(DUE, { filter: { withinDays: 3651 } });
    expect(answer.code).toBe('BAD_INPUT');
  });
});

it('says when it was announced, once the clock has come to it', async () => {
  const { id: car } = await createVehicle(desk.client);
  const { id } = await created(desk.client, car, { dueOn: dayFromNow(1) });
  await byClock(graph, shop.id, 'vehicle.announce-reminders');
  const [reminder] = await remindersOf(desk.client, car);
  expect(reminder).toMatchObject({ id, announcedAt: expect.stringMatching(/Z$/) });
});

describe('what is due by mileage', () => {
  let car: string;
  let reminder: Reminder;
  const estimate = async (): Promise<Reminder> => (await remindersOf(desk.client, car))[0]!;
  beforeEach(async () => {
    car = (await createVehicle(desk.client)).id;
    reminder = await created(desk.client, car, { dueMileage: km(20_000) });
  });

  it('has no day without readings that tell one', async () => {
    expect(reminder).toMatchObject({ estimatedDueOn: null, dueBy: null });
    await record(desk.client, car, 10_000, '2026-01-01T10:00:00Z');
    await record(desk.client, car, 10_900, '2026-01-10T10:00:00Z');
    expect(await estimate()).toMatchObject({ estimatedDueOn: null, dueBy: null, isOverdue: false });
  });

  it('is estimated from what was driven a day, anew with each reading', async () => {
    await record(desk.client, car, 10_000, '2026-01-01T10:00:00Z');
    await record(desk.client, car, 12_000, '2026-01-21T10:00:00Z');
    expect(await estimate()).toMatchObject({ estimatedDueOn: '2026-04-11', dueBy: '2026-04-11', version: 1 });
    await record(desk.client, car, 16_000, '2026-01-31T10:00:00Z');
    expect((await estimate()).estimatedDueOn).toBe('2026-02-20');
    await record(desk.client, car, 20_000, '2026-02-10T10:00:00Z');
    expect((await estimate()).estimatedDueOn).toBe('2026-02-10');
  });

  it('goes by this odometer alone when it was replaced', async () => {
    await record(desk.client, car, 900_000, '2026-01-01T10:00:00Z');
    await record(desk.client, car, 10_000, '2026-02-01T10:00:00Z', { kind: 'REPLACEMENT' });
    expect((await estimate()).estimatedDueOn).toBeNull();
    await record(desk.client, car, 11_000, '2026-02-21T10:00:00Z');
    expect((await estimate()).estimatedDueOn).toBe('2026-08-20');
  });

  it('counts miles and kilometres as what they are', async () => {
    await record(desk.client, car, 0, '2026-01-01T10:00:00Z');
    await record(desk.client, car, 6_214, '2026-01-21T10:00:00Z', { unit: 'MI' });
    expect((await estimate()).estimatedDueOn).toBe('2026-02-10');
  });

  it('or by its day when that is earlier, and by neither when the mileage is cleared', async () => {
    await record(desk.client, car, 10_000, '2026-01-01T10:00:00Z');
    await record(desk.client, car, 12_000, '2026-01-21T10:00:00Z');
    const change = (input: object) => desk.client.ask(UPDATE, { id: reminder.id, input });
    await change({ dueOn: '2026-03-01' });
    expect(await estimate()).toMatchObject({ estimatedDueOn: '2026-04-11', dueBy: '2026-03-01' });
    await change({ dueMileage: km(13_000) });
    expect(await estimate()).toMatchObject({ estimatedDueOn: '2026-01-31', dueBy: '2026-01-31' });
    await change({ dueMileage: null });
    expect(await estimate()).toMatchObject({ estimatedDueOn: null, dueBy: '2026-03-01' });
  });

  it('stands in the list of what is due', async () => {
    await record(desk.client, car, 10_000, '2026-01-01T10:00:00Z');
    await record(desk.client, car, 12_000, '2026-01-21T10:00:00Z');
    const { nodes } = await due(desk.client, { overdue: true }, { first: 100 });
    expect(nodes.map(({ id }) => id)).toContain(reminder.id);
  });
});
