import type { DemoGraph } from './demo-graph';
import { storeOf } from './store-of';

/** Of which one more was counted than there should be. */
const FOUND = 'WB 600';

interface Stocktake {
  id: string;
  status: string;
  lines: { nodes: { expected: string; part: { id: string; sku: string } }[] };
}

/** One stocktake that was posted, and one in the middle of which somebody was called away. Again: the same. */
export async function fillStocktakes(graph: DemoGraph, centre: string): Promise<void> {
  const locationId = await storeOf(graph, centre);
  const first = await start(graph, locationId, 1);
  if (first.status === 'COUNTING') {
    await count(graph, first, first.lines.nodes.length, 1);
    await graph.ask('inventory', 'mutation ($id: ID!) { postStocktake(id: $id) { id } }', { id: first.id });
  }
  await count(graph, await start(graph, locationId, 2), 2, 2);
}

async function start(graph: DemoGraph, locationId: string, n: number): Promise<Stocktake> {
  const { stocktake } = await graph.ask<{ stocktake: Stocktake }>(
    'inventory',
    `mutation ($input: StartStocktakeInput!) { stocktake: startStocktake(input: $input) {
      id status lines(first: 100) { nodes { expected part { id sku } } } } }`,
    { input: { locationId, note: 'Every month.', idempotencyKey: `demo-stocktake-${n}` } },
  );
  return stocktake;
}

async function count(graph: DemoGraph, { id, lines }: Stocktake, many: number, n: number): Promise<void> {
  const counts = lines.nodes.slice(0, many).map(({ expected, part }) => ({
    partId: part.id,
    quantity: part.sku === FOUND ? String(Number(expected) + 1) : expected,
  }));
  await graph.ask(
    'inventory',
    'mutation ($input: RecordStocktakeCountInput!) { recordStocktakeCount(input: $input) { id } }',
    { input: { stocktakeId: id, counts, idempotencyKey: `demo-stocktake-count-${n}` } },
  );
}
