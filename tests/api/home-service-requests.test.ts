import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, eventsOf } from './customers.fixtures';
import { doVisit, plan, sendOwnVisit, sendPlan, sendVisit, visitsKept } from './home-service.fixtures';
import { arrive, expectRefusal, requireInspection } from './job-cards.fixtures';
import { at, monday, openWorkshop, refusalOf, type Workshop } from './scheduling.fixtures';
import {
  APPROVE,
  CANCEL,
  raise,
  requestNumbers,
  requestsKept,
  SCHEDULE,
  seesRequest,
} from './service-requests.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let workshop: Workshop;
let anna: Member;
let week = 2;
let day: string;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
  workshop = await openWorkshop(shop, {
    bays: 1,
    technicians: 2,
    rules: { minimumNoticeMinutes: 60 },
  });
  anna = workshop.technicians[0]!;
});
beforeEach(() => {
  week += 1;
  day = monday(week);
});

const AT_HOME = {
  homeService: true,
  homeAddress: { street: 'Via Roma 5', city: 'Asti', postalCode: '14100' },
};

async function approved(more: object = {}) {
  const visit = await arrive(manager.client);
  const { id } = await raise(manager.client, visit, { description: 'It leaks.', ...AT_HOME, ...more });
  await manager.client.ask(APPROVE, { id });
  return { id, ...visit };
}

const forRequest = (id: string, more: object = {}) => ({
  serviceRequestId: id,
  startsAt: at(day, 10),
  address: null,
  ...more,
});

const WHOLE = `query ($id: ID!) { serviceRequest(id: $id) { status homeVisit { id status } jobCard { id }
  appointment { status } } }`;
interface Whole {
  status: string;
  homeVisit: { id: string; status: string } | null;
  jobCard: { id: string } | null;
  appointment: { status: string } | null;
}
const wholeOf = async (id: string): Promise<Whole> =>
  (await manager.client.ask<{ serviceRequest: Whole }>(WHOLE, { id })).serviceRequest;

