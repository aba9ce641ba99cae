import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { eventsOf } from './customers.fixtures';
import {
  advance,
  type Buying,
  CREATE_ORDER,
  createSupplier,
  done,
  draft,
  lineOf,
  locationOf,
  MOVES,
  move,
  newPart,
  type Order,
  openBuying,
  openWarehouse,
  ordered,
  purchasesKept,
  RECEIVE,
  send,
  UPDATE_ORDER,
} from './purchasing.fixtures';
import { refusalOf } from './scheduling.fixtures';

const graph = useGraph();
let buying: Buying;
beforeAll(async () => {
  buying = await openBuying(graph, { centres: 1 });
});

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

describe('whoever submitted an order', () => {
  it('does not approve it while somebody else may, but may turn it down', async () => {
    const { id } = await advance(buying, (await draft(buying)).id, 'PENDING');
    const before = await purchasesKept(graph, buying.shop);
    expect(refusalOf(await move(buying.buyer.client, 'approve', id))).toBe('CONFLICT OWN_ORDER');
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
    expect(await done(move(buying.buyer.client, 'reject', id))).toMatchObject({ status: 'REJECTED' });
    const { purchaseOrder } = await buying.buyer.client.ask<{ purchaseOrder: object }>(
      'query ($id: ID!) { purchaseOrder(id: $id) { closedReason decidedBy { id } } }',
      { id },
    );
    expect(purchaseOrder).toEqual({ closedReason: 'Because.', decidedBy: { id: buying.buyer.id } });
  });

  it('approves it where they are alone: the others work elsewhere, are switched off, or may not', async () => {
    const shop = await graph.shop({ centres: 1 });
    const alone = await shop.staff('MANAGER');
    await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    await shop.staff('ADVISOR');
    const gone = await shop.staff('MANAGER');
    const small: Buying = {
      shop,
      buyer: alone,
      approver: alone,
      supplierId: await createSupplier(alone.client),
      locationId: await locationOf(alone.client, shop.centres[0]!),
    };
    const { id } = await advance(small, (await draft(small)).id, 'PENDING');
    // The administrator of every shop may, and so may a second manager.
    expect(refusalOf(await move(alone.client, 'approve', id))).toBe('CONFLICT OWN_ORDER');
    for (const each of [gone.id, shop.admin.id])
      await graph.sql('update customer.user_account set active = false where id = $1', [each]);
    expect(await done(move(alone.client, 'approve', id))).toMatchObject({ status: 'APPROVED' });
  });

  it('is asked about only for their own: what a colleague submitted they approve', async () => {
    const { id } = await draft(buying);
    await done(move(buying.approver.client, 'submit', id));
    expect(refusalOf(await move(buying.approver.client, 'approve', id))).toBe('CONFLICT OWN_ORDER');
    expect(await done(move(buying.buyer.client, 'approve', id))).toMatchObject({ status: 'APPROVED' });
  });
});

describe('fifty managers at once', () => {
  it('who approve and reject: one decides, and the others are told or see it done', async () => {
    const { id } = await advance(buying, (await draft(buying)).id, 'PENDING');
    const decide = (n: number) => move(buying.approver.client, n % 2 ? 'approve' : 'reject', id);
    const answers = await Promise.all(FIFTY.map(decide));
    const { status, version } = answers.find(({ data }) => data)!.data!.done;
    expect(['APPROVED', 'REJECTED']).toContain(status);
    for (const [n, answer] of answers.entries()) {
      const agrees = (n % 2 === 1) === (status === 'APPROVED');
      if (agrees) expect(answer.data!.done).toMatchObject({ status, version });
      else expect(refusalOf(answer)).toBe('INVALID_TRANSITION');
    }
    const decided = (await eventsOf(graph, id)).filter((name) => /Approved|Rejected/.test(name));
    expect(decided).toEqual([status === 'APPROVED' ? 'PurchaseOrderApproved' : 'PurchaseOrderRejected']);
  });

  it('who send, change and cancel it as they saw it: one does', async () => {
    const { id, version } = await advance(buying, (await draft(buying)).id, 'APPROVED');
    const { client } = buying.approver;
    const answers = await Promise.all(
      FIFTY.map((n) => {
        if (n % 3 === 0) return move(client, 'send', id, { expectedVersion: version });
        if (n % 3 === 1) return move(client, 'cancel', id, { expectedVersion: version });
        return send(client, UPDATE_ORDER, {
          id,
          input: { expectedOn: `2031-01-${10 + n / 3}`.slice(0, 10), expectedVersion: version },
        });
      }),
    );
    const outcomes = answers.map((answer) => refusalOf(answer) ?? 'DONE').sort();
    expect(outcomes).toEqual([...Array(49).fill('CONFLICT'), 'DONE']);
  });
});

