import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import {
  addClosure,
  at,
  available,
  book,
  hold,
  monday,
  openWorkshop,
  run,
  visitor,
  type Workshop,
} from './scheduling.fixtures';

const graph = useGraph();
const TIMES = 'id version createdAt updatedAt';
const TOLD = {
  id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  version: expect.any(Number),
  createdAt: expect.stringMatching(/Z$/),
  updatedAt: expect.stringMatching(/Z$/),
};
let shop: Shop;
let workshop: Workshop;
let visit: { customerId: string; vehicleId: string };
const day = monday();

beforeAll(async () => {
  shop = await graph.shop();
  workshop = await openWorkshop(shop, { bays: 2, technicians: 1 });
  visit = await visitor(shop.admin.client, workshop.centre);
});

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
}

const list = async (filter: object, orderBy = 'EARLIEST', page: object = {}): Promise<Page> => {
  const { appointments } = await shop.admin.client.ask<{ appointments: Page }>(
    `query ($filter: AppointmentFilter!, $orderBy: AppointmentOrder!, $first: Int, $after: String) {
       appointments(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
         totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } nodes { ${TIMES} } } }`,
    { filter, orderBy, ...page },
  );
  return appointments;
};
const ids = async (filter: object, orderBy?: string) =>
  (await list(filter, orderBy)).nodes.map(({ id }) => id);

it('lists appointments by each filter, in order, page by page', async () => {
  const { client } = shop.admin;
  const common = { serviceCentreId: workshop.centre, ...visit };
  const one = await book(client, { ...common, startsAt: at(day, 9) });
  const two = await book(client, { ...common, startsAt: at(day, 11), bayId: workshop.bays[1] });
  const held = await hold(client, { serviceCentreId: workshop.centre, startsAt: at(day, 13) });
  expect(held).toMatchObject({
    heldUntil: expect.stringMatching(/Z$/),
    serviceCentre: { id: workshop.centre },
  });
  await run(client, 'confirm', two.id);
  expect(await ids({})).toEqual([one.id, two.id, held.id]);
  expect(await ids({}, 'LATEST')).toEqual([held.id, two.id, one.id]);
  expect(await ids({ status: ['BOOKED', 'CONFIRMED'] })).toEqual([one.id, two.id]);
  expect(await ids({ customerId: visit.customerId, vehicleId: visit.vehicleId })).toEqual([one.id, two.id]);
  expect(await ids({ bayId: workshop.bays[1] })).toEqual([two.id]);
  expect(
    await ids({ technicianId: workshop.technicians[0]!.id, serviceCentreId: workshop.centre }),
  ).toHaveLength(3);
  expect(await ids({ from: at(day, 10), to: at(day, 13) })).toEqual([two.id]);
  expect(await ids({ search: one.number!.replace(/APT-0*/, '') })).toEqual([one.id]);
  const page = await list({}, 'EARLIEST', { first: 2 });
  expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true }, nodes: [TOLD, TOLD] });
  expect(page.edges.map(({ cursor, node }) => [typeof cursor, node.id])).toEqual([
    ['string', one.id],
    ['string', two.id],
  ]);
  const rest = await list({}, 'EARLIEST', { first: 2, after: page.pageInfo.endCursor });
  expect(rest.nodes.map(({ id }) => id)).toEqual([held.id]);
});

it('tells of each record when it was made and changed', async () => {
  const { client } = shop.admin;
  await addClosure(client, { serviceCentreId: workshop.centre, fromDate: monday(5), reason: 'Fair' });
  const { id } = await book(client, { serviceCentreId: workshop.centre, ...visit, startsAt: at(day, 15) });
  await client.ask(
    'mutation { createServiceItem(input: { code: "T1", name: "Tyres", labourMinutes: 30 }) { id } }',
  );
  const told = await client.ask<Record<string, unknown>>(
    `query ($centre: ID!, $day: LocalDate!, $id: ID!) {
       calendar(serviceCentreId: $centre, from: $day, to: $day) { days { date }
         schedule { ${TIMES} openingHours { ${TIMES} } closures { ${TIMES} } shifts { ${TIMES} } } }
       bays { ${TIMES} }
       serviceItems { totalCount pageInfo { hasNextPage } edges { cursor node { id } } nodes { ${TIMES} } }
       appointment(id: $id) { ${TIMES} history { ${TIMES} } } }`,
    { centre: workshop.centre, day, id },
  );
  expect(told).toEqual({
    calendar: {
      days: [{ date: day }],
      schedule: { ...TOLD, openingHours: [TOLD], closures: [TOLD], shifts: [TOLD] },
    },
    bays: [TOLD, TOLD],
    serviceItems: {
      totalCount: 1,
      pageInfo: { hasNextPage: false },
      edges: [{ cursor: expect.any(String), node: { id: TOLD.id } }],
      nodes: [TOLD],
    },
    appointment: { ...TOLD, history: [TOLD] },
  });
});

it('names bay and technician of a free slot', async () => {
  const input = { serviceCentreId: workshop.centre, from: monday(4), to: monday(4), minutes: 60 };
  const [slot] = (await available(shop.admin.client, input))!.slots;
  expect(slot).toMatchObject({ technicianId: workshop.technicians[0]!.id, bayId: workshop.bays[0] });
  const { availability } = await shop.admin.client.ask<{ availability: { slots: { bay: object }[] } }>(
    'query ($input: AvailabilityInput!) { availability(input: $input) { slots { bay { id } } } }',
    { input },
  );
  expect(availability.slots[0]).toEqual({ bay: { id: workshop.bays[0] } });
});
