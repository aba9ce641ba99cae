import type { Identity, RequestFacts } from '../shared/access/identity';

/** What the gateway carries through one operation. */
export interface GatewayContext {
  identity: Identity;
  facts: RequestFacts;
  /** Set by a subgraph's answer: the refresh cookie to send, or null to clear it. */
  refreshToken?: { value: string; expiresAt: string } | null;
}
