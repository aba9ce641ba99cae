import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { eventually } from '../harness/until';

import { openJob, openPartsShop, type PartsShop, run } from './job-parts.fixtures';
import { done, standing, step, stepsOf, workOf } from './jobs.fixtures';
import { adjust, stocked } from './stock.fixtures';

/** What inventory says of a job’s parts, and what the workshop makes of it. */
const graph = useGraph();
let place: PartsShop;
beforeAll(async () => {
  place = await openPartsShop(graph);
});

const stock = (quantity: string) => stocked(place.manager.client, place.store, quantity);

async function begun(): Promise<string> {
  const id = await openJob(place, place.technician);
  await done(place.technician.client, 'startJobCard', id);
  return id;
}

const stands = (id: string, status: string, waitingFor: string[] = []) =>
  eventually(async () =>
    expect(await standing(place.manager.client, id)).toMatchObject({ status, waitingFor }),
  );

it('a job waits for what is not there, and goes on when it comes', async () => {
  const { client } = place.technician;
  const part = await stock('1');
  const [id, other] = [await begun(), await openJob(place)];
  await run(client, 'request', id, { partId: part.partId, quantity: '3' });
  await stands(id, 'WAITING_PARTS', ['PARTS']);
  await run(place.manager.client, 'request', other, { partId: part.partId, quantity: '1' });
  await stands(other, 'CREATED', ['PARTS']);
  await adjust(place.manager.client, part, '2');
  await stands(id, 'IN_PROGRESS');
  await stands(other, 'CREATED', ['PARTS']);
  await adjust(place.manager.client, part, '1');
  await stands(other, 'CREATED');
  expect((await stepsOf(client, id)).slice(-2)).toEqual([
    'IN_PROGRESS → WAITING_PARTS',
    'WAITING_PARTS → IN_PROGRESS',
  ]);
});

it('is not completed while parts are held for it that nobody has used; then it is', async () => {
  const { client } = place.technician;
  const part = await stock('5');
  const id = await begun();
  const line = await run(client, 'request', id, { partId: part.partId, quantity: '2' });
  await untilIdle(graph, place.shop.id);
  const before = await workOf(graph, place.shop);
  const { code, errors } = await step(client, 'completeJobCard', id);
  expect(code).toBe('CONFLICT');
  expect(errors[0]!.extensions).toMatchObject({
    reason: 'OPEN_PARTS',
    reasons: ['OPEN_PARTS'],
    current: { id, status: 'IN_PROGRESS' },
  });
  expect(await workOf(graph, place.shop)).toEqual(before);
  await run(client, 'issue', id, { id: line.id });
  expect((await done(client, 'completeJobCard', id)).status).toBe('COMPLETED');
});

it('a job that is called off while it waits gives back what was held for it', async () => {
  const part = await stock('1');
  const id = await begun();
  await run(place.technician.client, 'request', id, { partId: part.partId, quantity: '2' });
  await stands(id, 'WAITING_PARTS', ['PARTS']);
  await done(place.manager.client, 'cancelJobCard', id, { reason: 'Sold.' });
  await eventually(async () => {
    const [level] = await graph.sql<{ reserved: number }>(
      'select reserved::float from inventory.stock_level where part_id = $1',
      [part.partId],
    );
    expect(level!.reserved).toBe(0);
  });
  await untilIdle(graph, place.shop.id);
  expect(await standing(place.manager.client, id)).toMatchObject({ status: 'CANCELLED', waitingFor: [] });
});
