import type { GraphClient, GraphError } from '../harness/client';
import type { TestGraph } from '../harness/graph';

/** Begins a subscription as an event stream, and leaves it: the errors with which it is refused, none where it stands. */
export async function begin(
  graph: Pick<TestGraph, 'url'>,
  { token }: Pick<GraphClient, 'token'>,
  query: string,
  variables: Record<string, unknown>,
): Promise<GraphError[]> {
  const leave = new AbortController();
  const response = await fetch(`${graph.url}/graphql/stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
    signal: leave.signal,
  });
  if (response.status !== 200) return ((await response.json()) as { errors: GraphError[] }).errors;
  leave.abort();
  return [];
}
