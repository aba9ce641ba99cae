import { addDays } from '../../shared/time-zone';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf } from './customers.fixtures';
import {
  at,
  available,
  book,
  diaryOf,
  monday,
  openWorkshop,
  read,
  refusalOf,
  sendBookOwn,
  setHours,
  visitor,
  type Workshop,
  workdays,
} from './scheduling.fixtures';

/** What customers do with their own appointments, and whose they see. */
const graph = useGraph();
let shop: Shop;
let workshop: Workshop;
let visit: { customerId: string; vehicleId: string };
let other: { customerId: string; vehicleId: string };
let customer: Member;
let day = monday();

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  workshop = await openWorkshop(shop, { bays: 2, technicians: 1 });
  visit = await visitor(shop.admin.client, workshop.centre);
  other = await visitor(shop.admin.client, workshop.centre);
  customer = await accountOf(graph, shop, visit.customerId);
});
beforeEach(() => {
  day = addDays(day, 7);
});

const DONE = '{ id status startsAt }';
const CANCEL = `mutation ($id: ID!) { done: cancelAppointment(id: $id, reason: "No time.") ${DONE} }`;
const MOVE = `mutation ($id: ID!, $input: RescheduleAppointmentInput!) {
  done: rescheduleAppointment(id: $id, input: $input) ${DONE} }`;

const ask = (client: GraphClient, query: string, variables: Record<string, unknown>) =>
  client.send<{ done: { id: string; status: string; startsAt: string } } | null>(query, variables);
const cancel = (client: GraphClient, id: string) => ask(client, CANCEL, { id });
const move = (client: GraphClient, id: string, startsAt: string) =>
  ask(client, MOVE, { id, input: { startsAt } });

const input = () => ({ serviceCentreId: workshop.centre, vehicleId: visit.vehicleId, startsAt: at(day, 9) });

it('see what is free in any centre, book it for themselves, move it and call it off', async () => {
  const found = await available(customer.client, {
    serviceCentreId: workshop.centre,
    from: day,
    to: day,
    minutes: 60,
  });
  expect(found!.slots[2]).toMatchObject({ startsAt: at(day, 9), freeBays: 2, freeTechnicians: 1 });
  const { data } = await sendBookOwn(customer.client, input());
  expect(data!.bookAppointment).toMatchObject({
    status: 'BOOKED',
    customer: { id: visit.customerId },
    vehicle: { id: visit.vehicleId },
  });
  const { id } = data!.bookAppointment;
  expect((await move(customer.client, id, at(day, 11))).data).toMatchObject({
    done: { startsAt: at(day, 11) },
  });
  expect((await cancel(customer.client, id)).data).toMatchObject({ done: { status: 'CANCELLED' } });
  const { data: list } = await customer.client.send<{ appointments: { nodes: { id: string }[] } }>(
    '{ appointments { nodes { id } } }',
  );
  expect(list.appointments.nodes).toEqual([{ id }]);
});

it.each([
  ['for somebody else', () => ({ customerId: other.customerId }), 'BAD_INPUT input.customerId: UNKNOWN'],
  ['with somebody else’s car', () => ({ vehicleId: other.vehicleId }), 'BAD_INPUT input.vehicleId: UNKNOWN'],
  ['between the slots', () => ({ startsAt: at(day, 9.1) }), 'BAD_INPUT input.startsAt: OFF_GRID'],
  ['over what is booked', () => ({ override: { reason: 'Me first.' } }), 'FORBIDDEN'],
  ['nowhere', () => ({ serviceCentreId: null }), 'BAD_INPUT input.serviceCentreId: REQUIRED'],
])('do not book %s', async (_, more, expected) => {
  const before = await diaryOf(graph, shop);
  const answer = await sendBookOwn(customer.client, { ...input(), ...more() });
  expect(refusalOf(answer)).toBe(expected);
  expect(await diaryOf(graph, shop)).toEqual(before);
});

