import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, createCustomer, createVehicle, eventsOf, problemsOf } from './customers.fixtures';
import {
  complete,
  create,
  created,
  DISMISS,
  dayFromNow,
  type Reminder,
  record,
  remindersOf,
  UPDATE,
} from './reminders.fixtures';

const graph = useGraph();
let shop: Shop;
let desk: Member;
let car: string;
beforeAll(async () => {
  shop = await graph.shop({ timeZone: 'UTC' });
  desk = await shop.staff('RECEPTIONIST');
});
beforeEach(async () => {
  car = (await createVehicle(desk.client)).id;
});

const NOBODY = '01a1fa6a-ce0d-7513-9abd-c393af773971';
const km = (value: number) => ({ value, unit: 'KM' });

it('is set with all that is said of it', async () => {
  const made = await created(desk.client, car, {
    title: ' Big service ',
    note: 'With belt',
    dueOn: '2031-05-06',
    dueMileage: km(90_000),
    noticeDays: 10,
    repeatMonths: 24,
    repeatMileage: { value: 20_000, unit: 'MI' },
  });
  expect(made).toMatchObject({
    version: 1,
    kind: 'SERVICE',
    source: 'STAFF',
    title: 'Big service',
    note: 'With belt',
    status: 'OPEN',
    dueOn: '2031-05-06',
    dueMileage: km(90_000),
    estimatedDueOn: null,
    dueBy: '2031-05-06',
    noticeDays: 10,
    isOverdue: false,
    repeatMonths: 24,
    repeatMileage: { value: 20_000, unit: 'MI' },
    announcedAt: null,
    completedOn: null,
    completedMileage: null,
    dismissedReason: null,
    vehicle: { id: car },
  });
  expect(await remindersOf(desk.client, car)).toEqual([made]);
  expect(await eventsOf(graph, made.id)).toEqual(['VehicleReminderCreated']);
});

it.each<[string, object, string]>([
  ['neither day nor mileage', {}, 'dueOn: REQUIRED'],
  ['no title where the kind says nothing', { kind: 'OTHER', dueOn: '2031-01-01' }, 'title: REQUIRED'],
  ['a notice of more than a year', { dueOn: '2031-01-01', noticeDays: 366 }, 'noticeDays: MAX'],
  ['no months to repeat', { dueOn: '2031-01-01', repeatMonths: 0 }, 'repeatMonths: MIN'],
  [
    'no distance to repeat',
    { dueOn: '2031-01-01', repeatMileage: km(0) },
    'repeatMileage.value: OUT_OF_RANGE',
  ],
  ['a mileage below nought', { dueMileage: km(-1) }, 'dueMileage.value: MIN'],
  ['a blank title', { dueOn: '2031-01-01', title: ' ' }, 'title: MATCHES'],
])('with %s it is bad input and changes nothing', async (_, input, problem) => {
  expect(problemsOf(await create(desk.client, car, input))).toEqual([problem]);
  expect(await remindersOf(desk.client, car)).toEqual([]);
});

it('a vehicle that is not there or archived takes none; a key gives the first result', async () => {
  expect((await create(desk.client, NOBODY, { dueOn: '2031-01-01' })).code).toBe('NOT_FOUND');
  const input = { dueOn: '2031-01-01', idempotencyKey: 'one reminder' };
  const first = await created(desk.client, car, input);
  expect((await created(desk.client, car, input)).id).toBe(first.id);
  expect(await remindersOf(desk.client, car)).toHaveLength(1);
  await desk.client.ask('mutation ($id: ID!) { archiveVehicle(id: $id) { id } }', { id: car });
  expect((await create(desk.client, car, { dueOn: '2031-01-01' })).code).toBe('CONFLICT');
});

it('of fifty MOT reminders at once, one is set', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => create(desk.client, car, { kind: 'MOT', dueOn: '2031-01-01' })),
  );
  const codes = answers.map(({ code }) => code ?? 'DONE').sort();
  expect(codes).toEqual([...Array.from({ length: 49 }, () => 'CONFLICT'), 'DONE']);
  expect(await remindersOf(desk.client, car)).toHaveLength(1);
});

