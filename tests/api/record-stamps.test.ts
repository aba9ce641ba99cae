import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { openJob, openJobPart, openPartsShop, type PartsShop } from './job-parts.fixtures';
import { addService, clockOff, clockOn, moveService, proposed } from './jobs.fixtures';
import { createPart } from './parts.fixtures';
import { adjust, key, storeOf } from './stock.fixtures';
import { doTo, request } from './stock-transfers.fixtures';

/** What all records have in common: when they were made, when they last changed, and how often. */
const graph = useGraph();
const BEGAN = Date.now() - 10 * 60_000;
const STAMPS = 'version createdAt updatedAt';
let place: PartsShop;
let client: GraphClient;

beforeAll(async () => {
  place = await openPartsShop(graph);
  client = place.manager.client;
});

interface Stamped {
  version: number;
  createdAt: string;
  updatedAt: string;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function expectUnchanged(...records: Stamped[]): void {
  for (const record of records) {
    expect(record.version).toBe(1);
    expect(record.createdAt).toMatch(INSTANT);
    expect(Date.parse(record.createdAt)).toBeGreaterThan(BEGAN);
    expect(record.updatedAt).toBe(record.createdAt);
  }
}

/** Once since it was unchanged. */
function expectChanged(now: Stamped, before: Stamped): void {
  expect(now.version).toBe(2);
  expect(now.createdAt).toBe(before.createdAt);
  expect(now.updatedAt).toMatch(INSTANT);
  expect(now.updatedAt > before.updatedAt).toBe(true);
}

test('a part and what it fits', async () => {
  const { id } = await createPart(client, { fitments: [{ make: 'VW' }] });
  const read = async () =>
    (
      await client.ask<{ part: Stamped & { fitments: Stamped[] } }>(
        `query ($id: ID!) { part(id: $id) { ${STAMPS} fitments { ${STAMPS} } } }`,
        { id },
      )
    ).part;
  const made = await read();
  expectUnchanged(made, ...made.fitments);
  expect(made.fitments).toHaveLength(1);
  await client.ask('mutation ($id: ID!) { updatePart(id: $id, input: { name: "Other" }) { id } }', { id });
  expectChanged(await read(), made);
});

test('stock: a level, what moved it, what is held of it, a transfer and its lines', async () => {
  const { id: partId } = await createPart(client);
  const [from, to] = [place.store, await storeOf(place.shop, 1)];
  const levels = async () =>
    (
      await place.shop.admin.client.ask<{
        stockLevels: { nodes: (Stamped & { reservations: Stamped[] })[] };
      }>(
        `query ($filter: StockLevelFilter!) { stockLevels(filter: $filter) { nodes {
           ${STAMPS} reservations { ${STAMPS} } } } }`,
        { filter: { partId } },
      )
    ).stockLevels.nodes;
  await adjust(client, { partId, locationId: from }, '5');
  const [level] = await levels();
  const { admin } = place.shop;
  const { id } = await request(admin.client, from, to, [{ partId, quantity: '2' }]);
  const transfer = async () =>
    (
      await admin.client.ask<{ transfer: Stamped & { lines: Stamped[] } }>(
        `query ($id: ID!) { transfer(id: $id) { ${STAMPS} lines { ${STAMPS} } } }`,
        { id },
      )
    ).transfer;
  const requested = await transfer();
  expectUnchanged(requested, ...requested.lines);
  await doTo(admin.client, 'approve', id);
  expectChanged(await transfer(), requested);
  const [held] = await levels();
  expect(held!.version).toBe(level!.version + 1);
  expect(held!.createdAt).toBe(level!.createdAt);
  expect(held!.updatedAt > level!.updatedAt).toBe(true);
  expect(held!.updatedAt).toMatch(INSTANT);
  expectUnchanged(...held!.reservations);
  expect(held!.reservations).toHaveLength(1);
  const { stockMovements } = await admin.client.ask<{ stockMovements: { nodes: Stamped[] } }>(
    `query ($filter: StockMovementFilter!) { stockMovements(filter: $filter) { nodes { ${STAMPS} } } }`,
    { filter: { partId } },
  );
  expect(stockMovements.nodes.length).toBeGreaterThan(0);
  expectUnchanged(...stockMovements.nodes);
});

test('a stocktake and its lines', async () => {
  interface Counted extends Stamped {
    id: string;
    lines: { nodes: (Stamped & { part: { id: string } })[] };
  }
  const { partId } = { partId: (await createPart(client)).id };
  await adjust(client, { partId, locationId: place.store }, '1');
  const ask = async (command: string, input: object) =>
    (
      await client.ask<{ stocktake: Counted }>(
        `mutation ($input: ${command[0]!.toUpperCase()}${command.slice(1)}Input!) { stocktake: ${command}(input: $input) {
           id ${STAMPS} lines(first: 100) { nodes { ${STAMPS} part { id } } } } }`,
        { input },
      )
    ).stocktake;
  const started = await ask('startStocktake', { locationId: place.store });
  expectUnchanged(started, ...started.lines.nodes);
  const counts = [{ partId, quantity: '1' }];
  const counted = await ask('recordStocktakeCount', {
    stocktakeId: started.id,
    counts,
    idempotencyKey: key(),
  });
  const ours = ({ lines }: Counted) => lines.nodes.find(({ part }) => part.id === partId)!;
  expectChanged(ours(counted), ours(started));
  const { cancelled } = await client.ask<{ cancelled: Stamped }>(
    `mutation ($id: ID!) { cancelled: cancelStocktake(id: $id) { ${STAMPS} } }`,
    { id: started.id },
  );
  expect(cancelled.createdAt).toBe(started.createdAt);
  expect(cancelled.version).toBeGreaterThan(started.version);
  expect(cancelled.updatedAt > started.updatedAt).toBe(true);
});

interface OfJob {
  services: (Stamped & { id: string })[];
  additionalServices: Stamped[];
  preInspection: Stamped | null;
  timeEntries: (Stamped & { corrections: Stamped[] })[];
  parts: { issues: (Stamped & { id: string })[] }[];
}

const readJob = async (id: string): Promise<OfJob> =>
  (
    await client.ask<{ jobCard: OfJob }>(
      `query ($id: ID!) { jobCard(id: $id) { services { id ${STAMPS} } additionalServices { ${STAMPS} }
         preInspection { ${STAMPS} } timeEntries { ${STAMPS} corrections { ${STAMPS} } }
         parts { issues { id ${STAMPS} } } } }`,
      { id },
    )
  ).jobCard;

test('what hangs on a job: services, approvals, the inspection, clocks and what was handed out', async () => {
  const { technician, shop } = place;
  const jobCardId = await openJob(place);
  const inspection = { jobCardId, issues: ['Noise'] };
  await client.ask(
    'mutation ($input: RecordPreInspectionInput!) { recordPreInspection(input: $input) { id } }',
    { input: inspection },
  );
  await client.ask('mutation ($id: ID!, $to: ID!) { assignJobCard(id: $id, technicianId: $to) { id } }', {
    id: jobCardId,
    to: technician.id,
  });
  await client.ask('mutation ($id: ID!) { startJobCard(id: $id) { id } }', { id: jobCardId });
  const serviceId = (await addService(client, jobCardId)).data.addJobService.id;
  const entryId = (await clockOn(technician.client, jobCardId)).data.startTimeEntry.id;
  await openJobPart({ client: shop.admin.client, shop, centre: shop.centres[0]! }, jobCardId);
  await proposed(client, jobCardId);
  const made = await readJob(jobCardId);
  const issues = made.parts.flatMap((part) => part.issues);
  const all = [made.services, made.additionalServices, made.timeEntries, issues];
  expect(all.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  expect(issues[0]!.id).toMatch(/^[0-9a-f-]{36}$/);
  expectUnchanged(...all.flat(), made.preInspection!);

  expect((await moveService(technician.client, 'startJobService', serviceId)).code).toBeUndefined();
  expect((await clockOff(technician.client, entryId)).code).toBeUndefined();
  const changed = await readJob(jobCardId);
  expectChanged(changed.services[0]!, made.services[0]!);
  expectChanged(changed.timeEntries[0]!, made.timeEntries[0]!);
  const startedAt = new Date(Date.parse(made.timeEntries[0]!.createdAt) - 60_000).toISOString();
  const input = { startedAt, reason: 'Forgotten.' };
  await client.ask(
    'mutation ($id: ID!, $input: CorrectTimeEntryInput!) { correctTimeEntry(id: $id, input: $input) { id } }',
    { id: entryId, input },
  );
  const [corrected] = (await readJob(jobCardId)).timeEntries;
  expectUnchanged(...corrected!.corrections);
  expect(corrected!.corrections).toHaveLength(1);
});
