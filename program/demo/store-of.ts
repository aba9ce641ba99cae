import type { DemoGraph } from './demo-graph';

/** The worker opens it behind the service centre: before the last customer was taken in, it has. */
export async function storeOf(graph: DemoGraph, centre: string): Promise<string> {
  const { stockLocations } = await graph.ask<{ stockLocations: { nodes: { id: string }[] } }>(
    'inventory',
    `query ($centre: ID!) {
      stockLocations(filter: { serviceCentreId: $centre, kind: SERVICE_CENTRE }) { nodes { id } } }`,
    { centre },
  );
  const [store] = stockLocations.nodes;
  if (!store) throw new Error('the store room is not open yet');
  return store.id;
}
