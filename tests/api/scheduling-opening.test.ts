import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { auditOf } from './customers.fixtures';
import {
  addClosure,
  createBay,
  diaryOf,
  monday,
  refusalOf,
  setHours,
  setShift,
  workdays,
} from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let technician: Member;
const day = monday();

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  technician = await shop.staff('TECHNICIAN');
});

describe('bays', () => {
  it('are set up, listed in their order, changed and taken out of use', async () => {
    const bay = await createBay(manager.client, { name: ' Lift 1 ', kind: 'LIFT', position: 2 });
    expect(bay).toMatchObject({ name: 'Lift 1', kind: 'LIFT', active: true, position: 2, version: 1 });
    await createBay(manager.client, { name: 'Booth', kind: 'PAINT', position: 1 });
    const { bays } = await manager.client.ask<{ bays: object[] }>(
      'query ($id: ID!) { bays(serviceCentreId: $id) { name kind position active createdAt updatedAt serviceCentre { id name } } }',
      { id: shop.centres[0] },
    );
    expect(bays).toMatchObject([
      { name: 'Booth', kind: 'PAINT', serviceCentre: { id: shop.centres[0] } },
      { name: 'Lift 1', kind: 'LIFT' },
    ]);
    const { updateBay } = await manager.client.ask<{ updateBay: object }>(
      `mutation ($id: ID!, $input: UpdateBayInput!) { updateBay(id: $id, input: $input) { name kind active position version } }`,
      {
        id: bay.id,
        input: { name: 'Lift A', kind: 'MOT', active: false, position: 0, expectedVersion: 1 },
      },
    );
    expect(updateBay).toEqual({ name: 'Lift A', kind: 'MOT', active: false, position: 0, version: 2 });
    expect((await auditOf(graph, bay.id)).map(({ action }) => action)).toEqual(['create', 'update']);
  });

  it('have names of their own in a service centre; a key makes one bay', async () => {
    await createBay(manager.client, { name: 'Twin' });
    const send = (input: object) =>
      manager.client.send('mutation ($input: CreateBayInput!) { createBay(input: $input) { id } }', {
        input,
      });
    expect((await send({ name: 'twin' })).code).toBe('CONFLICT');
    expect((await send({ name: ' ' })).code).toBe('BAD_INPUT');
    expect((await send({ name: 'Elsewhere', serviceCentreId: shop.centres[1] })).code).toBe('BAD_INPUT');
    const input = { name: 'Once', idempotencyKey: 'a bay, once' };
    expect((await createBay(manager.client, input)).id).toBe((await createBay(manager.client, input)).id);
  });
});

describe('opening hours', () => {
  it('are a week from a day on, with the rules of booking', async () => {
    const split = [
      { weekday: 'MONDAY', from: '13:00', until: '24:00' },
      { weekday: 'MONDAY', from: '08:00', until: '12:30' },
    ];
    const rules = { slotMinutes: 20, minimumNoticeMinutes: 60, holdMinutes: 15, reminderMinutes: 120 };
    expect(await setHours(manager.client, { validFrom: day, week: split, rules })).toEqual({
      timeZone: 'Europe/Rome',
      active: true,
      ...rules,
      openingHours: [{ validFrom: day, week: [split[1], split[0]] }],
    });
    const again = await setHours(manager.client, {
      validFrom: day,
      week: workdays(),
      rules: { slotMinutes: 30 },
    });
    expect(again).toMatchObject({ slotMinutes: 30, holdMinutes: 15, openingHours: [{ validFrom: day }] });
  });

  it.each([
    [
      'an end before its beginning',
      [{ weekday: 'MONDAY', from: '12:00', until: '08:00' }],
      'input.week.0.until: ORDER',
    ],
    [
      'two that overlap',
      [
        { weekday: 'MONDAY', from: '08:00', until: '12:00' },
        { weekday: 'MONDAY', from: '11:00', until: '13:00' },
      ],
      'input.week.1: OVERLAP',
    ],
    ['a time that is none', [{ weekday: 'MONDAY', from: '8', until: '12:00' }], 'input.week.0.from: MATCHES'],
    [
      'a day that begins at its end',
      [{ weekday: 'MONDAY', from: '24:00', until: '24:00' }],
      'input.week.0.from: MATCHES',
    ],
  ])('refuse %s', async (_, week, expected) => {
    const before = await diaryOf(graph, shop);
    const answer = await manager.client.send(
      'mutation ($input: SetOpeningHoursInput!) { setOpeningHours(input: $input) { timeZone } }',
      { input: { week } },
    );
    expect(refusalOf(answer)).toBe(`BAD_INPUT ${expected}`);
    expect(await diaryOf(graph, shop)).toEqual(before);
  });

  it('refuse slots that make no whole day', async () => {
    const answer = await manager.client.send(
      'mutation ($input: SetOpeningHoursInput!) { setOpeningHours(input: $input) { timeZone } }',
      { input: { week: [], rules: { slotMinutes: 7 } } },
    );
    expect(refusalOf(answer)).toBe('BAD_INPUT input.rules.slotMinutes: DIVIDES_DAY');
  });
});

