import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { until } from '../harness/until';
import { eventsOf } from './customers.fixtures';
import { putInState } from './job-cards.fixtures';
import { levelOf, openJob, openPartsShop, type PartsShop, partsOf, run, send } from './job-parts.fixtures';
import { adjust, createLocation, key, stocked } from './stock.fixtures';

const graph = useGraph();
let place: PartsShop;
let manager: Member;
let technician: Member;
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ manager, technician } = place);
});

const EUR = (amount: string) => ({ amount, currency: 'EUR' });
const stock = (quantity: string, part: object = {}) => stocked(manager.client, place.store, quantity, part);
const level = ({ partId, locationId }: { partId: string; locationId: string }) =>
  levelOf(graph, partId, locationId);

it('are reserved, handed out and brought back', async () => {
  const part = await stock('5');
  const jobCardId = await openJob(place, technician);
  const asked = await run(technician.client, 'request', jobCardId, { partId: part.partId, quantity: '3' });
  expect(asked).toMatchObject({ status: 'RESERVED', quantity: '3', reserved: '3', missing: '0', used: '0' });
  expect(await level(part)).toEqual({ onHand: 5, reserved: 3, available: 2 });
  const issued = await run(technician.client, 'issue', jobCardId, { id: asked.id, quantity: '2' });
  expect(issued).toMatchObject({ status: 'RESERVED', reserved: '1', issued: '2', used: '2' });
  expect(await level(part)).toEqual({ onHand: 3, reserved: 1, available: 2 });
  const rest = await run(technician.client, 'issue', jobCardId, { id: asked.id });
  expect(rest).toMatchObject({ status: 'ISSUED', reserved: '0', issued: '3', used: '3' });
  const back = await run(technician.client, 'return', jobCardId, { id: asked.id, quantity: '1' });
  expect(back).toMatchObject({ status: 'ISSUED', issued: '3', returned: '1', used: '2' });
  expect(await level(part)).toEqual({ onHand: 3, reserved: 0, available: 3 });
  const all = await run(technician.client, 'return', jobCardId, { id: asked.id });
  expect(all).toMatchObject({ status: 'RETURNED', returned: '3', used: '0' });
  expect(await level(part)).toEqual({ onHand: 5, reserved: 0, available: 5 });
});

it('wait for what is not there, and get it the moment it comes, the oldest first', async () => {
  const part = await stock('1');
  const { partId } = part;
  const [first, second] = [await openJob(place, technician), await openJob(place)];
  const one = await run(technician.client, 'request', first, { partId, quantity: '3' });
  expect(one).toMatchObject({ status: 'WAITING', reserved: '1', missing: '2' });
  const two = await run(manager.client, 'request', second, { partId, quantity: '2' });
  expect(two).toMatchObject({ status: 'WAITING', reserved: '0', missing: '2' });
  await adjust(manager.client, part, '3');
  expect(await partsOf(manager.client, first)).toMatchObject([{ status: 'RESERVED', reserved: '3' }]);
  expect(await partsOf(manager.client, second)).toMatchObject([
    { status: 'WAITING', reserved: '1', missing: '1' },
  ]);
  await run(technician.client, 'cancel', first, { id: one.id, quantity: '1' });
  expect(await partsOf(manager.client, second)).toMatchObject([{ status: 'RESERVED', reserved: '2' }]);
  expect(await level(part)).toEqual({ onHand: 4, reserved: 4, available: 0 });
  const ofParts = async (job: string) =>
    (await eventsOf(graph, job)).filter((name) => name.includes('Parts'));
  expect(await ofParts(first)).toEqual([
    'JobPartsChanged',
    'PartsNotAvailable',
    'JobPartsChanged',
    'PartsArrived',
    'JobPartsChanged',
  ]);
  expect(await ofParts(second)).toEqual([
    'JobPartsChanged',
    'PartsNotAvailable',
    'JobPartsChanged',
    'JobPartsChanged',
    'PartsArrived',
  ]);
});

