import { systemIdentity } from '../../shared/access/identity';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { FACTS } from '../harness/subgraphs';
import { openSubgraphsOn, type SubgraphsOn } from '../security/subgraphs-on.fixtures';
import { eventually } from './customers.fixtures';
import {
  levelOf,
  openJob,
  openPartsShop,
  type PartsShop,
  partsOf,
  run,
  send,
  untilQuiet,
} from './job-parts.fixtures';
import { done, step } from './jobs.fixtures';
import { adjust, stocked } from './stock.fixtures';

/** What the workshop makes of a job's parts, and the parts of what becomes of the job. */
const graph = useGraph();
let place: PartsShop;
let technician: Member;
let subgraphs: SubgraphsOn;
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ technician } = place);
  subgraphs = await openSubgraphsOn(graph.databaseUrl);
});
afterAll(() => subgraphs?.close());

const stock = (quantity: string) => stocked(place.manager.client, place.store, quantity);

const standing = async (id: string) =>
  (
    await technician.client.ask<{ jobCard: { status: string; waitingFor: string[] } }>(
      'query ($id: ID!) { jobCard(id: $id) { status waitingFor } }',
      { id },
    )
  ).jobCard;

async function toSettle(jobCardId: string): Promise<number> {
  const query = 'query ($id: ID!) { jobPartsToSettle(jobCardId: $id) }';
  const { data } = await subgraphs
    .of('inventory')
    .execute({ query, variables: { id: jobCardId } }, systemIdentity(place.shop.id), FACTS);
  return (data as { jobPartsToSettle: number }).jobPartsToSettle;
}

it('the work stands still while parts are missing, and goes on when they have come', async () => {
  const part = await stock('1');
  const job = await openJob(place, technician);
  await done(technician.client, 'startJobCard', job);
  await run(technician.client, 'request', job, { partId: part.partId, quantity: '2' });
  await eventually(async () =>
    expect(await standing(job)).toEqual({ status: 'WAITING_PARTS', waitingFor: ['PARTS'] }),
  );
  await adjust(place.manager.client, part, '1');
  await eventually(async () =>
    expect(await standing(job)).toEqual({ status: 'IN_PROGRESS', waitingFor: [] }),
  );
});

it('a job is completed when all its parts are handed out or called off', async () => {
  const part = await stock('5');
  const job = await openJob(place, technician);
  await done(technician.client, 'startJobCard', job);
  expect(await toSettle(job)).toBe(0);
  const { id } = await run(technician.client, 'request', job, { partId: part.partId, quantity: '2' });
  const other = await run(technician.client, 'request', job, { partId: part.partId, quantity: '1' });
  const missing = await run(technician.client, 'request', job, { partId: part.partId, quantity: '3' });
  expect(await toSettle(job)).toBe(3);
  await run(technician.client, 'cancel', job, { id: missing.id });
  await untilQuiet(graph, place.shop);
  const early = await step(technician.client, 'completeJobCard', job);
  expect(early.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reasons: ['OPEN_PARTS'] });
  await run(technician.client, 'issue', job, { id });
  await run(technician.client, 'cancel', job, { id: other.id });
  expect(await toSettle(job)).toBe(0);
  expect(await done(technician.client, 'completeJobCard', job)).toMatchObject({ status: 'COMPLETED' });
  const late = await send(technician.client, 'return', { jobCardId: job, lines: [{ id }] });
  expect(late.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'JOB_OVER' });
});

it('a job that is called off gives back what it holds', async () => {
  const part = await stock('5');
  const job = await openJob(place, technician);
  const { id } = await run(technician.client, 'request', job, { partId: part.partId, quantity: '7' });
  await run(technician.client, 'issue', job, { id, quantity: '1' });
  await done(place.manager.client, 'cancelJobCard', job, { reason: 'Sold.' });
  await untilQuiet(graph, place.shop);
  expect(await partsOf(technician.client, job)).toMatchObject([
    { status: 'ISSUED', cancelled: '6', used: '1' },
  ]);
  expect(await levelOf(graph, part.partId, part.locationId)).toEqual({
    onHand: 4,
    reserved: 0,
    available: 4,
  });
  await run(technician.client, 'return', job, { id });
  expect(await levelOf(graph, part.partId, part.locationId)).toMatchObject({ onHand: 5, available: 5 });
});

it('called off beside thirty requests for it: whoever came through gives back what they got', async () => {
  const part = await stock('10');
  const job = await openJob(place);
  const lines = [{ partId: part.partId, quantity: '1' }];
  const requests = Array.from({ length: 30 }, () =>
    send(place.manager.client, 'request', { jobCardId: job, lines }),
  );
  const [cancelled, ...answers] = await Promise.all([
    step(place.manager.client, 'cancelJobCard', job, { reason: 'Sold.' }),
    ...requests,
  ]);
  expect(cancelled.code).toBeUndefined();
  for (const { errors } of answers) expect([undefined, 'JOB_OVER']).toContain(errors[0]?.extensions.reason);
  await untilQuiet(graph, place.shop);
  expect(await toSettle(job)).toBe(0);
  expect(await levelOf(graph, part.partId, part.locationId)).toEqual({
    onHand: 10,
    reserved: 0,
    available: 10,
  });
});
