import { randomUUID } from 'node:crypto';
import { addDays } from '../../shared/time-zone';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { accountOf, eventsOf } from './customers.fixtures';
import { arrive, assign, expectRefusal, requireInspection } from './job-cards.fixtures';
import { done } from './jobs.fixtures';
import {
  type Appointment,
  at,
  monday,
  openWorkshop,
  read,
  refusalOf,
  run,
  send,
  starts,
  type Workshop,
} from './scheduling.fixtures';
import {
  APPROVE,
  type Asked,
  CANCEL,
  raise,
  raiseNew,
  requestNumbers,
  requestsKept,
  SCHEDULE,
  seesRequest,
} from './service-requests.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let workshop: Workshop;
/** Each test has a week of its own. */
let week = 2;
let day: string;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  workshop = await openWorkshop(shop, {
    bays: 1,
    technicians: 1,
    rules: { minimumNoticeMinutes: 60 },
  });
});
beforeEach(() => {
  week += 1;
  day = monday(week);
});

const diary = () =>
  graph.sql('select * from workshop.appointment where organisation_id = $1 order by id', [shop.id]);

const WHOLE = `query ($id: ID!) { serviceRequest(id: $id) { version status
  appointment { id status startsAt serviceRequestId notes customer { id } vehicle { id } } jobCard { id complaint }
  statusHistory { toStatus reason } } }`;
interface Whole {
  version: number;
  status: string;
  appointment: { id: string; status: string; startsAt: string } | null;
  jobCard: { id: string } | null;
  statusHistory: { toStatus: string; reason: string | null }[];
}
const wholeOf = async (id: string, client = manager.client): Promise<Whole> =>
  (await client.ask<{ serviceRequest: Whole }>(WHOLE, { id })).serviceRequest;

const schedule = (id: string, input: object = {}, client = manager.client) =>
  client.send<{ scheduleServiceRequest: Asked } | null>(SCHEDULE, {
    id,
    input: { startsAt: at(day, 9), minutes: 60, ...input },
  });

async function approved(): Promise<Asked> {
  const asked = await raiseNew(manager.client);
  await manager.client.ask(APPROVE, { id: asked.id });
  return asked;
}
async function scheduled(input: object = {}): Promise<{ id: string; appointment: Appointment }> {
  const { id } = await approved();
  expect((await schedule(id, input)).errors).toEqual([]);
  const { appointment } = await wholeOf(id);
  return { id, appointment: (await read(manager.client, appointment!.id))! };
}

it('books an appointment that knows its request, and is told of', async () => {
  const visit = await arrive(manager.client);
  const { id } = await raise(manager.client, visit, { description: 'Squeaks.' });
  await manager.client.ask(APPROVE, { id });
  const { data } = await schedule(id);
  expect(data!.scheduleServiceRequest.status).toBe('SCHEDULED');
  expect(await wholeOf(id)).toEqual({
    version: 3,
    status: 'SCHEDULED',
    appointment: {
      id: expect.any(String),
      status: 'BOOKED',
      startsAt: at(day, 9),
      serviceRequestId: id,
      notes: 'Squeaks.',
      customer: { id: visit.customerId },
      vehicle: { id: visit.vehicleId },
    },
    jobCard: null,
    statusHistory: [
      { toStatus: 'SCHEDULED', reason: null },
      { toStatus: 'APPROVED', reason: null },
      { toStatus: 'PENDING', reason: null },
    ],
  });
  expect((await eventsOf(graph, id)).at(-1)).toBe('ServiceRequestScheduled');
  expect(
    await starts(manager.client, { serviceCentreId: workshop.centre, from: day, minutes: 60 }),
  ).not.toContain(9);
});

it('once for one key; for another time it is refused', async () => {
  const { id } = await approved();
  const key = { idempotencyKey: randomUUID() };
  const first = await schedule(id, key);
  const before = await diary();
  expect((await schedule(id, key)).data).toEqual(first.data);
  expectRefusal(await schedule(id, { ...key, startsAt: at(day, 12) }), 'IDEMPOTENCY_MISMATCH');
  expectRefusal(await schedule(id, { startsAt: at(day, 12) }), 'INVALID_TRANSITION');
  expect(await diary()).toEqual(before);
});

