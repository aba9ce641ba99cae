import { useGraph } from '../harness/graph';
import { eventsOf, eventually } from './customers.fixtures';
import { createPart } from './parts.fixtures';
import {
  type Buying,
  done,
  euro,
  lineOf,
  move,
  newPart,
  type Order,
  openBuying,
  ordered,
  orderOne,
  orderRequests,
  RECEIVE,
  type Request,
  request,
  requestsFor,
  send,
  stands,
  UPDATE_ORDER,
} from './purchasing.fixtures';

const graph = useGraph();
let buying: Buying;
beforeAll(async () => {
  buying = await openBuying(graph);
});

describe('what an order does not bring', () => {
  const pending = async (quantity: string) => {
    const part = await newPart(buying);
    const { id } = await request(buying, part.id, quantity);
    const order = await orderOne(buying, id);
    await done(move(buying.buyer.client, 'submit', order.id));
    return { part, requestId: id, order };
  };
  const sent = async (quantity: string) => {
    const made = await pending(quantity);
    await done(move(buying.approver.client, 'approve', made.order.id));
    await done(move(buying.buyer.client, 'send', made.order.id));
    return made;
  };
  const come = ({ id, lines }: Order, quantity: string) =>
    done(send(buying.buyer.client, RECEIVE, { id, input: { lines: [{ lineId: lines[0]!.id, quantity }] } }));

  it.each(['cancel', 'reject'] as const)('is open again after the order to %s', async (what) => {
    const { part, requestId, order } = await pending('4');
    await done(move(buying.approver.client, what, order.id));
    expect(await requestsFor(buying.buyer.client, part.id)).toMatchObject([
      { id: requestId, status: 'OPEN', quantity: '4', purchaseOrder: null },
    ]);
    expect(await eventsOf(graph, requestId)).toEqual([
      'PurchaseRequestRaised',
      'PurchaseRequestOrdered',
      'PurchaseRequestReopened',
    ]);
  });

  it('goes onto the request that was raised meanwhile', async () => {
    const { part, requestId, order } = await pending('4');
    const { id: newer } = await request(buying, part.id, '1');
    await done(move(buying.buyer.client, 'cancel', order.id));
    const [open, merged] = await requestsFor(buying.buyer.client, part.id);
    expect(open).toMatchObject({ id: newer, status: 'OPEN', quantity: '5' });
    expect(open!.causes.map(({ quantity }) => quantity)).toEqual(['1', '4']);
    expect(merged).toMatchObject({ id: requestId, status: 'DISMISSED', causes: [] });
    const { purchaseRequests } = await buying.buyer.client.ask<{ purchaseRequests: { nodes: unknown[] } }>(
      `query ($id: ID!) { purchaseRequests(filter: { partId: $id, status: [DISMISSED] }) { nodes { mergedInto { id }
         dismissedBecause } } }`,
      { id: part.id },
    );
    expect(purchaseRequests.nodes).toEqual([{ mergedInto: { id: newer }, dismissedBecause: null }]);
  });

  it('of an order that is closed short is open again, or given up', async () => {
    const again = await sent('10');
    await come(again.order, '4');
    await done(move(buying.buyer.client, 'close', again.order.id));
    expect(await stands(buying, again.part.id)).toEqual(['OPEN 6', 'ORDERED 4']);
    const up = await sent('10');
    await come(up.order, '4');
    await done(move(buying.buyer.client, 'closeForGood', up.order.id));
    expect(await stands(buying, up.part.id)).toEqual(['DISMISSED 6', 'ORDERED 4']);
    const { purchaseOrder } = await buying.buyer.client.ask<{ purchaseOrder: object }>(
      'query ($id: ID!) { purchaseOrder(id: $id) { status closedReason requests { quantity } } }',
      { id: up.order.id },
    );
    expect(purchaseOrder).toEqual({
      status: 'CLOSED',
      closedReason: 'Because.',
      requests: [{ quantity: '4' }],
    });
  });

  it('of a draft that was changed is open again: a part taken off, or less of it', async () => {
    const [off, less] = [await newPart(buying), await newPart(buying)];
    const [first, second] = [await request(buying, off.id, '2'), await request(buying, less.id, '9')];
    const wish = ({ id: requestId }: Request) => ({
      requestId,
      supplierId: buying.supplierId,
      unitPrice: euro('2.00'),
    });
    const [order] = await done(orderRequests(buying, [wish(first), wish(second)]));
    const lines = [lineOf(less.id, '3', '2.00'), lineOf((await newPart(buying)).id)];
    await done(send(buying.buyer.client, UPDATE_ORDER, { id: order!.id, input: { lines } }));
    expect(await stands(buying, off.id)).toEqual(['OPEN 2']);
    expect(await stands(buying, less.id)).toEqual(['OPEN 6', 'ORDERED 3']);
    const more = [lineOf(less.id, '8', '2.00')];
    await done(send(buying.buyer.client, UPDATE_ORDER, { id: order!.id, input: { lines: more } }));
    expect(await stands(buying, less.id)).toEqual(['OPEN 6', 'ORDERED 3']);
  });
});

describe('a part that runs low', () => {
  /** So many come, of a part with this reorder point: it is low at once where they are not enough. */
  const stocked = async (quantity: string, input: object) => {
    const part = await createPart(buying.buyer.client, input);
    const order = await ordered(buying, { lines: [lineOf(part.id, quantity)] });
    await done(
      send(buying.buyer.client, RECEIVE, {
        id: order.id,
        input: { lines: [{ lineId: order.lines[0]!.id, quantity }] },
      }),
    );
    return part;
  };

  it('is asked for in the usual quantity, once a dip', async () => {
    const part = await stocked('4', { reorderPoint: '5', reorderQuantity: '20' });
    await eventually(async () =>
      expect(await requestsFor(buying.buyer.client, part.id)).toMatchObject([
        { status: 'OPEN', quantity: '20', causes: [{ type: 'LOW_STOCK', quantity: '20', note: null }] },
      ]),
    );
  });

  it('without a usual quantity is asked for as its reorder point says, at least as much as is missing', async () => {
    const few = await stocked('1', { reorderPoint: '8', reorderQuantity: '2' });
    const none = await stocked('1', { reorderPoint: '1' });
    await eventually(async () => {
      expect(await stands(buying, few.id)).toEqual(['OPEN 7']);
      expect(await stands(buying, none.id)).toEqual(['OPEN 1']);
    });
  });

  it('is not asked for again while enough is on its way, and the open request takes the rest', async () => {
    const part = await createPart(buying.buyer.client, { reorderPoint: '5', reorderQuantity: '20' });
    await ordered(buying, { lines: [lineOf(part.id, '15')] });
    const { id } = await request(buying, part.id, '2');
    const order = await ordered(buying, { lines: [lineOf(part.id, '1')] });
    const lines = [{ lineId: order.lines[0]!.id, quantity: '1' }];
    await done(send(buying.buyer.client, RECEIVE, { id: order.id, input: { lines } }));
    await eventually(async () =>
      expect(await requestsFor(buying.buyer.client, part.id)).toMatchObject([
        {
          id,
          quantity: '7',
          causes: [
            { type: 'MANUAL', quantity: '2' },
            { type: 'LOW_STOCK', quantity: '5' },
          ],
        },
      ]),
    );
  });
});
