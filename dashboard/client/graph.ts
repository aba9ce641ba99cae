import type { Persisted } from '../generated/operations';

const ENDPOINT = '/graphql';

interface GraphError {
  message: string;
  extensions?: { code?: string };
}

interface Answer<Data> {
  data?: Data | null;
  errors?: readonly GraphError[];
}

/** What the graph refused, with the code to switch on; UNREACHABLE when it did not answer. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  static of([first]: readonly GraphError[] = []): Problem {
    return new Problem(first?.extensions?.code ?? 'UNKNOWN', first?.message ?? 'The server gave no answer.');
  }
}

/** What stands for a document's text: its hash. The text goes along once, where the hash is not known yet. */
export const persistedQuery = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });
export const IS_NOT_KNOWN = 'PERSISTED_QUERY_NOT_FOUND';

/** One operation over HTTP. What could be answered counts: only an answer without data is a problem. */
export async function ask<Data, Variables>(
  document: Persisted<Data, Variables>,
  variables: Variables,
  token: string | null = null,
): Promise<Data> {
  const send = (query?: string) =>
    post<Data>({ query, variables, extensions: persistedQuery(document.hash) }, token);
  let answer = await send();
  if (answer.errors?.[0]?.extensions?.code === IS_NOT_KNOWN) answer = await send(document.text);
  if (answer.data) return answer.data;
  throw Problem.of(answer.errors);
}

async function post<Data>(operation: object, token: string | null): Promise<Answer<Data>> {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (token) headers.set('Authorization', `Bearer ${token}`);
  try {
    const response = await fetch(ENDPOINT, { method: 'POST', headers, body: JSON.stringify(operation) });
    return (await response.json()) as Answer<Data>;
  } catch {
    throw new Problem('UNREACHABLE', 'The server cannot be reached.');
  }
}
