import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { recordCore } from './core-returns.fixtures';
import { euro, takenTo } from './counter-orders.fixtures';
import { openPartsShop, type PartsShop, run, untilQuiet } from './job-parts.fixtures';
import { emit, reachableCustomer } from './messages.fixtures';
import { stocked } from './stock.fixtures';
import { claim, issuedForJob, soldOver } from './warranty.fixtures';

const graph = useGraph();
let place: PartsShop;
let manager: Member;
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ manager } = place);
});

const CORE = `id quantity handedOverAt jobPartId counterOrderLineId deposit { amount currency } part { id }
  customer { id } serviceCentre { id } jobCard { id } counterOrder { id }`;

interface Core {
  id: string;
  quantity: string;
  handedOverAt: string;
  deposit: { amount: string };
  customer: { id: string } | null;
}

interface Page {
  totalCount: number;
  nodes: Core[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { endCursor: string };
}

const LIST = `query ($filter: OutstandingCoreFilter!, $orderBy: OutstandingCoreOrder, $first: Int, $after: String) {
  outstandingCores(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { ${CORE} } edges { cursor node { id } } pageInfo { endCursor } } }`;

const list = async (filter: object, page: object = {}, client: GraphClient = manager.client): Promise<Page> =>
  (await client.ask<{ outstandingCores: Page }>(LIST, { filter, ...page })).outstandingCores;

const toCome = async (partId: string): Promise<string[]> =>
  (await list({ partId })).nodes.map(({ quantity }) => quantity);

it('of a job are told with whose it is, since when, and their deposit', async () => {
  const { part, jobCardId, jobPartId } = await issuedForJob(place, '4');
  const [first] = await graph.sql<{ at: Date }>(
    'select created_at as at from inventory.job_part_issue where job_part_id = $1',
    [jobPartId],
  );
  expect((await list({ partId: part.partId })).nodes).toEqual([
    {
      id: jobPartId,
      quantity: '4',
      handedOverAt: first!.at.toISOString(),
      jobPartId,
      counterOrderLineId: null,
      deposit: euro('20.00'),
      part: { id: part.partId },
      customer: { id: place.visit.customerId },
      serviceCentre: { id: place.shop.centres[0] },
      jobCard: { id: jobCardId },
      counterOrder: null,
    },
  ]);
  await recordCore(manager.client, { jobPartId });
  await run(manager.client, 'return', jobCardId, { id: jobPartId, quantity: '1' });
  await claim(manager.client, { jobPartId });
  expect(await toCome(part.partId)).toEqual(['2']);
  await recordCore(manager.client, { jobPartId, quantity: '2' });
  expect(await toCome(part.partId)).toEqual([]);
});

it('of an order over the counter are told from when it is handed over, of a walk-in without a name', async () => {
  const { id: customerId } = await reachableCustomer(manager.client);
  const { part, orderId, counterOrderLineId } = await soldOver(manager.client, place, '2', { customerId });
  const [order] = await graph.sql<{ at: Date }>(
    'select delivered_at as at from inventory.counter_order where id = $1',
    [orderId],
  );
  const [told] = (await list({ partId: part.partId })).nodes;
  expect(told).toMatchObject({
    id: counterOrderLineId,
    handedOverAt: order!.at.toISOString(),
    quantity: '2',
    jobPartId: null,
    counterOrderLineId,
    deposit: euro('10.00'),
    customer: { id: customerId },
    jobCard: null,
    counterOrder: { id: orderId },
  });
  const walkIn = await soldOver(manager.client, place, '1');
  expect((await list({ partId: walkIn.part.partId })).nodes).toEqual([
    expect.objectContaining({ customer: null, counterOrder: { id: walkIn.orderId } }),
  ]);
});

it('are not of what is not handed over, nor of a part without a deposit', async () => {
  const { partId } = await stocked(manager.client, place.store, '4', {
    price: euro('1.00'),
    coreDeposit: euro('5.00'),
  });
  await takenTo(manager.client, 'READY', [{ partId, quantity: '1' }]);
  expect(await toCome(partId)).toEqual([]);
  await takenTo(manager.client, 'DELIVERED', [{ partId, quantity: '2' }]);
  expect(await toCome(partId)).toEqual(['2']);
  const setDeposit = (coreDeposit: object | null) =>
    place.shop.admin.client.ask(
      'mutation ($id: ID!, $input: UpdatePartInput!) { updatePart(id: $id, input: $input) { id } }',
      { id: partId, input: { coreDeposit } },
    );
  await setDeposit(euro('7.00'));
  expect((await list({ partId })).nodes[0]!.deposit).toEqual(euro('14.00'));
  await setDeposit(null);
  expect(await toCome(partId)).toEqual([]);
});

it('are found by customer, centre, part and time, in pages', async () => {
  const { id: customerId } = await reachableCustomer(manager.client);
  const sold: string[] = [];
  for (let n = 0; n < 3; n += 1)
    sold.push((await soldOver(manager.client, place, '1', { customerId })).counterOrderLineId);
  const ids = async (filter: object, page: object = {}) =>
    (await list({ customerId, ...filter }, page)).nodes.map(({ id }) => id);
  expect(await ids({})).toEqual(sold);
  expect(await ids({}, { orderBy: 'NEWEST' })).toEqual([...sold].reverse());
  expect(await ids({ serviceCentreId: place.shop.centres[0] })).toHaveLength(3);
  expect(await ids({ serviceCentreId: customerId })).toEqual([]);
  const { nodes } = await list({ customerId });
  const second = nodes[1]!.handedOverAt;
  expect(await ids({ to: second })).toEqual(sold.slice(0, 1));
  expect(await ids({ from: second })).toEqual(sold.slice(1));
  const page = await list({ customerId }, { first: 2 });
  expect(page.totalCount).toBe(3);
  expect(page.edges.map(({ node }) => node.id)).toEqual(sold.slice(0, 2));
  expect(page.pageInfo.endCursor).toBe(page.edges[1]!.cursor);
  expect(page.edges[1]!.cursor).not.toBe(page.edges[0]!.cursor);
  expect(await ids({}, { after: page.pageInfo.endCursor })).toEqual(sold.slice(2));
  const { customerId: ofJobs } = place.visit;
  const { jobPartId } = await issuedForJob(place, '1');
  expect((await list({ customerId: ofJobs })).nodes.map(({ id }) => id)).toContain(jobPartId);
  expect(await ids({})).not.toContain(jobPartId);
});

it('of a job that was known before say whose they are once it has ended', async () => {
  const { part, jobCardId } = await issuedForJob(place, '1');
  const { partId } = part;
  await graph.sql('update inventory.supplied_job set customer_id = null where id = $1', [jobCardId]);
  expect((await list({ partId })).nodes[0]!.customer).toBeNull();
  const { customerId } = place.visit;
  const event = { customerId, serviceCentreId: place.shop.centres[0] };
  await emit(graph, place.shop, 'JobCardCompleted', { type: 'JobCard', id: jobCardId }, event);
  await untilQuiet(graph, place.shop);
  expect((await list({ partId })).nodes[0]!.customer).toEqual({ id: customerId });
});

it('are for those of the centre, and for nobody of another organisation', async () => {
  const { part } = await issuedForJob(place, '1');
  const { partId } = part;
  expect((await place.technician.client.send(LIST, { filter: {} })).code).toBe('FORBIDDEN');
  const accountant = await place.shop.staff('ACCOUNTANT');
  expect((await list({ partId }, {}, accountant.client)).totalCount).toBe(1);
  const other = await graph.shop();
  expect(await list({}, {}, other.admin.client)).toMatchObject({ nodes: [], totalCount: 0 });
  const away = await place.shop.admin.client.ask<{ createServiceCentre: { id: string } }>(
    'mutation ($input: CreateServiceCentreInput!) { createServiceCentre(input: $input) { id } }',
    { input: { name: 'Elsewhere', code: 'ELS' } },
  );
  const stranger = await place.shop.staff('MANAGER', { centres: [away.createServiceCentre.id] });
  expect(await list({}, {}, stranger.client)).toMatchObject({ nodes: [], totalCount: 0 });
});