describe('a request for work at home', () => {
  it('gets its visit with what it says, and is scheduled with it', async () => {
    const { id, customerId, vehicleId } = await approved();
    const visit = await plan(manager.client, forRequest(id));
    expect(visit).toMatchObject({
      address: { street: 'Via Roma 5', city: 'Asti', region: null, postalCode: '14100', country: null },
      notes: 'It leaks.',
      customer: { id: customerId },
      vehicle: { id: vehicleId },
      serviceRequest: { id, status: 'SCHEDULED' },
    });
    expect(await wholeOf(id)).toEqual({
      status: 'SCHEDULED',
      homeVisit: { id: visit.id, status: 'SCHEDULED' },
      jobCard: null,
      appointment: null,
    });
    expect((await eventsOf(graph, id)).at(-1)).toBe('ServiceRequestScheduled');
    const elsewhere = await plan(
      manager.client,
      forRequest((await approved()).id, { address: { street: 'Via Milano 1', city: 'Alba' }, notes: 'Oil.' }),
    );
    expect(elsewhere).toMatchObject({ address: { street: 'Via Milano 1', city: 'Alba' }, notes: 'Oil.' });
  });

  it('is in progress with the job card that is made on site', async () => {
    const { id } = await approved();
    const visit = await plan(manager.client, forRequest(id, { technicianId: anna.id }));
    await doVisit(anna.client, 'leave', visit.id);
    await doVisit(anna.client, 'arrive', visit.id);
    const { jobCard } = await doVisit(anna.client, 'start', visit.id);
    expect(await wholeOf(id)).toMatchObject({ status: 'IN_PROGRESS', jobCard: { id: jobCard!.id } });
    expect(await seesRequest(anna.client, id)).toBe(true);
  });

  it('called off, its visit is too; when its visit is called off, it gets another', async () => {
    const { id } = await approved();
    const visit = await plan(manager.client, forRequest(id));
    await doVisit(manager.client, 'cancel', visit.id);
    expect((await wholeOf(id)).status).toBe('SCHEDULED');
    const again = await plan(manager.client, forRequest(id, { startsAt: at(day, 14) }));
    expect((await wholeOf(id)).homeVisit).toEqual({ id: again.id, status: 'SCHEDULED' });
    await manager.client.ask(CANCEL, { id, reason: 'Sold it.' });
    const { homeVisit, status } = await wholeOf(id);
    expect([status, homeVisit]).toEqual(['CANCELLED', { id: again.id, status: 'CANCELLED' }]);
    expect((await eventsOf(graph, again.id)).at(-1)).toBe('HomeServiceCancelled');
    expect(await graph.sql('select id from workshop.technician_time where id = $1', [again.id])).toEqual([]);
  });

  it('has one visit or one appointment at a time', async () => {
    const { id } = await approved();
    await plan(manager.client, forRequest(id));
    const before = [await visitsKept(graph, shop), await requestsKept(graph, shop)];
    expectRefusal(
      await sendPlan(manager.client, forRequest(id, { startsAt: at(day, 14) })),
      'INVALID_TRANSITION',
    );
    const inShop = { id, input: { startsAt: at(day, 14), minutes: 60 } };
    expectRefusal(await manager.client.send(SCHEDULE, inShop), 'INVALID_TRANSITION');
    expect([await visitsKept(graph, shop), await requestsKept(graph, shop)]).toEqual(before);
  });

  it('is refused where it does not fit, and stays as it was', async () => {
    const pending = await raise(manager.client, await arrive(manager.client), AT_HOME);
    const inShop = await raise(manager.client, await arrive(manager.client));
    await manager.client.ask(APPROVE, { id: inShop.id });
    const { id, customerId, vehicleId } = await approved();
    const before = [await visitsKept(graph, shop), await requestsKept(graph, shop)];
    const refused = async (request: string, more: object = {}) =>
      refusalOf(await sendPlan(manager.client, forRequest(request, more)));
    expect(await refused(pending.id)).toBe('INVALID_TRANSITION');
    expect(await refused(inShop.id)).toBe('BAD_INPUT input.serviceRequestId: NOT_AT_HOME');
    expect(await refused(id, { customerId, vehicleId })).toBe(
      'BAD_INPUT input.vehicleId: REQUEST input.customerId: REQUEST',
    );
    expect(await refused(id, { startsAt: at(day, 7) })).toBe('BAD_INPUT input.startsAt: OUTSIDE_HOURS');
    expect(await refused(vehicleId)).toBe('BAD_INPUT input.serviceRequestId: UNKNOWN');
    expect([await visitsKept(graph, shop), await requestsKept(graph, shop)]).toEqual(before);
  });

  it('of fifty who plan it at once, one does; begun and called off at once, one of the two happens', async () => {
    const { id } = await approved();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        sendPlan(manager.client, forRequest(id, { startsAt: at(day, 9 + (n % 7)) })),
      ),
    );
    // What was made is counted where it is kept: on a busy machine an answer may come too late.
    const made = await graph.sql<{ id: string; technician_id: string }>(
      'select id, technician_id from workshop.home_service where service_request_id = $1',
      [id],
    );
    expect(made).toHaveLength(1);
    expect(answers.filter(({ code }) => code === undefined).length).toBeLessThanOrEqual(1);
    const [visit] = made;
    const by = workshop.technicians.find((one) => one.id === visit!.technician_id)!;
    await doVisit(by.client, 'leave', visit!.id);
    await doVisit(by.client, 'arrive', visit!.id);
    const both = await Promise.all([
      sendVisit(by.client, 'start', visit!.id),
      manager.client.send(CANCEL, { id, reason: 'Never mind.' }),
    ]);
    expect(both.filter(({ code }) => code === undefined)).toHaveLength(1);
    const { status, homeVisit, jobCard } = await wholeOf(id);
    expect([
      ['IN_PROGRESS', 'IN_PROGRESS', true],
      ['CANCELLED', 'CANCELLED', false],
    ]).toContainEqual([status, homeVisit!.status, jobCard !== null]);
  });
});