it('say of a job how many of its lines wait, each word newer than the one before', async () => {
  const [there, missing] = [await stock('2'), await stock('1')];
  const jobCardId = await openJob(place);
  await send(manager.client, 'request', {
    jobCardId,
    lines: [
      { partId: there.partId, quantity: '1' },
      { partId: missing.partId, quantity: '2' },
      { partId: missing.partId, quantity: '2' },
    ],
  });
  const parts = (await partsOf(manager.client, jobCardId))!;
  expect(parts.map(({ status, reserved }) => [status, reserved])).toEqual([
    ['RESERVED', '1'],
    ['WAITING', '1'],
    ['WAITING', '0'],
  ]);
  await run(manager.client, 'cancel', jobCardId, { id: parts[2]!.id });
  await run(manager.client, 'issue', jobCardId, { id: parts[0]!.id });
  await adjust(manager.client, missing, '1');
  const told = await graph.sql<{ payload: object }>(
    `select payload from platform.event where subject_id = $1 and name = 'JobPartsChanged' order by position`,
    [jobCardId],
  );
  const serviceCentreId = place.shop.centres[0];
  expect(told.map(({ payload }) => payload)).toEqual([
    { jobCardId, serviceCentreId, waiting: 2, revision: 1 },
    { jobCardId, serviceCentreId, waiting: 1, revision: 2 },
    { jobCardId, serviceCentreId, waiting: 1, revision: 3 },
    { jobCardId, serviceCentreId, waiting: 0, revision: 4 },
  ]);
});

it('cost what they cost when they were issued, and come back at that', async () => {
  const part = await stock('2');
  const jobCardId = await openJob(place, technician);
  const { id } = await run(technician.client, 'request', jobCardId, { partId: part.partId, quantity: '3' });
  await run(technician.client, 'issue', jobCardId, { id });
  await adjust(manager.client, part, '4', { reason: 'FOUND', unitCost: EUR('3.00') });
  await run(technician.client, 'issue', jobCardId, { id });
  const issues = 'issues { quantity returned unitCost { amount } issuedBy { id } }';
  const cost = async () =>
    (await partsOf<{ issues: object[] }>(manager.client, jobCardId, issues))![0]!.issues;
  const issuedBy = { id: technician.id };
  expect(await cost()).toEqual([
    { quantity: '2', returned: '0', unitCost: EUR1(), issuedBy },
    { quantity: '1', returned: '0', unitCost: { amount: '3.00' }, issuedBy },
  ]);
  await adjust(manager.client, part, '3', { reason: 'FOUND', unitCost: EUR('9.00') });
  await run(technician.client, 'return', jobCardId, { id, quantity: '2' }, { reason: 'Too long' });
  expect(await cost()).toEqual([
    { quantity: '2', returned: '1', unitCost: EUR1(), issuedBy },
    { quantity: '1', returned: '1', unitCost: { amount: '3.00' }, issuedBy },
  ]);
  const came = await graph.sql(
    `select quantity::float, unit_cost::float, reference_id, reference_line_id, reason
     from inventory.stock_movement where part_id = $1 and kind = 'RETURN' order by entry`,
    [part.partId],
  );
  const reference = { reference_id: jobCardId, reference_line_id: id, reason: 'Too long' };
  expect(came).toEqual([
    { quantity: 1, unit_cost: 300, ...reference },
    { quantity: 1, unit_cost: 100, ...reference },
  ]);
});
const EUR1 = () => ({ amount: '1.00' });

it('are sold at the price that the part had when the first of it was issued, or at the one that was said', async () => {
  const part = await stock('9', { price: EUR('12.50'), taxCategory: 'S' });
  const jobCardId = await openJob(place);
  const line = { partId: part.partId, quantity: '3' };
  const { id } = await run(manager.client, 'request', jobCardId, line);
  const { id: other } = await run(manager.client, 'request', jobCardId, line);
  const SALE = 'unitPrice { amount currency } amount { amount currency } taxCategory used';
  const sale = () => partsOf(manager.client, jobCardId, SALE);
  const none = { unitPrice: null, amount: null, taxCategory: null, used: '0' };
  expect(await sale()).toEqual([none, none]);
  await run(manager.client, 'issue', jobCardId, { id, quantity: '1' });
  await run(manager.client, 'issue', jobCardId, { id: other, unitPrice: EUR('9.99') });
  await manager.client.ask(
    `mutation ($id: ID!, $price: MoneyInput!) {
       updatePart(id: $id, input: { price: $price, taxCategory: "AA" }) { id } }`,
    { id: part.partId, price: EUR('99.00') },
  );
  await run(manager.client, 'issue', jobCardId, { id });
  const said = { unitPrice: EUR('9.99'), amount: EUR('29.97'), taxCategory: 'S', used: '3' };
  expect(await sale()).toEqual([
    { unitPrice: EUR('12.50'), amount: EUR('37.50'), taxCategory: 'S', used: '3' },
    said,
  ]);
  await run(manager.client, 'return', jobCardId, { id, quantity: '1' });
  expect((await sale())![0]).toMatchObject({ amount: EUR('25.00'), used: '2' });
});