it('what cannot be booked leaves the request and the diary as they were', async () => {
  await scheduled();
  const pending = await raiseNew(manager.client);
  const { id, version } = await approved();
  const before = [await requestsKept(graph, shop), await diary()];
  expect(refusalOf(await schedule(id))).toContain('CONFLICT SLOT_TAKEN');
  expect(refusalOf(await schedule(id, { startsAt: at(addDays(day, 6), 9) }))).toMatch(
    /^BAD_INPUT input.startsAt/,
  );
  expect(refusalOf(await schedule(id, { minutes: null }))).toBe('BAD_INPUT input.minutes: REQUIRED');
  expect((await schedule(id, { startsAt: at(day, 14), expectedVersion: version })).code).toBe('CONFLICT');
  expectRefusal(await schedule(pending.id, { startsAt: at(day, 14) }), 'INVALID_TRANSITION');
  expect([await requestsKept(graph, shop), await diary()]).toEqual(before);
});

it('of fifty at once on the last slot, one gets it, and each request is scheduled or as it was', async () => {
  const asked = await Promise.all(Array.from({ length: 10 }, () => approved()));
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => schedule(asked[n % asked.length]!.id)),
  );
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  const wholes = await Promise.all(asked.map(({ id }) => wholeOf(id)));
  expect(wholes.map(({ status }) => status).sort()).toEqual([...Array(9).fill('APPROVED'), 'SCHEDULED']);
  expect(wholes.filter(({ appointment }) => appointment)).toHaveLength(1);
});

it('of fifty at once for one request, one appointment is booked', async () => {
  const { id } = await approved();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => schedule(id, { startsAt: at(addDays(day, n % 5), 8 + (n % 8)) })),
  );
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  const rows = await graph.sql('select id from workshop.appointment where service_request_id = $1', [id]);
  expect(rows).toHaveLength(1);
});

it('is in progress when the vehicle has come, with its job card', async () => {
  const { id, appointment } = await scheduled();
  const { jobCard } = await run(manager.client, 'checkIn', appointment.id);
  expect(await wholeOf(id)).toMatchObject({
    status: 'IN_PROGRESS',
    jobCard: { id: jobCard!.id, complaint: 'The yearly service.' },
    appointment: { status: 'CHECKED_IN' },
  });
  expectRefusal(await manager.client.send(CANCEL, { id, reason: 'Too late.' }), 'INVALID_TRANSITION');
});

it('is completed when the job that it became is, not before', async () => {
  await requireInspection(shop, false);
  const { id, appointment } = await scheduled();
  const { jobCard } = await run(manager.client, 'checkIn', appointment.id);
  await assign(manager.client, jobCard!.id, workshop.technicians[0]!);
  await done(manager.client, 'startJobCard', jobCard!.id);
  await done(manager.client, 'pauseJobCard', jobCard!.id);
  await done(manager.client, 'resumeJobCard', jobCard!.id);
  await untilIdle(graph, shop.id);
  expect((await wholeOf(id)).status).toBe('IN_PROGRESS');
  await done(manager.client, 'completeJobCard', jobCard!.id);
  await untilIdle(graph, shop.id);
  expect(await wholeOf(id)).toMatchObject({ status: 'COMPLETED', appointment: { status: 'COMPLETED' } });
  await done(manager.client, 'deliverJobCard', jobCard!.id);
  await untilIdle(graph, shop.id);
  expect((await wholeOf(id)).statusHistory.map(({ toStatus }) => toStatus)).toEqual([
    'COMPLETED',
    'IN_PROGRESS',
    'SCHEDULED',
    'APPROVED',
    'PENDING',
  ]);
});