describe('its customer', () => {
  it('plans it at a time that is offered, once the shop has agreed', async () => {
    const { id, customerId } = await approved();
    const customer = await accountOf(graph, shop, customerId);
    const send = (input: object) =>
      customer.client.send<{ createHomeService: { id: string; status: string; startsAt: string } } | null>(
        `mutation ($input: CreateHomeServiceInput!) { createHomeService(input: $input) {
           id status startsAt serviceRequest { id } } }`,
        { input: { minutes: 60, ...forRequest(id), ...input } },
      );
    const before = await visitsKept(graph, shop);
    const refused = async (input: object) => refusalOf(await send(input));
    expect(await refused({ serviceRequestId: null })).toBe('BAD_INPUT input.serviceRequestId: REQUIRED');
    expect(await refused({ serviceRequestId: (await approvedElsewhere()).id })).toBe(
      'BAD_INPUT input.serviceRequestId: UNKNOWN',
    );
    expect(await refused({ travelMinutes: 0 })).toBe('BAD_INPUT input.travelMinutes: STAFF_ONLY');
    expect(await refused({ startsAt: at(day, 10.25) })).toBe('BAD_INPUT input.startsAt: OFF_GRID');
    expect(await refused({ override: { reason: 'Please.' } })).toBe('FORBIDDEN');
    expect(await visitsKept(graph, shop)).toEqual(before);
    const { data, errors } = await send({});
    expect(errors).toEqual([]);
    expect(data!.createHomeService).toEqual({
      id: expect.any(String),
      status: 'SCHEDULED',
      startsAt: at(day, 10),
      serviceRequest: { id },
    });
  });

  let elsewhere: { id: string } | null = null;
  const approvedElsewhere = async () => {
    elsewhere ??= await approved();
    return elsewhere;
  };
  beforeAll(approvedElsewhere);

  it('calls it off with the notice that the shop wants, and not when somebody is on the way', async () => {
    const { id, customerId } = await approved();
    const customer = await accountOf(graph, shop, customerId);
    const visit = await plan(manager.client, forRequest(id, { technicianId: anna.id }));
    expectRefusal(await sendOwnVisit(customer.client, 'leave', visit.id), 'FORBIDDEN');
    const off = await sendOwnVisit(customer.client, 'cancel', visit.id);
    expect([off.errors, off.data!.done.status]).toEqual([[], 'CANCELLED']);
    const again = await plan(manager.client, forRequest(id, { technicianId: anna.id }));
    await doVisit(anna.client, 'leave', again.id);
    const before = await visitsKept(graph, shop);
    expect(refusalOf(await sendOwnVisit(customer.client, 'cancel', again.id))).toBe('BAD_INPUT id: TOO_LATE');
    expect(refusalOf(await customer.client.send(CANCEL, { id, reason: 'Away.' }))).toBe(
      'BAD_INPUT id: TOO_LATE',
    );
    expect(await visitsKept(graph, shop)).toEqual(before);
    await doVisit(manager.client, 'cancel', again.id);
    // In half an hour somebody leaves: that is too late to say so.
    const soon = await plan(manager.client, forRequest(id));
    await graph.sql(
      `update workshop.home_service set leaves_at = now() + interval '30 minutes', starts_at = now() + interval '1 hour',
         ends_at = now() + interval '2 hours', returns_at = now() + interval '2.5 hours' where id = $1`,
      [soon.id],
    );
    expect(refusalOf(await sendOwnVisit(customer.client, 'cancel', soon.id))).toBe('BAD_INPUT id: TOO_LATE');
  });
});

it('is found by the technician who goes', async () => {
  const { id } = await approved();
  await plan(manager.client, forRequest(id, { technicianId: anna.id }));
  expect(await requestNumbers(manager.client, { assigneeId: anna.id })).toEqual(
    await requestNumbers(anna.client),
  );
  expect(await seesRequest(anna.client, id)).toBe(true);
  expect(await seesRequest(workshop.technicians[1]!.client, id)).toBe(false);
});
