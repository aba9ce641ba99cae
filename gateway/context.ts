import type { Identity, RequestFacts } from '../shared/access/identity';
import type { Standing } from './budgets';

/** What the gateway carries through one operation. */
export interface GatewayContext {
  identity: Identity;
  facts: RequestFacts;
  /** Whether the answer is to say what it cost. */
  tellsCost: boolean;
  /** What goes with the answer beside its body. */
  reply: Reply;
}

export interface Reply {
  /** Set by a subgraph: the refresh cookie to send, or null to clear it. */
  refreshToken?: { value: string; expiresAt: string } | null;
  /** What the operation cost, once that is known. */
  cost?: number;
  /** How the caller's budgets stand. */
  budgets?: readonly Standing[];
}
