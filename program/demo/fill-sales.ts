import type { DemoGraph } from './demo-graph';

type Status = 'PENDING' | 'PROCESSING' | 'READY' | 'DELIVERED' | 'CANCELLED';

/** How far each order has come, what is on it, what is taken off, and whether its buyer is a customer. */
const ORDERS: readonly (readonly [
  Status,
  sku: string,
  quantity: string,
  percent: string | null,
  known: boolean,
])[] = [
  ['DELIVERED', 'WB 600', '2', '10', true],
  ['READY', 'WB 600', '2', null, false],
  ['PROCESSING', 'OIL 5W30', '4', '5', true],
  ['PENDING', 'WB 600', '1', null, false],
  ['CANCELLED', 'OIL 5W30', '5', null, true],
];

const NEXT: Readonly<Record<string, string>> = {
  PENDING: 'processCounterOrder(id: $id)',
  PROCESSING: 'markCounterOrderReady(id: $id)',
  READY: 'deliverCounterOrder(id: $id)',
};

/** Orders over the counter in each state. Again: the same. */
export async function fillSales(graph: DemoGraph, serviceCentreId: string): Promise<void> {
  const { parts } = await graph.ask<{ parts: { nodes: { id: string; sku: string }[] } }>(
    'inventory',
    '{ parts(first: 100) { nodes { id sku } } }',
  );
  const { customers } = await graph.ask<{ customers: { nodes: { id: string }[] } }>(
    'customer',
    '{ customers(first: 5) { nodes { id } } }',
  );
  for (const [n, [status, sku, quantity, discountPercent, known]] of ORDERS.entries()) {
    const partId = parts.nodes.find((part) => part.sku === sku)!.id;
    const id = await graph.create('inventory', 'CounterOrder', {
      serviceCentreId,
      customerId: known ? customers.nodes[n]!.id : null,
      notes: known ? null : 'Comes back in the afternoon.',
      lines: [{ partId, quantity, discountPercent }],
      idempotencyKey: `demo-counter-order-${n}`,
    });
    await advance(graph, id, status);
  }
}

async function advance(graph: DemoGraph, id: string, to: Status): Promise<void> {
  const stands = async () =>
    (
      await graph.ask<{ counterOrder: { status: Status } }>(
        'inventory',
        'query ($id: ID!) { counterOrder(id: $id) { status } }',
        { id },
      )
    ).counterOrder.status;
  for (let now = await stands(); now !== to; now = await stands()) {
    const command =
      to === 'CANCELLED' ? 'cancelCounterOrder(id: $id, reason: "Found it elsewhere.")' : NEXT[now];
    if (!command) return;
    await graph.ask('inventory', `mutation ($id: ID!) { ${command} { id } }`, { id });
  }
}