describe('is changed', () => {
  const update = (id: string, input: object) =>
    desk.client.send<{ updateReminder: Reminder }>(UPDATE, { id, input });

  it('where something is said, cleared by null, for the version that was seen', async () => {
    const made = await created(desk.client, car, { dueOn: '2031-01-01', title: 'Oil', repeatMonths: 12 });
    const { data } = await update(made.id, {
      dueOn: '2031-02-01',
      repeatMonths: null,
      noticeDays: 3,
      expectedVersion: 1,
    });
    expect(data.updateReminder).toMatchObject({
      version: 2,
      title: 'Oil',
      dueOn: '2031-02-01',
      dueBy: '2031-02-01',
      repeatMonths: null,
      noticeDays: 3,
    });
    expect((await update(made.id, { title: 'Other', expectedVersion: 1 })).code).toBe('CONFLICT');
    expect((await update(made.id, { noticeDays: 3 })).data.updateReminder.version).toBe(2);
    expect(await eventsOf(graph, made.id)).toEqual(['VehicleReminderCreated', 'VehicleReminderUpdated']);
  });

  it('but not to neither day nor mileage, and not when it is closed', async () => {
    const made = await created(desk.client, car, { dueOn: '2031-01-01' });
    expect(problemsOf(await update(made.id, { dueOn: null }))).toEqual(['dueOn: REQUIRED']);
    expect((await update(NOBODY, { title: 'A' })).code).toBe('NOT_FOUND');
    expect((await update('no id', { title: 'A' })).code).toBe('NOT_FOUND');
    await desk.client.ask(DISMISS, { id: made.id });
    expect((await update(made.id, { title: 'Late' })).code).toBe('INVALID_TRANSITION');
  });
});

describe('is completed', () => {
  it('and the next one follows by its intervals, once, of fifty at once', async () => {
    const made = await created(desk.client, car, {
      title: 'Oil',
      dueOn: '2026-01-31',
      dueMileage: km(60_000),
      noticeDays: 5,
      repeatMonths: 1,
      repeatMileage: { value: 10_000, unit: 'MI' },
    });
    const input = { completedOn: '2026-01-31', mileage: km(59_000), expectedVersion: 1 };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => complete(desk.client, made.id, input)),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ data }) => data.completeReminder.next!.id)).size).toBe(1);
    expect(answers[0]!.data.completeReminder).toMatchObject({
      status: 'COMPLETED',
      completedOn: '2026-01-31',
      completedMileage: km(59_000),
      next: {
        status: 'OPEN',
        title: 'Oil',
        dueOn: '2026-02-28',
        dueMileage: { value: 46_661, unit: 'MI' },
        noticeDays: 5,
        repeatMonths: 1,
        repeatMileage: { value: 10_000, unit: 'MI' },
      },
    });
    expect(await remindersOf(desk.client, car)).toHaveLength(2);
    expect(await remindersOf(desk.client, car, true)).toHaveLength(1);
    expect(await eventsOf(graph, made.id)).toEqual(['VehicleReminderCreated', 'VehicleReminderCompleted']);
  });

  it('today unless said otherwise, its next mileage from the latest reading', async () => {
    await record(desk.client, car, 30_000, '2026-01-01T10:00:00Z');
    const made = await created(desk.client, car, { dueMileage: km(29_000), repeatMileage: km(15_000) });
    const { data } = await complete(desk.client, made.id);
    expect(data.completeReminder).toMatchObject({
      completedOn: dayFromNow(0),
      completedMileage: null,
      next: { dueOn: null, dueMileage: km(45_000) },
    });
  });

  it('without an interval nothing follows; not in the future, not once it is dismissed', async () => {
    const made = await created(desk.client, car, { dueOn: '2031-01-01' });
    expect(problemsOf(await complete(desk.client, made.id, { completedOn: dayFromNow(2) }))).toEqual([
      'completedOn: IN_FUTURE',
    ]);
    expect((await complete(desk.client, made.id, { expectedVersion: 7 })).code).toBe('CONFLICT');
    expect((await complete(desk.client, made.id)).data.completeReminder.next).toBeNull();
    const other = await created(desk.client, car, { dueOn: '2031-01-01' });
    await desk.client.ask(DISMISS, { id: other.id });
    const refused = await complete(desk.client, other.id);
    expect(refused.code).toBe('INVALID_TRANSITION');
    expect(refused.errors[0]!.extensions).toMatchObject({ from: 'DISMISSED', to: 'COMPLETED', allowed: [] });
  });
});