describe('closures', () => {
  const send = (input: object) =>
    manager.client.send('mutation ($input: AddClosureInput!) { addClosure(input: $input) { id } }', {
      input,
    });

  it('are of the centre or a bay, and are taken back', async () => {
    const bay = await createBay(manager.client);
    const closure = await addClosure(manager.client, { bayId: bay.id, fromDate: day, reason: ' Repair ' });
    expect(closure).toMatchObject({ fromDate: day, toDate: day, reason: 'Repair', bay: { id: bay.id } });
    const { removeClosure } = await manager.client.ask<{ removeClosure: string }>(
      'mutation ($id: ID!) { removeClosure(id: $id) }',
      { id: closure.id },
    );
    expect(removeClosure).toBe(closure.id);
    const again = await manager.client.send('mutation ($id: ID!) { removeClosure(id: $id) }', {
      id: closure.id,
    });
    expect(again.code).toBe('NOT_FOUND');
  });

  it('refuse a last day before the first, more than a year, and bays of elsewhere', async () => {
    const elsewhere = await createBay(shop.admin.client, { serviceCentreId: shop.centres[1] });
    const before = await diaryOf(graph, shop);
    const reason = 'Holidays';
    const refused = async (input: object) => refusalOf(await send({ reason, fromDate: day, ...input }));
    expect(await refused({ toDate: monday(1) })).toBe('BAD_INPUT input.toDate: ORDER');
    expect(await refused({ toDate: monday(60) })).toBe('BAD_INPUT input.toDate: TOO_LONG');
    expect(await refused({ bayId: elsewhere.id })).toBe('BAD_INPUT input.bayId: UNKNOWN');
    expect(await refused({ reason: '' })).toMatch(/^BAD_INPUT input.reason/);
    expect(await diaryOf(graph, shop)).toEqual(before);
  });
});

describe('shifts', () => {
  const send = (input: object) =>
    manager.client.send('mutation ($input: SetShiftInput!) { setShift(input: $input) { id } }', { input });

  it('are a usual week or certain days, each replaced by what is set for its first day', async () => {
    const common = { technicianId: technician.id, fromDate: day };
    const week = await setShift(manager.client, { ...common, week: workdays() });
    expect(week).toMatchObject({
      kind: 'WEEKLY',
      fromDate: day,
      toDate: null,
      days: null,
      technician: { id: technician.id },
    });
    expect(week.week).toHaveLength(5);
    const ill = await setShift(manager.client, { ...common, days: [], reason: 'Ill' });
    expect(ill).toMatchObject({ kind: 'DAYS', toDate: day, week: null, days: [], reason: 'Ill' });
    const [stored] = await graph.sql<{ reason: string }>('select reason from workshop.shift where id = $1', [
      ill.id,
    ]);
    expect(stored!.reason).not.toContain('Ill');
    const half = await setShift(manager.client, { ...common, days: [{ from: '08:00', until: '12:00' }] });
    expect(half).toMatchObject({ id: ill.id, days: [{ from: '08:00', until: '12:00' }], reason: null });
    const { removeShift } = await manager.client.ask<{ removeShift: string }>(
      'mutation ($id: ID!) { removeShift(id: $id) }',
      { id: week.id },
    );
    expect(removeShift).toBe(week.id);
  });

  it('refuse who does not work there, both at once and neither, and days without end', async () => {
    const other = await shop.staff('TECHNICIAN', { centres: [shop.centres[1]!] });
    const both = await shop.staff('TECHNICIAN', { centres: [shop.centres[1]!, shop.centres[0]!] });
    const before = await diaryOf(graph, shop);
    const refused = async (input: object) =>
      refusalOf(await send({ technicianId: both.id, fromDate: day, ...input }));
    const days: object[] = [];
    expect(await refused({ technicianId: other.id, days })).toBe('BAD_INPUT input.technicianId: UNKNOWN');
    expect(await refused({})).toBe('BAD_INPUT input: ONE_OF');
    expect(await refused({ days, week: [] })).toBe('BAD_INPUT input: ONE_OF');
    expect(await refused({ days, toDate: monday(60) })).toBe('BAD_INPUT input.toDate: TOO_LONG');
    expect(await refused({ week: [], toDate: monday(0) })).toBe('BAD_INPUT input.toDate: ORDER');
    expect(await refused({ days: [{ from: '09:00', until: '09:00' }] })).toBe(
      'BAD_INPUT input.days.0.until: ORDER',
    );
    expect(await diaryOf(graph, shop)).toEqual(before);
    const answer = await shop.admin.client.send(
      'mutation ($input: SetShiftInput!) { setShift(input: $input) { id } }',
      { input: { technicianId: other.id, fromDate: day, days, serviceCentreId: shop.centres[0] } },
    );
    expect(refusalOf(answer)).toBe('BAD_INPUT input.technicianId: SERVICE_CENTRE');
  });
});
