import type { GraphClient } from '../harness/client';

/** Gives a command its input; the id of what it made. */
export async function idOf(
  client: GraphClient,
  command: string,
  type: string,
  input: object,
): Promise<string> {
  const data = await client.ask<Record<string, { id: string }>>(
    `mutation ($input: ${type}!) { ${command}(input: $input) { id } }`,
    { input },
  );
  return data[command]!.id;
}
