import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { CORE_RETURN, type CoreReturn, recordCore, tryToRecordCore } from './core-returns.fixtures';
import { doTo, euro, takenTo } from './counter-orders.fixtures';
import { eventsOf } from './customers.fixtures';
import { levelOf, openPartsShop, type PartsShop, run } from './job-parts.fixtures';
import { createSupplier } from './purchasing.fixtures';
import { refusalOf } from './scheduling.fixtures';
import { stocked } from './stock.fixtures';
import { issuedForJob, soldOver } from './warranty.fixtures';

const graph = useGraph();
let place: PartsShop;
let manager: Member;
let supplierId: string;
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ manager } = place);
  supplierId = await createSupplier(manager.client);
});

const kept = () =>
  graph.sql('select * from inventory.core_return where organisation_id = $1 order by id', [place.shop.id]);

it('come back from the customer of a job, and go on to a supplier, each with its deposit', async () => {
  const { part, jobCardId, jobPartId } = await issuedForJob(place, '3');
  const before = await levelOf(graph, part.partId, part.locationId);
  const back = await recordCore(manager.client, { jobPartId, quantity: '2', note: ' Rusty ' });
  const centre = { id: place.shop.centres[0] };
  const told = {
    id: expect.any(String),
    version: 1,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
    serviceCentre: centre,
    part: { id: part.partId },
    recordedBy: { id: manager.id },
  };
  expect(back).toEqual({
    ...told,
    way: 'FROM_CUSTOMER',
    quantity: '2',
    deposit: euro('10.00'),
    note: 'Rusty',
    jobCard: { id: jobCardId },
    counterOrder: null,
    supplier: null,
  });
  await place.shop.admin.client.ask(
    'mutation ($id: ID!) { updatePart(id: $id, input: { coreDeposit: { amount: "7.00", currency: "EUR" } }) { id } }',
    { id: part.partId },
  );
  const sent = await recordCore(manager.client, { supplierId, partId: part.partId, quantity: '1' });
  expect(sent).toEqual({
    ...told,
    way: 'TO_SUPPLIER',
    quantity: '1',
    deposit: euro('7.00'),
    note: null,
    jobCard: null,
    counterOrder: null,
    supplier: { id: supplierId },
  });
  expect((await list({ partId: part.partId })).nodes).toEqual([sent, { ...back, deposit: euro('10.00') }]);
  expect(await levelOf(graph, part.partId, part.locationId)).toEqual(before);
  expect(await eventsOf(graph, back.id)).toEqual(['CoreReturnRecorded']);
});

it('come back of what was sold over the counter', async () => {
  const { orderId, counterOrderLineId } = await soldOver(manager.client, place, '2');
  const { counterOrder, jobCard, way } = await recordCore(manager.client, { counterOrderLineId });
  expect([way, counterOrder, jobCard]).toEqual(['FROM_CUSTOMER', { id: orderId }, null]);
});

it('are found by way, supplier, centre and time, in pages', async () => {
  const { part, jobPartId } = await issuedForJob(place, '3');
  const { partId } = part;
  for (let n = 0; n < 2; n += 1) await recordCore(manager.client, { jobPartId });
  const sent = await recordCore(manager.client, { supplierId, partId });
  expect(await ids({ partId, way: 'TO_SUPPLIER' })).toEqual([sent.id]);
  expect(await ids({ partId, supplierId })).toEqual([sent.id]);
  expect(await ids({ partId, serviceCentreId: place.shop.centres[0] })).toHaveLength(3);
  expect(await ids({ partId, serviceCentreId: place.shop.centres[1] })).toEqual([]);
  expect(await ids({ partId, to: '2020-01-01T00:00:00Z' })).toEqual([]);
  const oldest = await list({ partId, from: '2020-01-01T00:00:00Z' }, { orderBy: 'OLDEST', first: 2 });
  expect(oldest.totalCount).toBe(3);
  const rest = await list({ partId }, { orderBy: 'OLDEST', after: oldest.pageInfo.endCursor });
  expect(oldest.edges.map(({ cursor }) => cursor)).toContain(oldest.pageInfo.endCursor);
  expect([...oldest.nodes, ...rest.nodes].at(-1)!.id).toBe(sent.id);
});

