import type { Identity, RequestFacts } from '../access/identity';

/** What the gateway signs for a subgraph: who asks, and the facts of the request. */
export interface SignedCaller {
  identity: Identity;
  facts: RequestFacts;
}
