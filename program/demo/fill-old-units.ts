import type { DemoGraph } from './demo-graph';
import { euro } from './material';
import { storeOf } from './store-of';

/** Starters for which the old one is wanted back: two were sold over the counter, one old one has come. Again: the same. */
export async function fillOldUnits(graph: DemoGraph, serviceCentreId: string): Promise<void> {
  const partId = await graph.create('inventory', 'Part', {
    sku: 'ST 4100',
    name: 'Starter motor, exchange',
    brand: 'Elettra',
    unit: 'PIECE',
    price: euro('145.00'),
    coreDeposit: euro('60.00'),
    idempotencyKey: 'demo-part-ST 4100',
  });
  await graph.ask(
    'inventory',
    'mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { movement { id } } }',
    {
      input: {
        partId,
        locationId: await storeOf(graph, serviceCentreId),
        quantity: '3',
        reason: 'OPENING_STOCK',
        unitCost: euro('88.00'),
        idempotencyKey: 'demo-starters',
      },
    },
  );
  const counterOrderLineId = await sell(graph, serviceCentreId, partId);
  await graph.ask(
    'inventory',
    'mutation ($input: RecordCoreReturnInput!) { recordCoreReturn(input: $input) { id } }',
    { input: { counterOrderLineId, quantity: '1', idempotencyKey: 'demo-core-return' } },
  );
}

async function sell(graph: DemoGraph, serviceCentreId: string, partId: string): Promise<string> {
  const id = await graph.create('inventory', 'CounterOrder', {
    serviceCentreId,
    lines: [{ partId, quantity: '2' }],
    idempotencyKey: 'demo-counter-order-starters',
  });
  const { counterOrder } = await graph.ask<{ counterOrder: { status: string; lines: { id: string }[] } }>(
    'inventory',
    'query ($id: ID!) { counterOrder(id: $id) { status lines { id } } }',
    { id },
  );
  if (counterOrder.status !== 'DELIVERED')
    await graph.ask(
      'inventory',
      `mutation ($id: ID!) { processCounterOrder(id: $id) { id } markCounterOrderReady(id: $id) { id }
        deliverCounterOrder(id: $id) { id } }`,
      { id },
    );
  return counterOrder.lines[0]!.id;
}