describe('are refused', () => {
  let jobPartId: string;
  let partId: string;
  beforeAll(async () => {
    const issued = await issuedForJob(place, '3');
    jobPartId = issued.jobPartId;
    partId = issued.part.partId;
    await recordCore(manager.client, { jobPartId, quantity: '2' });
  });

  it.each<[string, () => object, string]>([
    ['more than were sold', () => ({ jobPartId, quantity: '2' }), 'CONFLICT NOT_THERE'],
    ['more than came back', () => ({ supplierId, partId, quantity: '3' }), 'CONFLICT NOT_THERE'],
    ['none', () => ({ jobPartId, quantity: '0' }), 'BAD_INPUT input.quantity: MIN'],
    ['less than none', () => ({ jobPartId, quantity: '-1' }), 'BAD_INPUT input.quantity: MIN'],
    ['half a piece', () => ({ jobPartId, quantity: '0.5' }), 'BAD_INPUT input.quantity: DECIMALS'],
    ['of no line', () => ({}), 'BAD_INPUT input.jobPartId: REQUIRED'],
    ['of a line that is not there', () => ({ jobPartId: partId }), 'BAD_INPUT input.jobPartId: UNKNOWN'],
    ['to nobody', () => ({ supplierId: partId, partId }), 'BAD_INPUT input.supplierId: UNKNOWN'],
    ['of no part', () => ({ supplierId }), 'BAD_INPUT input.partId: REQUIRED'],
    ['of a part beside its line', () => ({ jobPartId, partId }), 'BAD_INPUT input.partId: NOT_ALLOWED'],
    ['both ways', () => ({ jobPartId, supplierId, partId }), 'BAD_INPUT input.jobPartId: NOT_ALLOWED'],
  ])('%s', async (_, input, refusal) => {
    const before = await kept();
    expect(refusalOf(await tryToRecordCore(manager.client, input()))).toBe(refusal);
    expect(await kept()).toEqual(before);
  });

  it('of a part without a deposit, and of an order that is not handed over', async () => {
    const { partId: plain } = await stocked(manager.client, place.store, '3', { price: euro('1.00') });
    const lines = [{ partId: plain, quantity: '1' }];
    const ready = await takenTo(manager.client, 'READY', lines);
    const counterOrderLineId = ready.lines[0]!.id;
    expect(refusalOf(await tryToRecordCore(manager.client, { counterOrderLineId }))).toBe(
      'CONFLICT NO_DEPOSIT',
    );
    await doTo(manager.client, 'cancel', ready.id);
    const { orderId, counterOrderLineId: other } = await soldOver(manager.client, place, '1');
    await graph.sql(
      "update inventory.counter_order set status = 'READY', delivered_at = null where id = $1",
      [orderId],
    );
    expect(refusalOf(await tryToRecordCore(manager.client, { counterOrderLineId: other }))).toBe(
      'CONFLICT NOT_THERE',
    );
  });

  it('to those who may not, and of other organisations', async () => {
    const technician = await tryToRecordCore(place.technician.client, { jobPartId });
    expect(technician.code).toBe('FORBIDDEN');
    const other = await graph.shop();
    expect(refusalOf(await tryToRecordCore(other.admin.client, { jobPartId }))).toBe(
      'BAD_INPUT input.jobPartId: UNKNOWN',
    );
  });
});

describe('at once', () => {
  const FIFTY = Array.from({ length: 50 }, (_, n) => n);
  const done = (answers: readonly { errors: readonly unknown[] }[]) =>
    answers.filter(({ errors }) => errors.length === 0).length;

  it('the last old unit comes back once, and is sent once', async () => {
    const { part, jobPartId } = await issuedForJob(place, '1');
    expect(done(await Promise.all(FIFTY.map(() => tryToRecordCore(manager.client, { jobPartId }))))).toBe(1);
    const { partId } = part;
    const send = () => tryToRecordCore(manager.client, { supplierId, partId });
    expect(done(await Promise.all(FIFTY.map(send)))).toBe(1);
  });

  it('one key records once', async () => {
    const { jobPartId } = await issuedForJob(place, '50');
    const input = { jobPartId, idempotencyKey: 'the same old unit' };
    const answers = await Promise.all(FIFTY.map(() => tryToRecordCore(manager.client, input)));
    expect(new Set(answers.map(({ data }) => data?.done.id)).size).toBe(1);
    expect(done(answers)).toBe(50);
  });

  it('what is returned to stock brings no old unit', async () => {
    const { jobCardId, jobPartId } = await issuedForJob(place, '2');
    await run(manager.client, 'return', jobCardId, { id: jobPartId, quantity: '1' });
    expect(refusalOf(await tryToRecordCore(manager.client, { jobPartId, quantity: '2' }))).toBe(
      'CONFLICT NOT_THERE',
    );
  });
});

interface Page {
  totalCount: number;
  nodes: CoreReturn[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { endCursor: string };
}

async function list(filter: object, page: object = {}): Promise<Page> {
  const { coreReturns } = await manager.client.ask<{ coreReturns: Page }>(
    `query ($filter: CoreReturnFilter!, $orderBy: CoreReturnOrder, $first: Int, $after: String) {
       coreReturns(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
         totalCount nodes { ${CORE_RETURN} } edges { cursor node { id } } pageInfo { endCursor } } }`,
    { filter, ...page },
  );
  return coreReturns;
}

const ids = async (filter: object): Promise<string[]> => (await list(filter)).nodes.map(({ id }) => id);
