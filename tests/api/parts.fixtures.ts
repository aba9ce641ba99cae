import type { GraphClient } from '../harness/client';

export interface MadePart {
  id: string;
  version: number;
  sku: string;
}

let made = 0;

/** A part with a number of its own, unless one is given. */
export async function createPart(client: GraphClient, input: object = {}): Promise<MadePart> {
  made += 1;
  const { createPart: part } = await client.ask<{ createPart: MadePart }>(
    'mutation ($input: CreatePartInput!) { createPart(input: $input) { id version sku } }',
    { input: { sku: `P-${process.pid}-${made}`, name: 'Part', ...input } },
  );
  return part;
}
