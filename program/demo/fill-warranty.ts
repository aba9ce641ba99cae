import type { DemoGraph } from './demo-graph';

/** What is wrong with a piece that was sold over the counter, and what its supplier says to it. */
const CLAIMS: readonly (readonly [fault: string, decisions: readonly object[]])[] = [
  ['The clip broke at the first wash.', [{ decision: 'REFUSED', reason: 'Wear is not covered.' }]],
  [
    'The rubber came off within a week.',
    [{ decision: 'ACCEPTED' }, { decision: 'SETTLED', replacement: {} }],
  ],
  ['It leaves streaks from new.', []],
];

interface Found {
  counterOrders: { nodes: { lines: { id: string; sku: string }[] }[] };
  suppliers: { nodes: { id: string }[] };
  stockLocations: { nodes: { id: string }[] };
}

/** Claims under warranty for the wiper blades that were handed over: refused, replaced and open. Again: the same. */
export async function fillWarranty(graph: DemoGraph, serviceCentreId: string): Promise<void> {
  const { counterOrders, suppliers, stockLocations } = await graph.ask<Found>(
    'inventory',
    `query ($centre: ID!) {
       counterOrders(filter: { status: [DELIVERED], serviceCentreId: $centre }) { nodes { lines { id sku } } }
       suppliers(first: 1) { nodes { id } }
       stockLocations(filter: { serviceCentreId: $centre, kind: SERVICE_CENTRE }) { nodes { id } } }`,
    { centre: serviceCentreId },
  );
  const sold = counterOrders.nodes.flatMap(({ lines }) => lines).find(({ sku }) => sku === 'WB 600')!;
  for (const [n, [fault, decisions]] of CLAIMS.entries()) {
    const { claim } = await graph.ask<{ claim: { id: string; status: string } }>(
      'inventory',
      'mutation ($input: OpenWarrantyClaimInput!) { claim: openWarrantyClaim(input: $input) { id status } }',
      {
        input: {
          counterOrderLineId: sold.id,
          quantity: '1',
          fault,
          supplierId: suppliers.nodes[0]!.id,
          idempotencyKey: `demo-warranty-claim-${n}`,
        },
      },
    );
    if (claim.status === 'OPEN')
      for (const decision of decisions)
        await graph.ask(
          'inventory',
          'mutation ($id: ID!, $input: DecideWarrantyClaimInput!) { decideWarrantyClaim(id: $id, input: $input) { id } }',
          { id: claim.id, input: placed(decision, stockLocations.nodes[0]!.id) },
        );
  }
}

const placed = (decision: object, locationId: string): object =>
  'replacement' in decision ? { ...decision, replacement: { locationId } } : decision;
