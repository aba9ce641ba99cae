import { randomUUID } from 'node:crypto';
import { systemIdentity } from '../../shared/access/identity';
import type { SubgraphName } from '../../shared/environment';
import { type PeerLinks, Peers } from '../../shared/subgraph/peers';
import { tenantId } from '../../subgraphs/customer/identity/tenant-id';

/** The subgraphs, asked by the program itself on behalf of a demo shop, which has the same id everywhere. */
export class DemoGraph {
  readonly organisationId: string;

  constructor(
    private readonly links: PeerLinks,
    signUpKey: string,
  ) {
    this.organisationId = tenantId(signUpKey);
  }

  ask<T>(subgraph: SubgraphName, query: string, variables: Record<string, unknown> = {}): Promise<T> {
    return this.peers().ask(subgraph, query, variables);
  }

  /** A create command: gives the new record's id, or the first one's when its key was used before. */
  async create(subgraph: SubgraphName, type: string, input: Record<string, unknown>): Promise<string> {
    const document = `mutation ($input: Create${type}Input!) { made: create${type}(input: $input) { id } }`;
    const { made } = await this.ask<{ made: { id: string } }>(subgraph, document, { input });
    return made.id;
  }

  /** When the shop signed up; null before. */
  async openedAt(): Promise<string | null> {
    const ids = [this.organisationId];
    const [found] = await this.peers().entities<{ createdAt: unknown }>(
      'customer',
      'Organisation',
      ids,
      'createdAt',
    );
    return found ? String(found.createdAt) : null;
  }

  private peers(): Peers {
    const facts = { requestId: randomUUID(), address: '127.0.0.1', userAgent: 'demo', refreshToken: null };
    return new Peers(this.links, systemIdentity(this.organisationId), facts);
  }
}