describe('who sees and moves what', () => {
  const READ = 'query ($id: ID!) { purchaseOrder(id: $id) { id } }';
  const LIST = '{ purchaseOrders(first: 100) { nodes { id } } }';
  const sees = async (client: GraphClient, id: string): Promise<boolean[]> => {
    const { purchaseOrder } = await client.ask<{ purchaseOrder: object | null }>(READ, { id });
    const { purchaseOrders } = await client.ask<{ purchaseOrders: { nodes: { id: string }[] } }>(LIST);
    return [purchaseOrder !== null, purchaseOrders.nodes.some((node) => node.id === id)];
  };

  it('an order of another service centre is not there; a warehouse’s is seen by all and moved by those of all', async () => {
    const { shop, supplierId, buyer } = buying;
    const admin = shop.admin.client;
    const elsewhere = await locationOf(admin, shop.centres[1]!);
    const warehouse = await openWarehouse(graph, shop);
    const lines = [lineOf((await newPart(buying)).id)];
    const [theirs, common] = [
      await done(send(admin, CREATE_ORDER, { input: { supplierId, locationId: elsewhere, lines } })),
      await done(send(admin, CREATE_ORDER, { input: { supplierId, locationId: warehouse, lines } })),
    ];
    expect(await sees(buyer.client, theirs.id)).toEqual([false, false]);
    expect(await sees(buyer.client, common.id)).toEqual([true, true]);
    await done(move(admin, 'submit', common.id));
    const before = await purchasesKept(graph, shop);
    for (const { id } of [theirs, common]) await refusedEverything(buyer, id, 'NOT_FOUND');
    expect(await purchasesKept(graph, shop)).toEqual(before);
    const everywhere = await shop.staff('MANAGER', { allCentres: true });
    expect(await done(move(everywhere.client, 'approve', common.id))).toMatchObject({ status: 'APPROVED' });
  });

  it('those who only look see it and move nothing; technicians, customers and others see none of it', async () => {
    const { shop } = buying;
    const order = await ordered(buying);
    const [advisor, accountant] = [await shop.staff('ADVISOR'), await shop.staff('ACCOUNTANT')];
    const technician = await shop.staff('TECHNICIAN');
    const other = await graph.shop();
    const before = await purchasesKept(graph, shop);
    for (const looker of [advisor, accountant]) {
      expect(await sees(looker.client, order.id)).toEqual([true, true]);
      await refusedEverything(looker, order.id, 'FORBIDDEN');
    }
    await refusedEverything(technician, order.id, 'FORBIDDEN');
    for (const query of [READ, LIST])
      expect((await technician.client.send(query, { id: order.id })).code).toBe('FORBIDDEN');
    expect(await sees(other.admin.client, order.id)).toEqual([false, false]);
    await refusedEverything(other.admin as Member, order.id, 'NOT_FOUND');
    expect(await purchasesKept(graph, shop)).toEqual(before);
  });

  async function refusedEverything({ client }: Member, id: string, code: string): Promise<void> {
    for (const what of Object.keys(MOVES) as (keyof typeof MOVES)[])
      expect([what, (await move(client, what, id)).code]).toEqual([what, code]);
    const input = { lines: [{ lineId: id, quantity: '1' }] };
    expect((await send<Order>(client, RECEIVE, { id, input })).code).toBe(code);
    expect((await send<Order>(client, UPDATE_ORDER, { id, input: { notes: 'Mine' } })).code).toBe(code);
  }
});
