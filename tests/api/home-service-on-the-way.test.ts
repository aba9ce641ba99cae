import { addDays } from '../../shared/time-zone';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { ALWAYS, openAlways } from '../security/records-of-scheduling.fixtures';
import { accountOf, auditOf, eventsOf, eventually } from './customers.fixtures';
import {
  atWork,
  doVisit,
  onSite,
  plan,
  positionOf,
  readVisit,
  sendVisit,
  VISIT_COMMANDS,
  visitHistory,
  visitsKept,
} from './home-service.fixtures';
import { cancel as cancelCard, expectRefusal, putInState, requireInspection } from './job-cards.fixtures';
import {
  at,
  available,
  monday,
  openWorkshop,
  refusalOf,
  setShift,
  visitor,
  type Workshop,
} from './scheduling.fixtures';
import { minuteLasts } from './sign-in.fixtures';

const graph = useGraph();
let shop: Shop;
let desk: Member;
let manager: Member;
let workshop: Workshop;
let anna: Member;
let bruno: Member;
let who: { customerId: string; vehicleId: string };
let week = 2;
let day: string;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  desk = await shop.staff('ADVISOR');
  manager = await shop.staff('MANAGER');
  workshop = await openWorkshop(shop, { bays: 1, technicians: 2 });
  [anna, bruno] = workshop.technicians as [Member, Member];
  who = await visitor(desk.client);
});
beforeEach(() => {
  week += 1;
  day = monday(week);
});
/** Nobody stays on the way: that is refused to them for the next one. */
afterEach(() =>
  graph.sql(
    `update workshop.home_service set status = 'CANCELLED' where organisation_id = $1 and status = 'EN_ROUTE'`,
    [shop.id],
  ),
);

const planned = () => plan(desk.client, { ...who, startsAt: at(day, 10), technicianId: anna.id });
const underWay = async () => doVisit(anna.client, 'leave', (await planned()).id);
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** States of jobs that are not this test's to lead to. */
const putJob = (id: string, status: string) => putInState(graph, id, status, anna.id);

