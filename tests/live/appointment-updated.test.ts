import {
  at,
  book,
  hold,
  monday,
  openWorkshop,
  run,
  visitor,
  type Workshop,
} from '../api/scheduling.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { cursorOf, happenedAt, lastCursor, payloads, useSockets } from './live.fixtures';

const graph = useGraph();
const sockets = useSockets(graph);
const day = monday();
let shop: Shop;
let desk: Member;
let workshop: Workshop;
let anna: Member;
let bruno: Member;
let visit: { customerId: string; vehicleId: string };

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  desk = await shop.staff('ADVISOR');
  workshop = await openWorkshop(shop, { bays: 1, technicians: 2 });
  [anna, bruno] = workshop.technicians as [Member, Member];
  visit = await visitor(desk.client);
});

const UPDATED = `subscription ($after: String, $filter: AppointmentUpdateFilter) {
  appointmentUpdated(after: $after, filter: $filter) { cursor type occurredAt
    appointment { id status startsAt technician { id } } } }`;

interface Updated {
  appointmentUpdated: {
    cursor: string;
    type: string;
    occurredAt: string;
    appointment: { id: string; status: string; startsAt: string; technician: { id: string } | null };
  };
}

const hear = (who: Member, after: string, filter: object = {}) =>
  sockets.as(who).hear<Updated>(UPDATED, { after, filter });
const typesOf = (updates: Updated[]) => updates.map(({ appointmentUpdated }) => appointmentUpdated.type);

/** Held, booked for Anna, moved to Bruno, taken in. */
async function lived(hour: number): Promise<string> {
  const { id } = await hold(desk.client, { startsAt: at(day, hour), technicianId: anna.id });
  await book(desk.client, { holdId: id, ...visit });
  await run(desk.client, 'update', id, { input: { notes: 'It squeals.' } });
  await run(desk.client, 'move', id, { input: { startsAt: at(day, hour + 1), technicianId: bruno.id } });
  await run(desk.client, 'confirm', id);
  await run(desk.client, 'cancel', id);
  return id;
}

test('tells what becomes of an appointment, from the hold to the end', async () => {
  const after = await cursorOf(desk);
  const id = await lived(8);
  const updates = await payloads(hear(desk, after), 6);
  expect(typesOf(updates)).toEqual(['HELD', 'BOOKED', 'CHANGED', 'MOVED', 'CONFIRMED', 'CANCELLED']);
  const { cursor, occurredAt, appointment } = updates[5]!.appointmentUpdated;
  expect(appointment.id).toBe(id);
  expect(appointment.status).toBe('CANCELLED');
  expect(appointment.startsAt).toBe(at(day, 9));
  expect(appointment.technician!.id).toBe(bruno.id);
  expect(occurredAt).toBe(await happenedAt(graph, shop, cursor));
  expect(cursor).toBe(await lastCursor(graph, shop, id));
});

test('a hold that nobody books lapses', async () => {
  const after = await cursorOf(desk);
  const { id } = await hold(desk.client, { startsAt: at(day, 11) });
  await run(desk.client, 'cancel', id);
  expect(typesOf(await payloads(hear(desk, after), 2))).toEqual(['HELD', 'LAPSED']);
});

test('can be narrowed: by kind, by appointment, by what it is about; who loses it is told that', async () => {
  const after = await cursorOf(desk);
  const [first, second] = [await lived(12), await lived(14)];
  const ofAnna = hear(desk, after, {
    technicianId: anna.id,
    appointmentId: first,
    types: ['MOVED', 'CONFIRMED'],
  });
  const ofBruno = hear(desk, after, { technicianId: bruno.id, appointmentId: first, types: ['MOVED'] });
  const moved = hear(desk, after, { types: ['MOVED'], customerId: visit.customerId });
  const [lost] = await payloads(ofAnna, 1);
  const [won] = await payloads(ofBruno, 1);
  expect(lost!.appointmentUpdated.type).toBe('MOVED');
  expect(won!.appointmentUpdated.cursor).toBe(lost!.appointmentUpdated.cursor);
  expect((await payloads(moved, 2)).map(({ appointmentUpdated: { appointment } }) => appointment.id)).toEqual(
    [first, second],
  );
  const others = [
    hear(desk, after, { serviceCentreId: shop.centres[1] }),
    hear(desk, after, { vehicleId: visit.customerId }),
  ];
  const last = hear(desk, after, { appointmentId: second, types: ['CANCELLED'], ...visit });
  await payloads(last, 1);
  for (const heard of [ofAnna, ...others]) expect(heard.waiting).toEqual([]);
});

test('technicians hear of those that they are booked for, another service centre of none', async () => {
  const there = await shop.staff('ADVISOR', { centres: [shop.centres[1]!] });
  const second = await openWorkshop(shop, { centre: shop.centres[1]!, bays: 1, technicians: 1 });
  const after = await cursorOf(desk);
  const lost = await lived(8);
  const { id } = await book(desk.client, { ...visit, startsAt: at(day, 8), technicianId: anna.id });
  const elsewhere = await book(there.client, {
    ...(await visitor(there.client, shop.centres[1])),
    serviceCentreId: shop.centres[1],
    startsAt: at(day, 8),
    technicianId: second.technicians[0]!.id,
  });
  const [own] = await payloads(hear(anna, after), 1);
  expect(own!.appointmentUpdated.appointment.id).toBe(id);
  const [theirs] = await payloads(hear(there, after), 1);
  expect(theirs!.appointmentUpdated.appointment.id).toBe(elsewhere.id);
  expect((await payloads(hear(bruno, after), 6))[5]!.appointmentUpdated.appointment.id).toBe(lost);
});
