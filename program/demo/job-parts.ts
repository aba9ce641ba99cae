import type { DemoGraph } from './demo-graph';

/** Number of a part, and how much of it. */
export type Need = readonly [sku: string, quantity: string];

/** What jobs use of the shelves: as much as is there, and the air filter, of which there is none. */
export const USED: readonly Need[] = [['OF 3502', '1']];
export const TO_COME: readonly Need[] = [['OIL 5W30', '4.5']];
export const MISSING: readonly Need[] = [['AF 2210', '1']];

/** Asks for parts for a job; the lines that were made. Again: the same. */
export async function requestParts(
  graph: DemoGraph,
  jobCardId: string,
  needs: readonly Need[],
): Promise<string[]> {
  const parts = await partsBySku(graph);
  const lines = needs.map(([sku, quantity]) => ({ partId: parts.get(sku)!, quantity }));
  const idempotencyKey = `demo-parts-${jobCardId}-${needs.map(([sku]) => sku).join()}`;
  const { made } = await graph.ask<{ made: { id: string }[] }>(
    'inventory',
    'mutation ($input: RequestJobPartsInput!) { made: requestJobParts(input: $input) { id } }',
    { input: { jobCardId, lines, idempotencyKey } },
  );
  return made.map(({ id }) => id);
}

export async function useParts(graph: DemoGraph, jobCardId: string): Promise<void> {
  const lines = (await requestParts(graph, jobCardId, USED)).map((id) => ({ id }));
  await graph.ask(
    'inventory',
    'mutation ($input: IssueJobPartsInput!) { issueJobParts(input: $input) { id } }',
    { input: { jobCardId, lines, idempotencyKey: `demo-parts-issued-${jobCardId}` } },
  );
}

async function partsBySku(graph: DemoGraph): Promise<ReadonlyMap<string, string>> {
  const { parts } = await graph.ask<{ parts: { nodes: { id: string; sku: string }[] } }>(
    'inventory',
    '{ parts(first: 100) { nodes { id sku } } }',
  );
  return new Map(parts.nodes.map(({ id, sku }) => [sku, id]));
}