describe('on the way', () => {
  it('tells when the technician is expected: as they say, or as it was planned', async () => {
    const said = inMinutes(20).toISOString();
    const first = await doVisit(anna.client, 'leave', (await planned()).id, { arrival: said });
    expect([first.status, first.expectedArrivalAt]).toEqual(['EN_ROUTE', said]);
    const second = await plan(desk.client, { ...who, startsAt: at(day, 10), technicianId: bruno.id });
    const left = await doVisit(bruno.client, 'leave', second.id);
    expect(Date.parse(left.expectedArrivalAt!)).toBe(Date.parse(left.routeStartedAt!) + 30 * 60_000);
    expect((await doVisit(bruno.client, 'leave', second.id)).version).toBe(left.version);
    expect((await eventsOf(graph, second.id)).slice(2)).toEqual(['HomeServiceEnRoute']);
  });

  it('is nobody to two places at once, and refuses arrivals that cannot be', async () => {
    await underWay();
    const { id } = await plan(desk.client, { ...who, startsAt: at(day, 14), technicianId: anna.id });
    const before = await visitsKept(graph, shop);
    expect(refusalOf(await sendVisit(anna.client, 'leave', id))).toBe('CONFLICT ON_THE_WAY');
    const leave = async (arrival: Date) => refusalOf(await sendVisit(anna.client, 'leave', id, { arrival }));
    expect(await leave(inMinutes(-1))).toBe('BAD_INPUT expectedArrivalAt: IN_PAST');
    expect(await leave(inMinutes(25 * 60))).toBe('BAD_INPUT expectedArrivalAt: TOO_LATE');
    expect(await visitsKept(graph, shop)).toEqual(before);
  });

  it('keeps the last place alone, for who sees the visit, and forgets it on arrival', async () => {
    const { id } = await underWay();
    expect(await positionOf(desk.client, id)).toBeNull();
    await doVisit(anna.client, 'locate', id, { input: { latitude: 45.07, longitude: 7.69 } });
    const arrival = inMinutes(8).toISOString();
    const located = await doVisit(anna.client, 'locate', id, {
      input: { latitude: -1.286389, longitude: 36.817223, expectedArrivalAt: arrival },
    });
    expect(located.position).toEqual({
      latitude: -1.286389,
      longitude: 36.817223,
      at: expect.any(String),
    });
    expect(located.expectedArrivalAt).toBe(arrival);
    const rows = await graph.sql<{ latitude: string }>(
      'select latitude, longitude from workshop.home_service_position where id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/1\.286|36\.817/);
    const customer = await accountOf(graph, shop, who.customerId);
    const other = await shop.staff('TECHNICIAN');
    expect(await positionOf(desk.client, id)).toEqual(located.position);
    expect(await positionOf(customer.client, id)).toEqual(located.position);
    expect(await readVisit(other.client, id)).toBeNull();
    expect(JSON.stringify(await auditOf(graph, id))).not.toMatch(/45\.07(?!\d)|latitude/);
    expect((await eventsOf(graph, id)).slice(3)).toEqual(['HomeServiceLocated', 'HomeServiceLocated']);

    const there = await doVisit(anna.client, 'arrive', id);
    expect([there.status, there.position]).toEqual(['ARRIVED', null]);
    expect((await doVisit(anna.client, 'arrive', id)).version).toBe(there.version);
    expect(await graph.sql('select id from workshop.home_service_position where id = $1', [id])).toEqual([]);
    const late = await sendVisit(anna.client, 'locate', id, { input: { latitude: 1, longitude: 1 } });
    expectRefusal(late, 'INVALID_TRANSITION');
  });

  it('forgets the place of a visit that is called off', async () => {
    const { id } = await underWay();
    await doVisit(anna.client, 'locate', id, { input: { latitude: 45, longitude: 7 } });
    expect((await doVisit(manager.client, 'cancel', id)).position).toBeNull();
    expect(await graph.sql('select id from workshop.home_service_position where id = $1', [id])).toEqual([]);
  });

  it('takes the place from the technician alone, where there is such a place, so often and no more', async () => {
    const { id } = await underWay();
    const before = await visitsKept(graph, shop);
    const input = { latitude: 45, longitude: 7 };
    for (const { client } of [shop.admin, manager, desk])
      expectRefusal(await sendVisit(client, 'locate', id, { input }), 'NOT_FOUND');
    const locate = async (where: object) =>
      refusalOf(await sendVisit(anna.client, 'locate', id, { input: { ...input, ...where } }));
    expect(await locate({ latitude: 90.1 })).toBe('BAD_INPUT input.latitude: MAX');
    expect(await locate({ latitude: -90.1 })).toBe('BAD_INPUT input.latitude: MIN');
    expect(await locate({ longitude: 180.1 })).toBe('BAD_INPUT input.longitude: MAX');
    expect(await locate({ longitude: -180.1 })).toBe('BAD_INPUT input.longitude: MIN');
    expect(await locate({ expectedArrivalAt: inMinutes(-1) })).toBe(
      'BAD_INPUT input.expectedArrivalAt: IN_PAST',
    );
    expect(await visitsKept(graph, shop)).toEqual(before);
    // Counted by the minute, however long the machine takes.
    await sendVisit(anna.client, 'locate', id, { input });
    await minuteLasts(graph, 'locations of a visit');
    const many = await Promise.all(
      Array.from({ length: 14 }, () => sendVisit(anna.client, 'locate', id, { input })),
    );
    expect(many.filter(({ code }) => code === undefined)).toHaveLength(11);
    expect(many.filter(({ code }) => code === 'RATE_LIMITED')).toHaveLength(3);
  });
});

describe('on site', () => {
  it('makes the job card with the visit, for the technician who is there', async () => {
    const { id } = await onSite(desk.client, anna, { ...who, startsAt: at(day, 10), notes: 'It leaks.' });
    const begun = await doVisit(anna.client, 'start', id);
    expect(begun).toMatchObject({
      status: 'IN_PROGRESS',
      jobCard: { status: 'ASSIGNED', complaint: 'It leaks.', technician: { id: anna.id } },
    });
    const { jobCard } = await anna.client.ask<{ jobCard: { homeVisit: object } }>(
      'query ($id: ID!) { jobCard(id: $id) { homeVisit { id } } }',
      { id: begun.jobCard!.id },
    );
    expect(jobCard.homeVisit).toEqual({ id });
    expect((await doVisit(anna.client, 'start', id)).jobCard).toEqual(begun.jobCard);
    const events = await graph.sql<{ name: string; payload: object }>(
      'select name, payload from platform.event where subject_id = $1 order by position',
      [begun.jobCard!.id],
    );
    const about = { ...who, serviceCentreId: workshop.centre };
    expect(events).toEqual([
      { name: 'JobCardCreated', payload: about },
      { name: 'JobCardAssigned', payload: { ...about, technicianId: anna.id, formerTechnicianId: null } },
    ]);
    expect((await visitHistory(anna.client, id)).map(({ action, status }) => [action, status])).toEqual([
      ['SCHEDULED', 'SCHEDULED'],
      ['EN_ROUTE', 'EN_ROUTE'],
      ['ARRIVED', 'ARRIVED'],
      ['STARTED', 'IN_PROGRESS'],
    ]);
  });

  it('where the shop wants vehicles inspected, goes on once the technician has looked', async () => {
    await requireInspection(shop, true);
    const { id } = await onSite(desk.client, anna, { ...who, startsAt: at(day, 10) });
    const { jobCard } = await doVisit(anna.client, 'start', id);
    await requireInspection(shop, false);
    expect(jobCard).toMatchObject({ status: 'CREATED', technician: { id: anna.id } });
    expect(jobCard!.complaint).toMatch(/^Home visit HS-/);
    await anna.client.ask(
      `mutation ($input: RecordPreInspectionInput!) { recordPreInspection(input: $input) { status } }`,
      { input: { jobCardId: jobCard!.id, issues: ['A flat battery.'] } },
    );
    await eventually(async () =>
      expect((await readVisit(anna.client, id))!.jobCard!.status).toBe('ASSIGNED'),
    );
    for (const command of ['startJobCard', 'completeJobCard'])
      await anna.client.ask(`mutation ($id: ID!) { ${command}(id: $id) { id } }`, { id: jobCard!.id });
    expect((await doVisit(anna.client, 'complete', id)).status).toBe('COMPLETED');
    expect(await eventsOf(graph, jobCard!.id)).toEqual([
      'JobCardCreated',
      'JobCardInspected',
      'JobCardAssigned',
      'JobCardStarted',
      'JobCardCompleted',
    ]);
  });

  it('is over with its job, and not before', async () => {
    const { id, jobCardId } = await atWork(desk.client, anna, { ...who, startsAt: at(day, 10) });
    for (const status of ['ASSIGNED', 'IN_PROGRESS', 'WAITING_PARTS', 'CANCELLED']) {
      await putJob(jobCardId, status);
      const before = await visitsKept(graph, shop);
      const refused = await sendVisit(anna.client, 'complete', id);
      expect(refusalOf(refused)).toBe('CONFLICT JOB_NOT_COMPLETED');
      expect(refused.errors[0]!.extensions.jobStatus).toBe(status);
      expect(await visitsKept(graph, shop)).toEqual(before);
    }
    await putJob(jobCardId, 'COMPLETED');
    const done = await doVisit(anna.client, 'complete', id, { notes: ' All well. ' });
    const instant = expect.any(String);
    expect(done).toMatchObject({
      status: 'COMPLETED',
      completionNotes: 'All well.',
      routeStartedAt: instant,
      arrivedAt: instant,
      startedAt: instant,
      completedAt: instant,
    });
    expect((await doVisit(anna.client, 'complete', id)).version).toBe(done.version);
    expect((await eventsOf(graph, id)).at(-1)).toBe('HomeServiceCompleted');
    expect(await graph.sql('select id from workshop.technician_time where id = $1', [id])).toEqual([]);
    const delivered = await atWork(desk.client, anna, { ...who, startsAt: at(day, 14) });
    await putJob(delivered.jobCardId, 'DELIVERED');
    expect((await doVisit(anna.client, 'complete', delivered.id)).status).toBe('COMPLETED');
  });

  it('is called off once it has begun only when its job was', async () => {
    const { id, jobCardId } = await atWork(desk.client, anna, { ...who, startsAt: at(day, 10) });
    const before = await visitsKept(graph, shop);
    expect(refusalOf(await sendVisit(manager.client, 'cancel', id))).toBe('CONFLICT JOB_OPEN');
    expect(await visitsKept(graph, shop)).toEqual(before);
    await putJob(jobCardId, 'COMPLETED');
    expect(refusalOf(await sendVisit(manager.client, 'cancel', id))).toBe('CONFLICT JOB_DONE');
    await putJob(jobCardId, 'IN_PROGRESS');
    expect((await cancelCard(manager.client, jobCardId)).errors).toEqual([]);
    const off = await doVisit(manager.client, 'cancel', id);
    expect([off.status, off.jobCard!.status]).toEqual(['CANCELLED', 'CANCELLED']);
  });

  it('keeps its technician until they can be back, however late it is', async () => {
    const always = await graph.shop();
    const { client } = always.admin;
    const centre = always.centres[0]!;
    await openAlways({ client, centre });
    const tito = await always.staff('TECHNICIAN');
    await setShift(client, {
      serviceCentreId: centre,
      technicianId: tito.id,
      fromDate: '2020-01-01',
      week: ALWAYS,
    });
    const { id } = await atWork(client, tito, {
      ...(await visitor(client)),
      serviceCentreId: centre,
      startsAt: at(day, 10),
      travelMinutes: 90,
    });
    await graph.sql(
      `update workshop.home_service set leaves_at = now() - interval '5.5 hours', starts_at = now() - interval '4 hours',
         ends_at = now() - interval '3 hours', returns_at = now() - interval '1.5 hours' where id = $1`,
      [id],
    );
    const today = new Date().toISOString().slice(0, 10);
    const minutesUntilFree = async () => {
      const search = { from: today, to: addDays(today, 1), minutes: 30, homeService: true, travelMinutes: 0 };
      const found = await available(client, { serviceCentreId: centre, ...search });
      return (Date.parse(found!.slots[0]!.startsAt) - Date.now()) / 60_000;
    };
    expect(await minutesUntilFree()).toBeGreaterThan(89);
    await graph.sql("update workshop.home_service set status = 'CANCELLED' where id = $1", [id]);
    expect(await minutesUntilFree()).toBeLessThan(31);
  });
});

it('goes through its states in order and no other way', async () => {
  const input = {
    schedule: { startsAt: at(day, 12) },
    assign: { technicianId: bruno.id },
    locate: { latitude: 1, longitude: 1 },
    update: { notes: 'x' },
  };
  const may: Record<string, readonly string[]> = {
    SCHEDULED: ['schedule', 'assign', 'leave', 'cancel', 'update'],
    EN_ROUTE: ['leave', 'locate', 'arrive', 'cancel', 'update'],
    ARRIVED: ['arrive', 'start', 'cancel'],
    IN_PROGRESS: ['start'],
    COMPLETED: ['complete'],
    CANCELLED: ['cancel'],
  };
  const { id, jobCardId } = await atWork(desk.client, anna, { ...who, startsAt: at(day, 10) });
  for (const [status, allowed] of Object.entries(may)) {
    await graph.sql(
      `update workshop.home_service set status = $2, completed_at = case $2 when 'COMPLETED' then now() end
       where id = $1`,
      [id, status],
    );
    const before = await visitsKept(graph, shop);
    for (const command of VISIT_COMMANDS.filter((each) => !allowed.includes(each))) {
      const by = command === 'locate' ? anna : manager;
      const more = command in input ? { input: input[command as keyof typeof input] } : {};
      const refused = await sendVisit(by.client, command, id, more);
      const isJobs = status === 'IN_PROGRESS' && (command === 'complete' || command === 'cancel');
      expect([status, command, refused.code]).toEqual([
        status,
        command,
        isJobs || command === 'update' ? 'CONFLICT' : 'INVALID_TRANSITION',
      ]);
      if (refused.code === 'INVALID_TRANSITION')
        expect(refused.errors[0]!.extensions).toMatchObject({
          from: status,
          allowed: expect.any(Array),
        });
    }
    expect(await visitsKept(graph, shop)).toEqual(before);
  }
  await graph.sql("update workshop.home_service set status = 'CANCELLED' where id = $1", [id]);
  expect(jobCardId).toEqual(expect.any(String));
});
