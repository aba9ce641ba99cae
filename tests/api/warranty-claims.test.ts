import { randomUUID } from 'node:crypto';
import { useGraph } from '../harness/graph';
import { doTo, euro, takenTo } from './counter-orders.fixtures';
import { eventsOf } from './customers.fixtures';
import { levelOf, openJob, openPartsShop, type PartsShop, partsOf, run, send } from './job-parts.fixtures';
import { createSupplier } from './purchasing.fixtures';
import { refusalOf } from './scheduling.fixtures';
import { adjust } from './stock.fixtures';
import {
  CLAIM,
  type Claim,
  claim,
  decide,
  issuedForJob,
  OWN_CLAIM,
  soldOver,
  tryToClaim,
  tryToDecide,
} from './warranty.fixtures';

const graph = useGraph();
let place: PartsShop;
let client: PartsShop['manager']['client'];
let supplierId: string;
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ client } = place.manager);
  supplierId = await createSupplier(client);
});

const INSTANT = expect.stringMatching(/^\d{4}-.*Z$/);

interface Listed {
  nodes: Claim[];
  totalCount: number;
}
const list = async (filter: object = {}, orderBy = 'NEWEST'): Promise<Listed> =>
  (
    await client.ask<{ warrantyClaims: Listed }>(
      `query ($filter: WarrantyClaimFilter!, $orderBy: WarrantyClaimOrder!) {
         warrantyClaims(filter: $filter, orderBy: $orderBy) { totalCount nodes { ${CLAIM} } } }`,
      { filter, orderBy },
    )
  ).warrantyClaims;

it('is opened by a technician for a part of their job, accepted, and settled with money', async () => {
  const { technician, manager, shop } = place;
  const { part, jobCardId, jobPartId } = await issuedForJob(place, '3', technician);
  const opened = await claim(technician.client, { jobPartId, quantity: '2' }, OWN_CLAIM);
  expect(opened).toMatchObject({ status: 'OPEN', jobCard: { id: jobCardId } });
  const [read] = (await list({ jobCardId })).nodes;
  expect(read).toEqual({
    id: opened.id,
    version: 1,
    createdAt: INSTANT,
    updatedAt: INSTANT,
    number: expect.stringMatching(/^WC-\d{6}$/),
    status: 'OPEN',
    quantity: '2',
    fault: 'It leaks.',
    currency: 'EUR',
    refusedReason: null,
    decidedAt: null,
    settlement: null,
    settledAt: null,
    replacedQuantity: null,
    lineId: jobPartId,
    cost: euro('2.00'),
    credit: null,
    location: null,
    serviceCentre: { id: shop.centres[0] },
    jobCard: { id: jobCardId },
    counterOrder: null,
    part: { id: part.partId },
    supplier: null,
    openedBy: { id: technician.id },
    decidedBy: null,
  });
  const accepted = await decide(client, opened.id, { decision: 'ACCEPTED', supplierId, expectedVersion: 1 });
  expect(accepted).toMatchObject({
    status: 'ACCEPTED',
    version: 2,
    supplier: { id: supplierId },
    decidedAt: INSTANT,
    decidedBy: { id: manager.id },
  });
  const settled = await decide(client, opened.id, { decision: 'SETTLED', credit: euro('1.90') });
  expect(settled).toMatchObject({
    status: 'SETTLED',
    settlement: 'CREDIT',
    settledAt: INSTANT,
    credit: euro('1.90'),
    replacedQuantity: null,
  });
  expect(await eventsOf(graph, opened.id)).toEqual([
    'WarrantyClaimOpened',
    'WarrantyClaimDecided',
    'WarrantyClaimSettled',
  ]);
  expect(await levelOf(graph, part.partId, part.locationId)).toMatchObject({ onHand: 0 });
});

it('is opened for a line that was sold over the counter, and refused: then it can be claimed again', async () => {
  const { orderId, counterOrderLineId } = await soldOver(client, place, '2');
  const opened = await claim(client, { counterOrderLineId, quantity: '2', supplierId });
  expect(opened).toMatchObject({
    counterOrder: { id: orderId },
    jobCard: null,
    lineId: counterOrderLineId,
    supplier: { id: supplierId },
    cost: euro('2.00'),
  });
  expect(refusalOf(await tryToClaim(client, { counterOrderLineId }))).toBe('CONFLICT NOT_ISSUED');
  const refused = await decide(client, opened.id, { decision: 'REFUSED', reason: ' Fitted wrongly ' });
  expect(refused).toMatchObject({ status: 'REFUSED', refusedReason: 'Fitted wrongly', decidedAt: INSTANT });
  expect(await claim(client, { counterOrderLineId, quantity: '2' })).toMatchObject({ quantity: '2' });
});

