import type { DemoGraph } from './demo-graph';
import { OPENING_STOCK } from './material';
import { storeOf } from './store-of';

/** A technician's van, and what is on its way to it. Again: the same. */
export async function fillStock(graph: DemoGraph, centre: string): Promise<void> {
  const store = await storeOf(graph, centre);
  const van = await graph.create('inventory', 'StockLocation', {
    name: 'Van 1',
    kind: 'VAN',
    serviceCentreId: centre,
    idempotencyKey: 'demo-van-1',
  });
  const parts = await partsOf(graph);
  const [first, second] = OPENING_STOCK;
  await sendOff(graph, store, van, [
    { partId: parts.get(first[0]), quantity: '4' },
    { partId: parts.get(second[0]), quantity: '1' },
  ]);
}

async function partsOf(graph: DemoGraph): Promise<ReadonlyMap<string, string>> {
  const { parts } = await graph.ask<{ parts: { nodes: { id: string; sku: string }[] } }>(
    'inventory',
    '{ parts(first: 100) { nodes { id sku } } }',
  );
  return new Map(parts.nodes.map(({ id, sku }) => [sku, id]));
}

/** Approved and shipped; an earlier filling may have come so far already. */
async function sendOff(graph: DemoGraph, from: string, to: string, lines: object[]): Promise<void> {
  const { transfer } = await graph.ask<{ transfer: { id: string; status: string } }>(
    'inventory',
    'mutation ($input: RequestTransferInput!) { transfer: requestTransfer(input: $input) { id status } }',
    { input: { fromLocationId: from, toLocationId: to, lines, idempotencyKey: 'demo-transfer-1' } },
  );
  if (transfer.status !== 'REQUESTED' && transfer.status !== 'APPROVED') return;
  await graph.ask(
    'inventory',
    `mutation ($id: ID!, $input: ShipTransferInput!) {
      approveTransfer(id: $id) { id } shipTransfer(id: $id, input: $input) { id } }`,
    { id: transfer.id, input: { idempotencyKey: 'demo-transfer-1-ship' } },
  );
}
