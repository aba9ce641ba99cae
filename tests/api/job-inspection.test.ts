import type { GraphAnswer, GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { signIn } from '../harness/shop';
import { auditOf, eventsOf, problemsOf } from './customers.fixtures';
import { arrive, assign, openCard, putInState, requireInspection } from './job-cards.fixtures';
import { eur, openWorkshop, standing, stepsOf, type Workshop, workOf } from './jobs.fixtures';

const graph = useGraph();
let work: Workshop;
beforeAll(async () => {
  work = await openWorkshop(graph);
  await requireInspection(work.shop, true);
});

const INSPECTION = `preInspection { odometerValue odometerUnit fuelPercent exteriorCondition interiorCondition issues
  estimatedCost { amount currency } estimatedHours inspectedAt inspectedBy { id } version }`;

interface Inspected {
  id: string;
  version: number;
  status: string;
  estimatedCost: { amount: string } | null;
  preInspection: Record<string, unknown> | null;
}

const inspect = (
  client: GraphClient,
  jobCardId: string,
  input: Record<string, unknown> = {},
): Promise<GraphAnswer<{ recordPreInspection: Inspected }>> =>
  client.send(
    `mutation ($input: RecordPreInspectionInput!) { recordPreInspection(input: $input) {
      id version status estimatedCost { amount } ${INSPECTION} } }`,
    { input: { jobCardId, ...input } },
  );

async function newCard(): Promise<{ id: string; vehicleId: string }> {
  const { vehicleId } = await arrive(work.manager.client);
  const { id } = await openCard(work.manager.client, vehicleId);
  return { id, vehicleId };
}

const readings = async (vehicleId: string) => {
  const { vehicle } = await work.manager.client.ask<{
    vehicle: { odometerReadings: { nodes: { value: number; unit: string; source: string }[] } };
  }>('query ($id: ID!) { vehicle(id: $id) { odometerReadings { nodes { value unit source } } } }', {
    id: vehicleId,
  });
  return vehicle.odometerReadings.nodes;
};

const FOUND = {
  odometer: { value: 84_000, unit: 'KM' },
  fuelPercent: 40,
  exteriorCondition: ' Scratch on the left door. ',
  interiorCondition: 'Clean.',
  issues: [' Noise when braking ', 'Warning light'],
  estimatedCost: eur('320.00'),
  estimatedHours: '2.50',
};

it('tells how the car was, takes the card on, and the vehicle has its reading', async () => {
  const { manager } = work;
  const { id, vehicleId } = await newCard();
  const { data } = await inspect(manager.client, id, FOUND);
  expect(data.recordPreInspection).toEqual({
    id,
    version: 2,
    status: 'INSPECTED',
    estimatedCost: { amount: '320.00' },
    preInspection: {
      odometerValue: 84_000,
      odometerUnit: 'KM',
      fuelPercent: 40,
      exteriorCondition: 'Scratch on the left door.',
      interiorCondition: 'Clean.',
      issues: ['Noise when braking', 'Warning light'],
      estimatedCost: { amount: '320.00', currency: 'EUR' },
      estimatedHours: '2.5',
      inspectedAt: expect.any(String),
      inspectedBy: { id: manager.id },
      version: 1,
    },
  });
  expect(await readings(vehicleId)).toEqual([{ value: 84_000, unit: 'KM', source: 'WORKSHOP' }]);
  const [reading] = await graph.sql<{ recorded_by: string }>(
    'select recorded_by from vehicle.odometer_reading where vehicle_id = $1',
    [vehicleId],
  );
  expect(reading!.recorded_by).toBe(manager.id);
  expect(await stepsOf(manager.client, id)).toEqual(['null → CREATED', 'CREATED → INSPECTED']);
  expect(await eventsOf(graph, id)).toEqual(['JobCardCreated', 'JobCardInspected']);
  expect((await auditOf(graph, id)).map(({ action }) => action)).toEqual(['create', 'inspect']);
  expect((await assign(manager.client, id, work.technician)).data.assignJobCard.status).toBe('ASSIGNED');
});

it('is recorded again where the card stands: what is left out stays, null clears', async () => {
  const { manager, technician } = work;
  const { id } = await newCard();
  await inspect(manager.client, id, FOUND);
  await assign(manager.client, id, technician);
  const { data } = await inspect(technician.client, id, {
    fuelPercent: 35,
    interiorCondition: null,
    issues: null,
    estimatedHours: null,
    estimatedCost: null,
  });
  expect(data.recordPreInspection).toMatchObject({
    status: 'ASSIGNED',
    estimatedCost: null,
    preInspection: {
      version: 2,
      odometerValue: 84_000,
      fuelPercent: 35,
      exteriorCondition: 'Scratch on the left door.',
      interiorCondition: null,
      issues: [],
      estimatedHours: null,
      estimatedCost: null,
      inspectedBy: { id: technician.id },
    },
  });
});

it('may be of nothing but a look', async () => {
  const { id } = await newCard();
  const { data } = await inspect(work.manager.client, id);
  expect(data.recordPreInspection).toMatchObject({
    status: 'INSPECTED',
    preInspection: { odometerValue: null, odometerUnit: null, fuelPercent: null, issues: [] },
  });
  const { id: untouched } = await newCard();
  const { jobCard } = await work.manager.client.ask<{ jobCard: { preInspection: unknown } }>(
    `query ($id: ID!) { jobCard(id: $id) { ${INSPECTION} } }`,
    { id: untouched },
  );
  expect(jobCard.preInspection).toBeNull();
});

describe('an odometer that shows less than before', () => {
  it('is refused with the reading in the way, unless it is marked; then nothing of the inspection is kept', async () => {
    const { manager, shop } = work;
    const { id, vehicleId } = await newCard();
    await inspect(manager.client, id, FOUND);
    const second = await openCard(manager.client, vehicleId);
    const before = await workOf(graph, shop);
    const answer = await inspect(manager.client, second.id, { odometer: { value: 83_000, unit: 'KM' } });
    expect(problemsOf(answer)).toEqual(['odometer.value: LOWER_THAN_BEFORE']);
    expect(answer.errors[0]!.extensions.neighbour).toMatchObject({ value: 84_000, unit: 'KM' });
    expect(await workOf(graph, shop)).toEqual(before);
    const replaced = await inspect(manager.client, second.id, {
      odometer: { value: 12, unit: 'KM', kind: 'REPLACEMENT' },
    });
    expect(replaced.data.recordPreInspection.preInspection).toMatchObject({ odometerValue: 12 });
    expect((await readings(vehicleId)).map(({ value }) => value)).toEqual([12, 84_000]);
  });
});

it('that failed after the odometer was written down finds that reading there and makes no second one', async () => {
  const { manager } = work;
  const { id, vehicleId } = await newCard();
  const odometer = { value: 500, unit: 'KM' };
  const asks = Array.from({ length: 10 }, () => inspect(manager.client, id, { odometer }));
  const answers = await Promise.all(asks);
  expect(answers.filter(({ code }) => code !== undefined)).toEqual([]);
  const [first] = await readings(vehicleId);
  expect(first).toMatchObject({ value: 500 });
  expect((await stepsOf(manager.client, id)).slice(1)).toEqual(['CREATED → INSPECTED']);
});

it.each<[string, Record<string, unknown>, string]>([
  ['more fuel than fits', { fuelPercent: 101 }, 'fuelPercent: MAX'],
  ['less than nothing', { odometer: { value: -1, unit: 'KM' } }, 'odometer.value: MIN'],
  ['a blank issue', { issues: ['x', ' '] }, 'issues: MATCHES'],
  ['hours in words', { estimatedHours: 'two' }, 'estimatedHours: MATCHES'],
  ['a blank condition', { exteriorCondition: ' ' }, 'exteriorCondition: MATCHES'],
  ['an estimate below zero', { estimatedCost: eur('-1.00') }, 'estimatedCost.amount: MIN'],
])('is refused with %s, and nothing is changed', async (_, input, problem) => {
  const { id } = await newCard();
  const before = await workOf(graph, work.shop);
  expect(problemsOf(await inspect(work.manager.client, id, input))).toEqual([problem]);
  expect(await workOf(graph, work.shop)).toEqual(before);
});

it('is refused to who saw another version, and of a job that is over, odometer and all', async () => {
  const { manager, technician, shop } = work;
  const { id } = await newCard();
  const stale = { expectedVersion: 7, odometer: { value: 1, unit: 'KM' } };
  let before = await workOf(graph, shop);
  expect((await inspect(manager.client, id, stale)).code).toBe('CONFLICT');
  expect(await workOf(graph, shop)).toEqual(before);
  for (const state of ['COMPLETED', 'DELIVERED', 'CANCELLED']) {
    await putInState(graph, id, state, technician.id);
    before = await workOf(graph, shop);
    const answer = await inspect(manager.client, id, { odometer: { value: 1, unit: 'KM' } });
    expect(answer.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'JOB_OVER' });
    expect(await workOf(graph, shop)).toEqual(before);
  }
  expect((await standing(manager.client, id)).status).toBe('CANCELLED');
});

it('asks for the permission to change vehicles, when it is told the odometer', async () => {
  const { shop, manager } = work;
  const { id } = await newCard();
  const inspector = await shop.staff('ADVISOR');
  await graph.sql(
    `with role as (insert into customer.role (organisation_id, id, version, created_at, updated_at, kind, name, permissions)
       values ($1, gen_random_uuid(), 1, now(), now(), 'CUSTOM', 'Inspector', '{"jobs:read":"all","jobs:update":"all"}')
       returning id)
     update customer.user_account set role_id = role.id from role where user_account.id = $2`,
    [shop.id, inspector.id],
  );
  const client = await signIn(graph, shop.slug, inspector.email);
  const before = await workOf(graph, shop);
  const answer = await inspect(client, id, { odometer: { value: 1, unit: 'KM' } });
  expect(answer.errors[0]!.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'vehicles:update' });
  expect(await workOf(graph, shop)).toEqual(before);
  expect((await inspect(client, id, { fuelPercent: 10 })).data.recordPreInspection.status).toBe('INSPECTED');
  expect((await standing(manager.client, id)).status).toBe('INSPECTED');
});
