import { useGraph } from '../harness/graph';
import { partsOf, run, untilQuiet } from './job-parts.fixtures';
import { emit } from './messages.fixtures';
import {
  advance,
  type Buying,
  done,
  newPart,
  type Order,
  openBuying,
  RECEIVE,
  request,
  send,
} from './purchasing.fixtures';
import * as jobs from './purchasing-jobs.fixtures';
import { adjust } from './stock.fixtures';

/** What jobs lack is asked for in the transaction that finds it missing, and no longer than it is. */
const graph = useGraph();
let buying: Buying;
beforeAll(async () => {
  buying = await openBuying(graph);
});

const newCard = () => jobs.newCard(buying);
const need = (job: string, partId: string, quantity: string) => jobs.need(buying, job, partId, quantity);
const stands = (partId: string) => jobs.stands(buying, partId);
const orderAll = (partId: string) => jobs.orderOpen(buying, partId);

const comes = (partId: string, quantity: string) =>
  adjust(buying.buyer.client, { partId, locationId: buying.locationId }, quantity);

const receive = (order: Order, quantity: string) =>
  done(
    send(buying.buyer.client, RECEIVE, {
      id: order.id,
      input: { lines: [{ lineId: order.lines[0]!.id, quantity }] },
    }),
  );

it('what a job lacks is asked for with what others need', async () => {
  const part = await newPart(buying);
  const card = await newCard();
  await request(buying, part.id, '1');
  await comes(part.id, '1');
  await need(card.id, part.id, '4');
  await need(card.id, part.id, '2');
  const { purchaseRequests } = await buying.buyer.client.ask<{ purchaseRequests: { nodes: unknown[] } }>(
    `query ($filter: PurchaseRequestFilter!) { purchaseRequests(filter: $filter) { nodes { quantity
       causes { type quantity jobCard { id number } requestedBy { id } } } } }`,
    { filter: { jobCardId: card.id } },
  );
  const jobCard = { id: card.id, number: card.number };
  expect(purchaseRequests.nodes).toEqual([
    {
      quantity: '6',
      causes: [
        { type: 'MANUAL', quantity: '1', jobCard: null, requestedBy: { id: buying.buyer.id } },
        { type: 'JOB_CARD', quantity: '3', jobCard, requestedBy: null },
        { type: 'JOB_CARD', quantity: '2', jobCard, requestedBy: null },
      ],
    },
  ]);
});

it('what comes from elsewhere, or is cancelled, is not bought', async () => {
  const part = await newPart(buying);
  const card = await newCard();
  const { id } = await need(card.id, part.id, '5');
  expect(await stands(part.id)).toEqual(['OPEN 5']);
  await comes(part.id, '2');
  expect(await stands(part.id)).toEqual(['OPEN 3']);
  await run(buying.buyer.client, 'cancel', card.id, { id, quantity: '1' });
  expect(await stands(part.id)).toEqual(['OPEN 2']);
  await run(buying.buyer.client, 'cancel', card.id, { id });
  expect(await stands(part.id)).toEqual(['DISMISSED 2']);
});

it('what was ordered is received for the job, bit by bit, and is not asked for again', async () => {
  const part = await newPart(buying);
  const card = await newCard();
  await need(card.id, part.id, '5');
  const order = await orderAll(part.id);
  await advance(buying, order.id, 'ORDERED');
  await receive(order, '2');
  expect(await partsOf(buying.buyer.client, card.id)).toMatchObject([
    { status: 'WAITING', reserved: '2', missing: '3' },
  ]);
  await receive(order, '3');
  expect(await partsOf(buying.buyer.client, card.id)).toMatchObject([{ status: 'RESERVED', reserved: '5' }]);
  expect(await stands(part.id)).toEqual(['ORDERED 5']);
});

it('what is lost is asked for beside what is on its way', async () => {
  const part = await newPart(buying);
  const card = await newCard();
  await comes(part.id, '2');
  await need(card.id, part.id, '5');
  await orderAll(part.id);
  await adjust(buying.buyer.client, { partId: part.id, locationId: buying.locationId }, '-1', {
    reason: 'LOST',
    cutReservations: true,
  });
  await untilQuiet(graph, buying.shop);
  expect(await partsOf(buying.buyer.client, card.id)).toMatchObject([{ reserved: '1', missing: '4' }]);
  expect((await stands(part.id)).sort()).toEqual(['OPEN 1', 'ORDERED 3']);
});

it('a job that is called off needs nothing any more; what others need stays, and what is ordered comes', async () => {
  const [alone, shared, bought] = [await newPart(buying), await newPart(buying), await newPart(buying)];
  const card = await newCard();
  for (const part of [alone, shared, bought]) await need(card.id, part.id, '4');
  await request(buying, shared.id, '1');
  const order = await orderAll(bought.id);
  await emit(graph, buying.shop, 'JobCardCancelled', { type: 'JobCard', id: card.id }, {});
  await untilQuiet(graph, buying.shop);
  expect(await stands(alone.id)).toEqual(['DISMISSED 4']);
  expect(await stands(shared.id)).toEqual(['OPEN 1']);
  expect(await stands(bought.id)).toEqual(['ORDERED 4']);
  await advance(buying, order.id, 'ORDERED');
  await receive(order, '4');
  expect(await stands(bought.id)).toEqual(['ORDERED 4']);
});

it('fifty jobs at once lack the same part: one request has all of it', async () => {
  const part = await newPart(buying);
  const cards = await Promise.all(Array.from({ length: 50 }, newCard));
  await Promise.all(cards.map(({ id }) => need(id, part.id, '2')));
  expect(await stands(part.id)).toEqual(['OPEN 100']);
});