it('gets another appointment when its own was called off, or missed', async () => {
  const { id, appointment } = await scheduled();
  await run(manager.client, 'cancel', appointment.id);
  expect((await wholeOf(id)).status).toBe('SCHEDULED');
  expect((await schedule(id, { startsAt: at(day, 11) })).errors).toEqual([]);
  expect((await wholeOf(id)).appointment).toMatchObject({ status: 'BOOKED', startsAt: at(day, 11) });
  expectRefusal(await schedule(id, { startsAt: at(day, 13) }), 'INVALID_TRANSITION');
});

it('called off, its appointment is too, and the slot is free again', async () => {
  const { id, appointment } = await scheduled();
  await manager.client.ask(CANCEL, { id, reason: 'Sold it.' });
  expect(await read(manager.client, appointment.id)).toMatchObject({
    status: 'CANCELLED',
    cancelReason: 'Sold it.',
  });
  expect(
    await starts(manager.client, { serviceCentreId: workshop.centre, from: day, minutes: 60 }),
  ).toContain(9);
  expect(await eventsOf(graph, appointment.id)).toEqual(['AppointmentBooked', 'AppointmentCancelled']);
});

it('checked in and called off at once, one of the two happens, whole', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id, appointment } = await scheduled({ startsAt: at(addDays(day, round), 9) });
    const both = await Promise.all([
      send(manager.client, 'checkIn', appointment.id),
      manager.client.send(CANCEL, { id, reason: 'Never mind.' }),
    ]);
    expect(both.filter(({ code }) => code === undefined)).toHaveLength(1);
    const { status, appointment: left, jobCard } = await wholeOf(id);
    expect([
      ['IN_PROGRESS', 'CHECKED_IN', true],
      ['CANCELLED', 'CANCELLED', false],
    ]).toContainEqual([status, left!.status, jobCard !== null]);
  }
});

it('its customer calls it off with the notice that the shop wants, and no later', async () => {
  const visit = await arrive(manager.client);
  const customer = await accountOf(graph, shop, visit.customerId);
  const made = async (startsAt: string) => {
    const { id } = await raise(manager.client, visit);
    await manager.client.ask(APPROVE, { id });
    expect((await schedule(id, { startsAt })).errors).toEqual([]);
    return id;
  };
  const early = await made(at(day, 9));
  expect((await customer.client.send(CANCEL, { id: early, reason: 'Away.' })).errors).toEqual([]);
  const late = await made(at(day, 11));
  await graph.sql(
    `update workshop.appointment set starts_at = now() + interval '1 minute', ends_at = now() + interval '61 minutes'
     where service_request_id = $1`,
    [late],
  );
  const before = await requestsKept(graph, shop);
  expect(refusalOf(await customer.client.send(CANCEL, { id: late, reason: 'Away.' }))).toBe(
    'BAD_INPUT id: TOO_LATE',
  );
  expect(await requestsKept(graph, shop)).toEqual(before);
  expect((await manager.client.send(CANCEL, { id: late, reason: 'They rang.' })).errors).toEqual([]);
});

it('is seen by the technician of its appointment', async () => {
  const technician = workshop.technicians[0]!;
  const { id } = await scheduled({ technicianId: technician.id });
  expect(await seesRequest(technician.client, id)).toBe(true);
  expect(await requestNumbers(manager.client, { assigneeId: technician.id })).toEqual(
    await requestNumbers(technician.client),
  );
  const other = await shop.staff('TECHNICIAN');
  expect(await seesRequest(other.client, id)).toBe(false);
  expectRefusal(await schedule(id, {}, technician.client), 'FORBIDDEN');
});

it('another service centre and another organisation schedule nothing of it', async () => {
  const { id } = await approved();
  const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  const stranger = await graph.shop();
  const before = [await requestsKept(graph, shop), await diary()];
  for (const { client } of [there, stranger.admin])
    expectRefusal(await schedule(id, {}, client), 'NOT_FOUND');
  expect([await requestsKept(graph, shop), await diary()]).toEqual(before);
});