it('is dismissed with a reason, again with nothing happening, and not once it is completed', async () => {
  const made = await created(desk.client, car, { dueOn: '2031-01-01', repeatMonths: 1 });
  const dismiss = (reason: string) =>
    desk.client.send<{ dismissReminder: Reminder }>(DISMISS, { id: made.id, reason });
  expect((await dismiss(' Sold ')).data.dismissReminder).toMatchObject({
    status: 'DISMISSED',
    dismissedReason: 'Sold',
    version: 2,
  });
  expect((await dismiss('Other')).data.dismissReminder).toMatchObject({
    dismissedReason: 'Sold',
    version: 2,
  });
  expect(await remindersOf(desk.client, car)).toHaveLength(1);
  const done = await created(desk.client, car, { dueOn: '2031-01-01' });
  await complete(desk.client, done.id);
  expect((await desk.client.send(DISMISS, { id: done.id })).code).toBe('INVALID_TRANSITION');
});

describe('a customer', () => {
  it('sets an MOT reminder for themselves, whatever the shop or a former owner has set', async () => {
    const [one, two] = [await createCustomer(desk.client), await createCustomer(desk.client)];
    const [seller, buyer] = [await accountOf(graph, shop, one.id), await accountOf(graph, shop, two.id)];
    const own = (await createVehicle(seller.client)).id;
    const mot = { kind: 'MOT', dueOn: '2031-01-01' };
    await created(seller.client, own, mot);
    await created(shop.admin.client, own, mot);
    expect((await create(shop.admin.client, own, mot)).code).toBe('CONFLICT');
    await shop.admin.client.ask(
      'mutation ($id: ID!, $to: ID!) { transferVehicleOwnership(id: $id, customerId: $to) { id } }',
      { id: own, to: two.id },
    );
    expect((await create(buyer.client, own, mot)).code).toBeUndefined();
  });

  it('has reminders of their own car; the next owner sees none of them', async () => {
    const [one, two] = [await createCustomer(desk.client), await createCustomer(desk.client)];
    const [seller, buyer] = [await accountOf(graph, shop, one.id), await accountOf(graph, shop, two.id)];
    const own = (await createVehicle(seller.client)).id;
    expect((await create(seller.client, car, { dueOn: '2031-01-01' })).code).toBe('NOT_FOUND');
    const made = await created(seller.client, own, { dueOn: '2031-01-01', note: 'Before the holidays' });
    expect(made).toMatchObject({ source: 'CUSTOMER' });
    const shops = await created(shop.admin.client, own, { kind: 'MOT', dueOn: '2031-01-01' });
    expect((await remindersOf(seller.client, own)).map(({ id }) => id)).toEqual([shops.id, made.id]);
    expect(
      (await seller.client.send(UPDATE, { id: shops.id, input: { noticeDays: 1 } })).code,
    ).toBeUndefined();
    for (const client of [buyer.client, (await graph.shop()).admin.client]) {
      expect((await client.send(UPDATE, { id: made.id, input: { note: 'Mine' } })).code).toBe('NOT_FOUND');
      expect((await complete(client, made.id)).code).toBe('NOT_FOUND');
      expect((await client.send(DISMISS, { id: made.id })).code).toBe('NOT_FOUND');
    }
    await shop.admin.client.ask(
      'mutation ($id: ID!, $to: ID!) { transferVehicleOwnership(id: $id, customerId: $to) { id } }',
      { id: own, to: two.id },
    );
    expect(await remindersOf(buyer.client, own)).toEqual([]);
    expect((await complete(seller.client, made.id)).code).toBe('NOT_FOUND');
    expect(await remindersOf(shop.admin.client, own)).toHaveLength(2);
  });
});
