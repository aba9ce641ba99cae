import { randomUUID } from 'node:crypto';
import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import { euro } from './counter-orders.fixtures';
import { eventsOf } from './customers.fixtures';
import { levelOf, openPartsShop, type PartsShop, send } from './job-parts.fixtures';
import { createSupplier } from './purchasing.fixtures';
import { refusalOf } from './scheduling.fixtures';
import { claim, decide, issuedForJob, soldOver, tryToClaim, tryToDecide } from './warranty.fixtures';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

const graph = useGraph();
let place: PartsShop;
let client: PartsShop['manager']['client'];
let supplierId: string;
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ client } = place.manager);
  supplierId = await createSupplier(client);
});

const counted = (answers: readonly GraphAnswer<unknown>[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const told of answers.map((answer) => refusalOf(answer) ?? 'DONE'))
    counts[told] = (counts[told] ?? 0) + 1;
  return counts;
};

it('the last piece of a job, claimed by fifty at once, is claimed once', async () => {
  const { jobPartId } = await issuedForJob(place, '1');
  const answers = await Promise.all(FIFTY.map(() => tryToClaim(client, { jobPartId })));
  expect(counted(answers)).toEqual({ DONE: 1, 'CONFLICT NOT_ISSUED': 49 });
});

it('the last piece of an order, claimed by fifty at once, is claimed once', async () => {
  const { counterOrderLineId } = await soldOver(client, place, '1');
  const answers = await Promise.all(FIFTY.map(() => tryToClaim(client, { counterOrderLineId })));
  expect(counted(answers)).toEqual({ DONE: 1, 'CONFLICT NOT_ISSUED': 49 });
});

it('claimed beside returned: each piece is one of the two', async () => {
  const { jobCardId, jobPartId, part } = await issuedForJob(place, '10');
  const lines = [{ id: jobPartId, quantity: '1' }];
  const answers = await Promise.all(
    FIFTY.map((n) =>
      n % 2 ? tryToClaim(client, { jobPartId }) : send(client, 'return', { jobCardId, lines }),
    ),
  );
  expect(counted(answers)).toEqual({ DONE: 10, 'CONFLICT NOT_ISSUED': 40 });
  const [row] = await graph.sql<{ claimed: number }>(
    'select sum(quantity)::int as claimed from inventory.warranty_claim where job_part_id = $1',
    [jobPartId],
  );
  const { onHand } = await levelOf(graph, part.partId, part.locationId);
  expect((row!.claimed ?? 0) + onHand).toBe(10);
});

it('settled by fifty at once, the parts come in once', async () => {
  const { jobPartId, part } = await issuedForJob(place, '2');
  const { id } = await claim(client, { jobPartId, quantity: '2', supplierId });
  await decide(client, id, { decision: 'ACCEPTED' });
  const replacement = { locationId: place.store };
  const answers = await Promise.all(
    FIFTY.map((n) =>
      tryToDecide(client, id, {
        decision: 'SETTLED',
        ...(n % 5 ? { replacement } : { credit: euro('1.00') }),
      }),
    ),
  );
  const told = counted(answers);
  expect((told.DONE ?? 0) + (told.INVALID_TRANSITION ?? 0)).toBe(50);
  const [row] = await graph.sql<{ settlement: string }>(
    'select settlement from inventory.warranty_claim where id = $1',
    [id],
  );
  const isReplaced = row!.settlement === 'REPLACEMENT';
  expect(told.DONE).toBe(isReplaced ? 40 : 10);
  expect(await levelOf(graph, part.partId, part.locationId)).toMatchObject({ onHand: isReplaced ? 2 : 0 });
  expect((await eventsOf(graph, id)).filter((name) => name === 'WarrantyClaimSettled')).toHaveLength(1);
});

it('accepted beside refused: it is one of the two', async () => {
  const { jobPartId } = await issuedForJob(place, '1');
  const { id } = await claim(client, { jobPartId, supplierId });
  const answers = await Promise.all(
    FIFTY.map((n) =>
      tryToDecide(client, id, n % 2 ? { decision: 'ACCEPTED' } : { decision: 'REFUSED', reason: 'No' }),
    ),
  );
  expect(counted(answers)).toEqual({ DONE: 25, INVALID_TRANSITION: 25 });
});

it('one key, fifty times at once, is one claim; numbers are given without a gap', async () => {
  const { jobPartId } = await issuedForJob(place, '50');
  const input = { jobPartId, idempotencyKey: randomUUID() };
  const answers = await Promise.all(FIFTY.map(() => tryToClaim(client, input)));
  expect(new Set(answers.flatMap(({ data }) => data?.claim.id ?? [])).size).toBe(1);
  await Promise.all(FIFTY.slice(1).map(() => tryToClaim(client, { jobPartId })));
  const [row] = await graph.sql<{ ofLine: number; count: number; last: number }>(
    `select count(*) filter (where job_part_id = $2)::int as "ofLine", count(*)::int as count,
       max(substr(number, 4)::int) as last from inventory.warranty_claim where organisation_id = $1`,
    [place.shop.id, jobPartId],
  );
  expect(row).toEqual({ ofLine: 50, count: row!.count, last: row!.count });
});
