import { useGraph } from '../harness/graph';
import { holdRows } from '../harness/locks';
import { untilQuiet } from './job-parts.fixtures';
import { emit } from './messages.fixtures';
import {
  advance,
  type Buying,
  done,
  move,
  newPart,
  type Order,
  openBuying,
  RECEIVE,
  request,
  requestsFor,
  send,
  UPDATE_ORDER,
} from './purchasing.fixtures';
import { need, newCard, orderOpen, stands } from './purchasing-jobs.fixtures';
import { adjust } from './stock.fixtures';

/** What was ordered for a job that needs it no more, and then does not come: nobody buys it again. */
const graph = useGraph();
let buying: Buying;
beforeAll(async () => {
  buying = await openBuying(graph);
});

const tellCalledOff = (id: string) =>
  emit(graph, buying.shop, 'JobCardCancelled', { type: 'JobCard', id }, {});

async function callOff(id: string): Promise<void> {
  await tellCalledOff(id);
  await untilQuiet(graph, buying.shop);
}

/** A part of which a job lacks four, all of them ordered. */
async function ordered(): Promise<{ partId: string; job: string; order: Order }> {
  const [{ id: partId }, { id: job }] = [await newPart(buying), await newCard(buying)];
  await need(buying, job, partId, '4');
  return { partId, job, order: await orderOpen(buying, partId) };
}

it.each(['cancel', 'reject'] as const)(
  '%s: the request of a job that was called off is dismissed',
  async (end) => {
    const { partId, job, order } = await ordered();
    await advance(buying, order.id, 'PENDING');
    await callOff(job);
    expect(await stands(buying, partId)).toEqual(['ORDERED 4']);
    await done(move(buying.approver.client, end, order.id));
    const [{ status, quantity, causes, purchaseOrder }] = (await requestsFor(
      buying.buyer.client,
      partId,
    )) as [never];
    expect({ status, quantity, causes, purchaseOrder }).toEqual({
      status: 'DISMISSED',
      quantity: '4',
      causes: [{ type: 'JOB_CARD', quantity: '4', note: null }],
      purchaseOrder: null,
    });
    const told = await graph.sql(
      "select from platform.event where organisation_id = $1 and name = 'PurchaseRequestReopened'",
      [buying.shop.id],
    );
    expect(told).toEqual([]);
  },
);

it('what others asked for on the same request is open again, and no more than that', async () => {
  const [{ id: partId }, { id: off }, { id: on }] = [
    await newPart(buying),
    await newCard(buying),
    await newCard(buying),
  ];
  await need(buying, off, partId, '4');
  await need(buying, on, partId, '2');
  await request(buying, partId, '1');
  const order = await orderOpen(buying, partId);
  await callOff(off);
  await done(move(buying.buyer.client, 'cancel', order.id));
  expect(await requestsFor(buying.buyer.client, partId)).toMatchObject([
    {
      status: 'OPEN',
      quantity: '3',
      causes: [
        { type: 'JOB_CARD', quantity: '2' },
        { type: 'MANUAL', quantity: '1' },
      ],
    },
  ]);
});

it('where another request is open by now, only what is wanted is merged into it', async () => {
  const { partId, job, order } = await ordered();
  const { id: open } = await request(buying, partId, '1');
  await callOff(job);
  await done(move(buying.buyer.client, 'cancel', order.id));
  expect(await stands(buying, partId)).toEqual(expect.arrayContaining(['OPEN 1', 'DISMISSED 4']));
  const [merged] = await graph.sql(
    "select merged_into_id from inventory.purchase_request where part_id = $1 and status = 'DISMISSED'",
    [partId],
  );
  expect([open, merged]).toEqual([expect.any(String), { merged_into_id: null }]);
});

it('what came from elsewhere meanwhile is not bought again either', async () => {
  const { partId, order } = await ordered();
  await adjust(buying.buyer.client, { partId, locationId: buying.locationId }, '3');
  await done(move(buying.buyer.client, 'cancel', order.id));
  expect(await stands(buying, partId)).toEqual(['OPEN 1']);
});

it('the rest of an order that is closed short stays away from it', async () => {
  const { partId, job, order } = await ordered();
  await advance(buying, order.id, 'ORDERED');
  const lines = [{ lineId: order.lines[0]!.id, quantity: '1' }];
  await done(send(buying.buyer.client, RECEIVE, { id: order.id, input: { lines } }));
  await callOff(job);
  await done(move(buying.buyer.client, 'close', order.id));
  expect(await stands(buying, partId)).toEqual(['ORDERED 1']);
});

it('what is taken off a draft is not open again', async () => {
  const { partId, job, order } = await ordered();
  const other = await newPart(buying);
  await callOff(job);
  const lines = [{ partId: other.id, quantity: '1', unitPrice: { amount: '1.00', currency: 'EUR' } }];
  await done(send(buying.buyer.client, UPDATE_ORDER, { id: order.id, input: { lines } }));
  expect(await stands(buying, partId)).toEqual(['DISMISSED 4']);
});

describe('at once', () => {
  /** Stands for somebody who waits for ever. */
  const forEver = new Promise(() => {});

  it('an order that is called off waits for its job to be', async () => {
    const { partId, job, order } = await ordered();
    const line = await holdRows(graph, 'select from inventory.job_part where job_card_id = $1 for update', [
      job,
    ]);
    await tellCalledOff(job);
    await line.untilWaiting([forEver]);
    // What is found open is looked for before anything is told: there, it is held up.
    const events = await holdRows(graph, 'lock table platform.event in share mode', []);
    await line.letGo();
    await events.untilWaiting([forEver]);
    const cancelled = done(move(buying.buyer.client, 'cancel', order.id));
    await events.untilWaiting([forEver, cancelled]);
    await events.letGo();
    await cancelled;
    await untilQuiet(graph, buying.shop);
    expect(await stands(buying, partId)).toEqual(['DISMISSED 4']);
  });

  it('of what is ordered in part while its job is called off, the rest is not left open', async () => {
    const [{ id: partId }, { id: job }] = [await newPart(buying), await newCard(buying)];
    await need(buying, job, partId, '4');
    const held = await holdRows(graph, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${buying.shop.id} ${partId} ${buying.locationId}`,
    ]);
    const order = orderOpen(buying, partId, '1');
    await held.untilWaiting([forEver]);
    await tellCalledOff(job);
    await held.untilWaiting([forEver, forEver]);
    await held.letGo();
    await order;
    await untilQuiet(graph, buying.shop);
    expect((await stands(buying, partId)).sort()).toEqual(['DISMISSED 3', 'ORDERED 1']);
  });

  it('ten jobs and their orders: whoever comes first, nothing is open in the end', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, ordered));
    await Promise.all(
      all.flatMap(({ job, order }) => [
        tellCalledOff(job),
        done(move(buying.buyer.client, 'cancel', order.id)),
      ]),
    );
    await untilQuiet(graph, buying.shop);
    const left = await Promise.all(all.map(({ partId }) => stands(buying, partId)));
    expect(left.flat()).toEqual(Array(10).fill('DISMISSED 4'));
  });
});