it('neither confirm, receive nor miss, and do nothing to those of others', async () => {
  const mine = await book(shop.admin.client, {
    serviceCentreId: workshop.centre,
    ...visit,
    startsAt: at(day, 9),
  });
  const theirs = await book(shop.admin.client, {
    serviceCentreId: workshop.centre,
    ...other,
    startsAt: at(day, 10),
  });
  const before = await diaryOf(graph, shop);
  for (const command of ['confirmAppointment', 'checkInAppointment', 'markNoShow'])
    expect(
      (
        await ask(customer.client, `mutation ($id: ID!) { done: ${command}(id: $id) ${DONE} }`, {
          id: mine.id,
        })
      ).code,
    ).toBe('FORBIDDEN');
  expect((await cancel(customer.client, theirs.id)).code).toBe('NOT_FOUND');
  expect((await move(customer.client, theirs.id, at(day, 12))).code).toBe('NOT_FOUND');
  const { data } = await customer.client.send<{ appointment: object | null }>(
    'query ($id: ID!) { appointment(id: $id) { id } }',
    { id: theirs.id },
  );
  expect(data.appointment).toBeNull();
  expect(await diaryOf(graph, shop)).toEqual(before);
});

it('keep to the notice of the centre, before and after booking; staff may still move and call off', async () => {
  const far = monday(10);
  const mine = await book(shop.admin.client, {
    serviceCentreId: workshop.centre,
    ...visit,
    startsAt: at(day, 9),
  });
  const notice = (minimumNoticeMinutes: number) =>
    setHours(shop.admin.client, {
      serviceCentreId: workshop.centre,
      validFrom: '2020-01-01',
      week: workdays(),
      rules: { minimumNoticeMinutes },
    });
  await notice(30 * 24 * 60);
  await graph.sql(
    `update workshop.appointment set starts_at = now() + interval '1 day', ends_at = now() + interval '25 hours' where id = $1`,
    [mine.id],
  );
  try {
    expect(refusalOf(await cancel(customer.client, mine.id))).toBe('BAD_INPUT id: TOO_LATE');
    expect(refusalOf(await move(customer.client, mine.id, at(far, 9)))).toBe('BAD_INPUT id: TOO_LATE');
    expect((await move(shop.admin.client, mine.id, at(far, 9))).errors).toEqual([]);
    expect((await cancel(shop.admin.client, mine.id)).errors).toEqual([]);
    expect(await read(shop.admin.client, mine.id)).toMatchObject({ status: 'CANCELLED' });
  } finally {
    await notice(0);
  }
});

it('technicians see, change and move those that they are booked for', async () => {
  const technician = workshop.technicians[0]!;
  const mine = await book(shop.admin.client, {
    serviceCentreId: workshop.centre,
    ...visit,
    startsAt: at(day, 9),
    technicianId: technician.id,
  });
  const colleague = await shop.staff('TECHNICIAN');
  const reads = async (client: GraphClient) =>
    (
      await client.send<{ appointment: object | null }>('query ($id: ID!) { appointment(id: $id) { id } }', {
        id: mine.id,
      })
    ).data.appointment;
  expect(await reads(technician.client)).toEqual({ id: mine.id });
  expect(await reads(colleague.client)).toBeNull();
  expect((await move(technician.client, mine.id, at(day, 14))).errors).toEqual([]);
  expect((await move(colleague.client, mine.id, at(day, 15))).code).toBe('NOT_FOUND');
  expect((await cancel(technician.client, mine.id)).code).toBe('FORBIDDEN');
});

it('another service centre and another organisation see nothing of it', async () => {
  const mine = await book(shop.admin.client, {
    serviceCentreId: workshop.centre,
    ...visit,
    startsAt: at(day, 9),
  });
  const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  const stranger = (await graph.shop()).admin;
  const before = await diaryOf(graph, shop);
  for (const { client } of [elsewhere, stranger]) {
    expect(await read(client, mine.id)).toBeNull();
    expect((await cancel(client, mine.id)).code).toBe('NOT_FOUND');
    const { data } = await client.send<{ calendar: null; availability: null }>(
      `query ($id: ID!, $day: LocalDate!) { calendar(serviceCentreId: $id, from: $day, to: $day) { timeZone }
         availability(input: { serviceCentreId: $id, from: $day, to: $day, minutes: 30 }) { timeZone } }`,
      { id: workshop.centre, day },
    );
    expect(data).toEqual({ calendar: null, availability: null });
  }
  expect(await diaryOf(graph, shop)).toEqual(before);
});
