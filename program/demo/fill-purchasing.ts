import type { DemoGraph } from './demo-graph';
import { euro, PARTS, SUPPLIERS } from './material';
import { storeOf } from './store-of';

type Status = 'PENDING' | 'ORDERED';
const NEXT: Readonly<Record<string, string>> = {
  DRAFT: 'submitPurchaseOrder',
  PENDING: 'approvePurchaseOrder',
  APPROVED: 'sendPurchaseOrder',
};

/**
 * What is on its way and what is to be bought: an order that waits for approval, and one of which half has come. Again:
 * the same.
 */
export async function fillPurchasing(graph: DemoGraph, centre: string): Promise<void> {
  const locationId = await storeOf(graph, centre);
  const [filter, pads, oil, wipers] = await takeInParts(graph);
  const [near, far] = await takeInSuppliers(graph);
  const order = (n: number, supplierId: string, lines: [string, string, string][]) =>
    graph.create('inventory', 'PurchaseOrder', {
      supplierId,
      locationId,
      lines: lines.map(([partId, quantity, amount]) => ({ partId, quantity, unitPrice: euro(amount) })),
      idempotencyKey: `demo-order-${n}`,
    });
  const sent = await order(1, near!, [
    [filter!, '20', '5.40'],
    [oil!, '60', '6.75'],
  ]);
  await advance(graph, sent, 'ORDERED');
  await receiveHalf(graph, sent);
  await advance(graph, await order(2, far!, [[pads!, '8', '31.20']]), 'PENDING');
  await graph.create('inventory', 'PurchaseRequest', {
    partId: wipers,
    locationId,
    quantity: '12',
    note: 'Before the autumn, please.',
    idempotencyKey: 'demo-purchase-request',
  });
}

export async function takeInParts(graph: DemoGraph): Promise<string[]> {
  const ids: string[] = [];
  for (const [sku, name, brand, unit, reorderPoint, reorderQuantity, amount] of PARTS)
    ids.push(
      await graph.create('inventory', 'Part', {
        sku,
        name,
        brand,
        unit,
        reorderPoint,
        reorderQuantity,
        price: euro(amount),
        idempotencyKey: `demo-part-${sku}`,
      }),
    );
  return ids;
}

export async function takeInSuppliers(graph: DemoGraph): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, [name, contactName, email, leadTimeDays]] of SUPPLIERS.entries())
    ids.push(
      await graph.create('inventory', 'Supplier', {
        name,
        contactName,
        email,
        leadTimeDays,
        currency: 'EUR',
        idempotencyKey: `demo-supplier-${n}`,
      }),
    );
  return ids;
}

interface Order {
  status: string;
  receiptCount: number;
  lines: { id: string; quantity: string }[];
}

async function read(graph: DemoGraph, id: string): Promise<Order> {
  const { purchaseOrder } = await graph.ask<{ purchaseOrder: Order }>(
    'inventory',
    'query ($id: ID!) { purchaseOrder(id: $id) { status receiptCount lines { id quantity } } }',
    { id },
  );
  return purchaseOrder;
}

async function advance(graph: DemoGraph, id: string, to: Status): Promise<void> {
  for (let { status } = await read(graph, id); status !== to; { status } = await read(graph, id)) {
    const command = NEXT[status];
    if (!command) return;
    await graph.ask('inventory', `mutation ($id: ID!) { ${command}(id: $id) { id } }`, { id });
  }
}

async function receiveHalf(graph: DemoGraph, id: string): Promise<void> {
  const { receiptCount, lines } = await read(graph, id);
  if (receiptCount > 0) return;
  const input = {
    lines: lines.map(({ id: lineId, quantity }) => ({ lineId, quantity: String(Number(quantity) / 2) })),
    deliveryNote: 'DDT 1207',
    idempotencyKey: 'demo-receipt',
  };
  await graph.ask(
    'inventory',
    'mutation ($id: ID!, $input: ReceivePurchaseOrderInput!) { receivePurchaseOrder(id: $id, input: $input) { id } }',
    { id, input },
  );
}
