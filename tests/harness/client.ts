import { randomUUID } from 'node:crypto';
import { watchAnswer } from './answered';

export interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; requestId: string; fields?: { path: string; code: string }[] } & Record<
    string,
    unknown
  >;
}

export interface GraphAnswer<T> {
  status: number;
  headers: Headers;
  data: T;
  errors: GraphError[];
  /** The code of the first error; undefined when there is none. */
  code: string | undefined;
  extensions: Record<string, unknown> | undefined;
}

/** A caller of the graph over HTTP, as a frontend's fetch would be. */
export class GraphClient {
  cookie: string | null = null;

  constructor(
    private readonly base: string,
    readonly token: string | null,
    private readonly headers: Record<string, string> = {},
  ) {}

  with(headers: Record<string, string>): GraphClient {
    return new GraphClient(this.base, this.token, { ...this.headers, ...headers });
  }

  /** What came back, errors and all. */
  async send<T = Record<string, never>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphAnswer<T>> {
    const response = await fetch(`${this.base}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-request-id': randomUUID(),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...this.headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const cookie = response.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0]!;
    const body = (await response.json()) as {
      data?: T;
      errors?: GraphError[];
      extensions?: Record<string, unknown>;
    };
    const errors = body.errors ?? [];
    return {
      status: response.status,
      headers: response.headers,
      data: watchAnswer(query, body.data ?? null) as T,
      errors,
      code: errors[0]?.extensions?.code,
      extensions: body.extensions,
    };
  }

  /** The data of an operation that must succeed. */
  async ask<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const answer = await this.send<T>(query, variables);
    if (answer.errors.length)
      throw new Error(
        `Refused: ${answer.errors.map((e) => `${e.extensions?.code} ${e.message}`).join('; ')}\n${query}`,
      );
    return answer.data;
  }
}
