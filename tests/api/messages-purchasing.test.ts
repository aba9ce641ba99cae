import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { type Message, messagesOf, notificationsOf } from './messages.fixtures';
import { createPart } from './parts.fixtures';
import {
  advance,
  type Buying,
  CREATE_REQUEST,
  createSupplier,
  done,
  draft,
  euro,
  move,
  openBuying,
  openWarehouse,
  request,
  send,
} from './purchasing.fixtures';
import { setting } from './sign-in.fixtures';

/** Nobody is written to here: what would go out is kept, and can be read. */
const graph = useGraph({ own: true });

let buying: Buying;
beforeAll(async () => {
  buying = await openBuying(graph);
  await setting(buying.shop.admin.client, { locale: 'en-GB' });
});

const aboutOrder = async (id: string): Promise<Message[]> =>
  (await messagesOf(buying.shop.admin.client)).filter((message) => message.relatedId === id).reverse();

const told = async (client: GraphClient, id: string) =>
  (await notificationsOf(client)).flatMap(({ kind, type, title, message, actionUrl, relatedId }) =>
    relatedId === id ? [{ kind, type, title, message, actionUrl }] : [],
  );

describe('an order', () => {
  it('is told to those who approve, and the decision to whoever submitted it', async () => {
    const order = await advance(buying, (await draft(buying)).id, 'PENDING');
    const advisor = await buying.shop.staff('ADVISOR');
    await untilIdle(graph);
    const waits = {
      kind: 'PURCHASE_ORDER_APPROVAL_NEEDED',
      type: 'APPROVAL',
      title: `Order ${order.number} waits for approval`,
      message: `Order ${order.number} to Ricambi Po (40.00 EUR) for First centre waits for approval.`,
      actionUrl: `/purchase-orders/${order.id}`,
    };
    expect(await told(buying.approver.client, order.id)).toEqual([waits]);
    expect(await told(advisor.client, order.id)).toEqual([]);
    await done(move(buying.approver.client, 'approve', order.id));
    const other = await advance(buying, (await draft(buying)).id, 'PENDING');
    await done(move(buying.approver.client, 'reject', other.id));
    await untilIdle(graph);
    const decided = async (id: string) =>
      (await told(buying.buyer.client, id)).filter(({ kind }) => kind !== waits.kind);
    expect(await decided(order.id)).toEqual([
      expect.objectContaining({
        kind: 'PURCHASE_ORDER_APPROVED',
        type: 'SUCCESS',
        title: `Order ${order.number} was approved`,
      }),
    ]);
    expect(await decided(other.id)).toEqual([
      expect.objectContaining({
        kind: 'PURCHASE_ORDER_REJECTED',
        type: 'ERROR',
        title: `Order ${other.number} was rejected`,
      }),
    ]);
    expect(await decided(order.id)).toHaveLength(1);
  });

  it('goes to its supplier by e-mail when it is sent, once, and so does that it is called off', async () => {
    const supplierId = await createSupplier(buying.buyer.client, {
      contactName: 'Pia Conti',
      email: 'orders@ricambi.example',
    });
    const part = await createPart(buying.buyer.client, { sku: 'BP-4711', name: 'Brake pads' });
    const { id } = await draft(buying, {
      supplierId,
      notes: 'Ring at the back door.',
      expectedOn: '2031-04-01',
      lines: [{ partId: part.id, quantity: '4', unitPrice: euro('20.50') }],
    });
    const order = await advance(buying, id, 'ORDERED');
    await done(move(buying.buyer.client, 'send', id));
    await untilIdle(graph);
    const [letter, ...more] = await aboutOrder(id);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      kind: 'PURCHASE_ORDER',
      channel: 'EMAIL',
      state: 'KEPT',
      basis: 'CONTRACT',
      recipient: 'orders@ricambi.example',
      relatedType: 'PurchaseOrder',
      subject: `Order ${order.number} of Shop ${buying.shop.slug}`,
    });
    expect(letter!.body).toBe(
      `Hello Pia Conti,

Please deliver to First centre (expected: 1 April 2031):

4 × BP-4711 Brake pads, 20.50 = 82.00 EUR

Total without tax: 82.00 EUR
Our order: ${order.number}
Ring at the back door.

First centre
Shop ${buying.shop.slug}`,
    );
    await done(move(buying.buyer.client, 'cancel', id));
    await untilIdle(graph);
    expect((await aboutOrder(id)).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['PURCHASE_ORDER', letter!.subject],
      ['PURCHASE_ORDER_CANCELLED', `Order ${order.number} of Shop ${buying.shop.slug} is cancelled`],
    ]);
  });

  it('to a supplier without an address says so, and one that was never sent is called off in silence', async () => {
    const { id } = await advance(buying, (await draft(buying)).id, 'ORDERED');
    const { id: unsent } = await draft(buying);
    await done(move(buying.buyer.client, 'cancel', unsent));
    await untilIdle(graph);
    expect(await aboutOrder(id)).toEqual([
      expect.objectContaining({
        kind: 'PURCHASE_ORDER',
        state: 'SUPPRESSED',
        suppressedBecause: 'NO_ADDRESS',
        recipient: '',
      }),
    ]);
    expect(await aboutOrder(unsent)).toEqual([]);
  });
});

describe('a part to buy', () => {
  it('is told to those who buy for the place, once until it is ordered', async () => {
    const part = await createPart(buying.buyer.client, { sku: 'OF-1', name: 'Oil filter' });
    const { id } = await request(buying, part.id, '3');
    await request(buying, part.id, '2');
    await untilIdle(graph);
    expect(await told(buying.approver.client, id)).toEqual([
      {
        kind: 'PURCHASE_REQUEST_RAISED',
        type: 'WARNING',
        title: 'To buy: OF-1 Oil filter',
        message: expect.stringMatching(/^[35] × OF-1 Oil filter is to be bought for First centre\.$/),
        actionUrl: `/purchase-requests/${id}`,
      },
    ]);
    const technician = await buying.shop.staff('TECHNICIAN');
    expect(await told(technician.client, id)).toEqual([]);
  });

  it('for a warehouse is told to those who work in all service centres', async () => {
    const everywhere = await buying.shop.staff('MANAGER', { allCentres: true });
    const locationId = await openWarehouse(graph, buying.shop);
    const part = await createPart(buying.buyer.client);
    const { id } = await done(
      send(everywhere.client, CREATE_REQUEST, { input: { partId: part.id, locationId, quantity: '1' } }),
    );
    await untilIdle(graph);
    expect(await told(everywhere.client, id)).toHaveLength(1);
    expect(await told(buying.shop.admin.client, id)).toHaveLength(1);
    expect(await told(buying.buyer.client, id)).toEqual([]);
  });
});

it('what suppliers are told is nobody’s to switch off', async () => {
  const { notificationPreferences } = await buying.buyer.client.ask<{
    notificationPreferences: { category: string; channel: string; enabledByDefault: boolean }[];
  }>('{ notificationPreferences { category channel enabledByDefault } }');
  const byMail = notificationPreferences.find(
    ({ category, channel }) => category === 'INVENTORY' && channel === 'EMAIL',
  );
  expect(byMail?.enabledByDefault).toBe(false);
});