it('a replacement comes in at what the faulty ones had cost, and goes to the job that waits', async () => {
  const { part, jobPartId } = await issuedForJob(place, '2');
  await adjust(client, part, '2', { unitCost: euro('5.00') });
  const waiting = await openJob(place);
  await run(client, 'request', waiting, { partId: part.partId, quantity: '3' });
  expect(await partsOf(client, waiting)).toMatchObject([{ status: 'WAITING', missing: '1' }]);
  const { id } = await claim(client, { jobPartId, quantity: '2', supplierId });
  await decide(client, id, { decision: 'ACCEPTED' });
  const replacement = { locationId: place.store, quantity: '1' };
  const settled = await decide(client, id, { decision: 'SETTLED', replacement });
  expect(settled).toMatchObject({
    status: 'SETTLED',
    settlement: 'REPLACEMENT',
    replacedQuantity: '1',
    location: { id: place.store },
    credit: null,
  });
  expect(await partsOf(client, waiting)).toMatchObject([{ status: 'RESERVED', missing: '0', reserved: '3' }]);
  const rows = await graph.sql(
    `select kind, quantity::float, unit_cost::float as cost, reference_type as by, average_cost_after::float as average
     from inventory.stock_movement where reference_id = $1`,
    [id],
  );
  // Two at five euros and one at one.
  expect(rows).toEqual([
    { kind: 'RECEIPT', quantity: 1, cost: 100, by: 'WARRANTY_CLAIM', average: 366.666667 },
  ]);
});

it('what is claimed does not go back into stock; what is not, does', async () => {
  const { jobCardId, jobPartId, part } = await issuedForJob(place, '3');
  const { id } = await claim(client, { jobPartId, quantity: '2' });
  const back = (quantity?: string) =>
    send(client, 'return', { jobCardId, lines: [{ id: jobPartId, quantity }] });
  expect(refusalOf(await back('2'))).toBe('CONFLICT NOT_ISSUED');
  expect((await back()).code).toBeUndefined();
  expect(await levelOf(graph, part.partId, part.locationId)).toMatchObject({ onHand: 1 });
  await decide(client, id, { decision: 'REFUSED', reason: 'Not faulty' });
  expect((await back('2')).code).toBeUndefined();
  expect(refusalOf(await tryToClaim(client, { jobPartId }))).toBe('CONFLICT NOT_ISSUED');
});

it('costs what its line’s issues had cost on the average, of what is still kept', async () => {
  const { part, jobCardId, jobPartId } = await issuedForJob(place, '1');
  await adjust(client, part, '3', { unitCost: euro('2.00') });
  const more = await run(client, 'request', jobCardId, { partId: part.partId, quantity: '3' });
  await run(client, 'issue', jobCardId, { id: more.id, quantity: '1' });
  expect(await claim(client, { jobPartId })).toMatchObject({ cost: euro('1.00') });
  expect(await claim(client, { jobPartId: more.id })).toMatchObject({ cost: euro('2.00') });
});

it('again, it is the same: opened by one key, decided and settled', async () => {
  const { jobPartId } = await issuedForJob(place, '2');
  const input = { jobPartId, supplierId, idempotencyKey: randomUUID() };
  const first = await claim(client, input);
  expect((await claim(client, input)).id).toBe(first.id);
  expect(refusalOf(await tryToClaim(client, { ...input, quantity: '2' }))).toBe('IDEMPOTENCY_MISMATCH');
  const accepted = await decide(client, first.id, { decision: 'ACCEPTED' });
  expect(await decide(client, first.id, { decision: 'ACCEPTED' })).toEqual(accepted);
  const another = { decision: 'ACCEPTED', supplierId: await createSupplier(client) };
  expect(refusalOf(await tryToDecide(client, first.id, another))).toBe('INVALID_TRANSITION');
  const how = { decision: 'SETTLED', replacement: { locationId: place.store } };
  const settled = await decide(client, first.id, how);
  expect(await decide(client, first.id, how)).toEqual(settled);
  for (const other of [{ credit: euro('0.50') }, { replacement: { locationId: await otherPlace() } }])
    expect(refusalOf(await tryToDecide(client, first.id, { decision: 'SETTLED', ...other }))).toBe(
      'INVALID_TRANSITION',
    );
});

const otherPlace = async (): Promise<string> => {
  const { made } = await client.ask<{ made: { id: string } }>(
    `mutation ($input: CreateStockLocationInput!) { made: createStockLocation(input: $input) { id } }`,
    { input: { name: 'Van', kind: 'VAN', serviceCentreId: place.shop.centres[0] } },
  );
  return made.id;
};

