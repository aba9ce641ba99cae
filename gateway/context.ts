import type { Identity, RequestFacts } from '../shared/access/identity';

/** What the gateway carries through one operation. */
export interface GatewayContext {
  identity: Identity;
  facts: RequestFacts;
  /** What goes with the answer beside its body. */
  reply: Reply;
}

export interface Reply {
  /** Set by a subgraph: the refresh cookie to send, or null to clear it. */
  refreshToken?: { value: string; expiresAt: string } | null;
}