it('tell their part, place, job and who asked for them; a litre has decimals', async () => {
  const warehouse = await createLocation(place.shop.admin.client);
  const van = await createLocation(manager.client, {
    kind: 'VAN',
    name: 'Van 1',
    serviceCentreId: place.shop.centres[0],
  });
  const oil = await stocked(place.shop.admin.client, warehouse, '20', { unit: 'LITRE', name: 'Oil' });
  const jobCardId = await openJob(place, technician);
  const TOLD =
    'quantity status part { name } location { name } jobCard { id status } requestedBy { id } createdAt updatedAt';
  const { data } = await send<object>(
    technician.client,
    'request',
    {
      jobCardId,
      lines: [
        { partId: oil.partId, quantity: '4.250', locationId: warehouse },
        { partId: oil.partId, quantity: '0.5', locationId: van },
      ],
    },
    TOLD,
  );
  const told = {
    part: { name: 'Oil' },
    // The job hears of what it waits for by an event, which may be there first.
    jobCard: { id: jobCardId, status: expect.stringMatching(/^(ASSIGNED|WAITING_PARTS)$/) },
    requestedBy: { id: technician.id },
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  };
  expect(data!.lines).toEqual([
    { ...told, quantity: '4.25', status: 'RESERVED', location: { name: 'Warehouse' } },
    { ...told, quantity: '0.5', status: 'WAITING', location: { name: 'Van 1' } },
  ]);
});

it('tell whether they are there, and if not, where there are some', async () => {
  const { partId } = await stock('1');
  const warehouse = await createLocation(place.shop.admin.client);
  await adjust(place.shop.admin.client, { partId, locationId: warehouse }, '7');
  const jobCardId = await openJob(place);
  const availability = async () =>
    (
      await manager.client.ask<{ jobCard: { partsAvailability: object } }>(
        `query ($id: ID!) { jobCard(id: $id) { partsAvailability { complete reserved waiting
           missing { jobPart { missing } elsewhere { available location { name } } } } } }`,
        { id: jobCardId },
      )
    ).jobCard.partsAvailability;
  expect(await availability()).toEqual({ complete: true, reserved: 0, waiting: 0, missing: [] });
  await run(manager.client, 'request', jobCardId, { partId, quantity: '1' });
  expect(await availability()).toEqual({ complete: true, reserved: 1, waiting: 0, missing: [] });
  await run(manager.client, 'request', jobCardId, { partId, quantity: '2' });
  expect(await availability()).toEqual({
    complete: false,
    reserved: 1,
    waiting: 1,
    missing: [
      {
        jobPart: { missing: '2' },
        elsewhere: [{ available: '7', location: { name: 'Warehouse' } }],
      },
    ],
  });
});

it('are done once for an idempotency key, and told the same again, even when the job is over by then', async () => {
  const part = await stock('9');
  const jobCardId = await openJob(place, technician);
  const twice = async (verb: Parameters<typeof run>[1], line: object) => {
    const more = { idempotencyKey: key() };
    const done = await run(technician.client, verb, jobCardId, line, more);
    const again = await run(technician.client, verb, jobCardId, line, more);
    expect(again).toEqual(done);
    return { done, more };
  };
  const { done, more } = await twice('request', { partId: part.partId, quantity: '4' });
  await twice('issue', { id: done.id, quantity: '2' });
  await twice('return', { id: done.id, quantity: '1' });
  await twice('cancel', { id: done.id, quantity: '1' });
  expect(await level(part)).toEqual({ onHand: 8, reserved: 1, available: 7 });
  await putInState(graph, jobCardId, 'COMPLETED', technician.id);
  const late = { partId: part.partId, quantity: '4' };
  expect(await run(technician.client, 'request', jobCardId, late, more)).toMatchObject({ id: done.id });
  const fresh = await send(technician.client, 'request', { jobCardId, lines: [late] });
  expect(fresh.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'JOB_OVER' });
});

it('wait again when less is counted than was reserved, the newest line first', async () => {
  const part = await stock('5');
  const { partId } = part;
  const [first, second] = [await openJob(place), await openJob(place)];
  await run(manager.client, 'request', first, { partId, quantity: '2' });
  await run(manager.client, 'request', second, { partId, quantity: '3' });
  await adjust(manager.client, part, '-2', { reason: 'LOST', cutReservations: true });
  await until('the job waits', async () => {
    const [line] = (await partsOf(manager.client, second))!;
    return line!.status === 'WAITING';
  });
  expect(await partsOf(manager.client, first)).toMatchObject([{ status: 'RESERVED', reserved: '2' }]);
  expect(await partsOf(manager.client, second)).toMatchObject([{ reserved: '1', missing: '2' }]);
  expect(await eventsOf(graph, second)).toContain('PartsNotAvailable');
  await adjust(manager.client, part, '2', { reason: 'FOUND' });
  expect(await partsOf(manager.client, second)).toMatchObject([{ status: 'RESERVED', reserved: '3' }]);
});
