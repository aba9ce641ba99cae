import { doVisit, plan } from '../api/home-service.fixtures';
import { at, monday, openWorkshop, visitor } from '../api/scheduling.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { cursorOf, happenedAt, lastCursor, payloads, useSockets } from './live.fixtures';

const graph = useGraph();
const sockets = useSockets(graph);
const day = monday();
let shop: Shop;
let desk: Member;
let anna: Member;
let bruno: Member;
let who: { customerId: string; vehicleId: string };

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  desk = await shop.staff('ADVISOR');
  [anna, bruno] = (await openWorkshop(shop, { technicians: 2 })).technicians as [Member, Member];
  who = await visitor(desk.client);
});

const UPDATED = `subscription ($after: String, $filter: HomeServiceUpdateFilter) {
  homeServiceUpdated(after: $after, filter: $filter) { cursor type occurredAt
    homeService { id status position { latitude longitude } customer { lastName } } } }`;

interface Updated {
  homeServiceUpdated: {
    cursor: string;
    type: string;
    occurredAt: string;
    homeService: {
      id: string;
      status: string;
      position: { latitude: number; longitude: number } | null;
      customer: { lastName: string } | null;
    };
  };
}

const hear = (member: Member, after: string, filter: object = {}) =>
  sockets.as(member).hear<Updated>(UPDATED, { after, filter });
const typesOf = (updates: Updated[]) => updates.map(({ homeServiceUpdated }) => homeServiceUpdated.type);

test('tells of a visit on the way, and where its technician is', async () => {
  const after = await cursorOf(desk);
  const { id } = await plan(desk.client, { ...who, startsAt: at(day, 9), technicianId: anna.id });
  await doVisit(anna.client, 'leave', id);
  await doVisit(anna.client, 'locate', id, { input: { latitude: 45.07, longitude: 7.68 } });
  const heard = hear(desk, after);
  const updates = await payloads(heard, 4);
  expect(typesOf(updates)).toEqual(['SCHEDULED', 'ASSIGNED', 'EN_ROUTE', 'LOCATED']);
  const { cursor, occurredAt, homeService } = updates[3]!.homeServiceUpdated;
  expect(homeService.id).toBe(id);
  expect(homeService.status).toBe('EN_ROUTE');
  expect(homeService.position).toEqual({ latitude: 45.07, longitude: 7.68 });
  expect(homeService.customer!.lastName).toBe('Verdi');
  expect(occurredAt).toBe(await happenedAt(graph, shop, cursor));
  expect(cursor).toBe(await lastCursor(graph, shop, id));
  await doVisit(anna.client, 'arrive', id);
  await doVisit(anna.client, 'start', id);
  expect(typesOf(await payloads(heard, 2))).toEqual(['ARRIVED', 'STARTED']);
});

test('can be narrowed; who loses a visit is told so', async () => {
  const after = await cursorOf(desk);
  const first = await plan(desk.client, { ...who, startsAt: at(day, 12), technicianId: anna.id });
  const second = await plan(desk.client, { ...who, startsAt: at(day, 15), technicianId: anna.id });
  await doVisit(desk.client, 'assign', first.id, { input: { technicianId: bruno.id } });
  await doVisit(desk.client, 'update', first.id, { input: { notes: 'Ring twice.' } });
  await doVisit(shop.admin.client, 'cancel', second.id);
  const ofAnna = hear(desk, after, { technicianId: anna.id, homeServiceId: first.id });
  expect(typesOf(await payloads(ofAnna, 1))).toEqual(['ASSIGNED']);
  const changed = hear(desk, after, { types: ['CHANGED', 'CANCELLED'], ...who });
  expect(
    (await payloads(changed, 2)).map(({ homeServiceUpdated: { type, homeService } }) => [
      type,
      homeService.id,
    ]),
  ).toEqual([
    ['CHANGED', first.id],
    ['CANCELLED', second.id],
  ]);
  const elsewhere = hear(desk, after, { serviceCentreId: shop.centres[1] });
  await payloads(hear(desk, after, { serviceCentreId: shop.centres[0], types: ['CANCELLED'] }), 1);
  for (const heard of [ofAnna, elsewhere]) expect(heard.waiting).toEqual([]);
});

test('technicians hear of their own visits alone', async () => {
  const after = await cursorOf(desk);
  await plan(desk.client, { ...who, startsAt: at(monday(3), 9), technicianId: bruno.id });
  const { id } = await plan(desk.client, { ...who, startsAt: at(monday(3), 9), technicianId: anna.id });
  const [own] = await payloads(hear(anna, after), 1);
  expect(own!.homeServiceUpdated.homeService.id).toBe(id);
});