it('is found by each filter, in both orders', async () => {
  const { orderId, counterOrderLineId, part } = await soldOver(client, place, '2');
  const other = await createSupplier(client);
  const [first, second] = [
    await claim(client, { counterOrderLineId, supplierId: other }),
    await claim(client, { counterOrderLineId, supplierId: other }),
  ];
  await decide(client, second.id, { decision: 'REFUSED', reason: 'No' });
  const found = async (filter: object, orderBy?: string) =>
    (await list({ counterOrderId: orderId, ...filter }, orderBy)).nodes.map(({ id }) => id);
  const both = [second.id, first.id];
  expect(await found({})).toEqual(both);
  expect(await found({}, 'OLDEST')).toEqual([first.id, second.id]);
  expect(await found({ status: ['REFUSED'] })).toEqual([second.id]);
  expect(await found({ serviceCentreId: place.shop.centres[0] })).toEqual(both);
  expect(await found({ serviceCentreId: randomUUID() })).toEqual([]);
  expect(await found({ supplierId: other })).toEqual(both);
  expect(await found({ supplierId })).toEqual([]);
  expect(await found({ partId: part.partId })).toEqual(both);
  expect(await found({ partId: randomUUID() })).toEqual([]);
  expect(await found({ jobCardId: randomUUID() })).toEqual([]);
  expect(await found({ from: '2020-01-01T00:00:00Z' })).toEqual(both);
  expect(await found({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
  expect(await found({ search: first.number })).toEqual([first.id]);
  expect(await found({ search: String(Number(second.number.slice(3))) })).toEqual([second.id]);
  expect(await found({ search: 'no number' })).toEqual([]);
});

it('a technician sees the claims that they opened, and opens them on their own jobs alone', async () => {
  const { technician } = place;
  const own = await issuedForJob(place, '1', technician);
  const { id } = await claim(technician.client, { jobPartId: own.jobPartId }, OWN_CLAIM);
  const { jobPartId } = await issuedForJob(place, '1');
  await claim(client, { jobPartId });
  const { warrantyClaims } = await technician.client.ask<{
    warrantyClaims: { nodes: { id: string; openedBy: { id: string } }[] };
  }>(`{ warrantyClaims { nodes { ${OWN_CLAIM} } } }`);
  expect(warrantyClaims.nodes[0]!.id).toBe(id);
  for (const { openedBy } of warrantyClaims.nodes) expect(openedBy).toEqual({ id: technician.id });
  expect(refusalOf(await tryToClaim(technician.client, { jobPartId }))).toBe(
    'BAD_INPUT input.jobPartId: UNKNOWN',
  );
  const { counterOrderLineId } = await soldOver(client, place, '1');
  expect(refusalOf(await tryToClaim(technician.client, { counterOrderLineId }))).toBe(
    'BAD_INPUT input.counterOrderLineId: UNKNOWN',
  );
  expect((await tryToDecide(technician.client, id, { decision: 'ACCEPTED', supplierId })).code).toBe(
    'FORBIDDEN',
  );
});

it('stands on its job, its order and its part', async () => {
  const job = await issuedForJob(place, '1');
  const sale = await soldOver(client, place, '2');
  const ofJob = await claim(client, { jobPartId: job.jobPartId });
  const { counterOrderLineId } = sale;
  const [first, second] = [
    await claim(client, { counterOrderLineId }),
    await claim(client, { counterOrderLineId }),
  ];
  const found = await client.ask<object>(
    `query ($job: ID!, $order: ID!, $part: ID!) { jobCard(id: $job) { warrantyClaims { id number } }
       counterOrder(id: $order) { warrantyClaims { id } }
       part(id: $part) { warrantyClaims(first: 1) { totalCount nodes { id } } } }`,
    { job: job.jobCardId, order: sale.orderId, part: sale.part.partId },
  );
  expect(found).toEqual({
    jobCard: { warrantyClaims: [{ id: ofJob.id, number: ofJob.number }] },
    counterOrder: { warrantyClaims: [{ id: second.id }, { id: first.id }] },
    part: { warrantyClaims: { totalCount: 2, nodes: [{ id: second.id }] } },
  });
});

it('an order that was not handed over has sold nothing yet', async () => {
  const { part } = await issuedForJob(place, '1');
  await adjust(client, part, '1', { unitCost: euro('1.00') });
  const ready = await takenTo(client, 'READY', [
    { partId: part.partId, quantity: '1', unitPrice: euro('1.00') },
  ]);
  const counterOrderLineId = ready.lines[0]!.id;
  expect(refusalOf(await tryToClaim(client, { counterOrderLineId }))).toBe('CONFLICT NOT_ISSUED');
  await doTo(client, 'deliver', ready.id);
  expect((await tryToClaim(client, { counterOrderLineId })).code).toBeUndefined();
});
