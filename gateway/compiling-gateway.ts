import { ApolloGateway } from '@apollo/gateway';
import type { SubgraphRequest } from '../shared/subgraph/peers';
import type { GatewayContext } from './context';
import type { LinkedDataSource } from './data-source';
import type { LoadedGraph, SubgraphAnswer } from './execution';

interface CompilingGatewayOptions {
  supergraphSdl: string;
  sourceFor(name: string, url: string | undefined): LinkedDataSource;
}

/** Apollo's gateway wants to be told how its executor would ask a subgraph. */
const NOT_RUN = { process: () => Promise.reject(new Error('Plans are run by gateway/execution.')) };

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Apollo's gateway reads the supergraph, keeps the API's schema and plans; what runs the plans is ours, because
 * Apollo's executor reads operation and plan anew at every request.
 */
export class CompilingGateway extends ApolloGateway {
  private readonly sources: Map<string, LinkedDataSource>;

  constructor({ supergraphSdl, sourceFor }: CompilingGatewayOptions) {
    const sources = new Map<string, LinkedDataSource>();
    super({
      supergraphSdl,
      logger: quiet,
      buildService({ name, url }) {
        sources.set(name, sourceFor(name, url));
        return NOT_RUN;
      },
    });
    this.sources = sources;
  }

  async open(): Promise<LoadedGraph> {
    const { schema: api } = await this.load();
    // Named for tests, it is the one door that Apollo's gateway leaves to its planner.
    const planner = this.__testing().queryPlanner!;
    const supergraph = planner.supergraph.schema.toGraphQLJSSchema();
    return { planner, api, supergraph };
  }

  ask(subgraph: string, request: SubgraphRequest, context: GatewayContext): Promise<SubgraphAnswer> {
    return this.sources.get(subgraph)!.ask(request, context);
  }
}
