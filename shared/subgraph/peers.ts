import type { ExecutionResult } from 'graphql';
import type { Identity, RequestFacts } from '../access/identity';
import type { SubgraphName } from '../environment';
import { ApiError } from '../errors';
import type { LiveExtensions } from '../live/happening';

export interface SubgraphRequest {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
  /** With the operation of a subscription. */
  extensions?: LiveExtensions | undefined;
}

/** A way to ask a subgraph, in this process or over HTTP. The gateway and the subgraphs themselves use the same. */
export interface SubgraphLink {
  execute(request: SubgraphRequest, identity: Identity, facts: RequestFacts): Promise<ExecutionResult>;
}

export type PeerLinks = ReadonlyMap<SubgraphName, SubgraphLink>;

/** Other subgraphs, asked under the caller's own identity and before a transaction is opened, never within. */
export class Peers {
  constructor(
    private readonly links: PeerLinks,
    private readonly identity: Identity,
    private readonly facts: RequestFacts,
  ) {}

  async ask<T>(subgraph: SubgraphName, query: string, variables: Record<string, unknown>): Promise<T> {
    const link = this.links.get(subgraph);
    if (!link) throw new ApiError('SUBGRAPH_UNAVAILABLE', `${subgraph} is not connected.`, { subgraph });
    const result = await link.execute({ query, variables }, this.identity, this.facts);
    const [error] = result.errors ?? [];
    if (error) {
      const code = error.extensions?.code as ApiError['code'] | undefined;
      throw new ApiError(code ?? 'INTERNAL', error.message, { ...error.extensions });
    }
    return result.data as T;
  }

  /** The records of another subgraph's type that the caller may see; null for the others. */
  async entities<T>(
    subgraph: SubgraphName,
    type: string,
    ids: string[],
    selection: string,
  ): Promise<(T | null)[]> {
    const query = `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${selection} } } }`;
    const keys = ids.map((id) => ({ __typename: type, id }));
    const data = await this.ask<{ _entities: (T | null)[] }>(subgraph, query, { keys });
    return data._entities;
  }
}
