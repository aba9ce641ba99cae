import { createHash } from 'node:crypto';
import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import { CompiledOperation, type LoadedGraph, type SubgraphAnswer } from '../../../gateway/execution';
import type { SubgraphRequest } from '../../../shared/subgraph/peers';
import type { SubgraphSchemas } from './graphs.fixtures';
import { Subgraph } from './subgraph.fixtures';
import { readKeys } from './subgraph-keys.fixtures';
import { type Mood, World } from './world.fixtures';

/** Answers a request to a subgraph. Each executor gets a copy of its own, because it puts data together in it. */
export type Answering = (subgraph: string, request: SubgraphRequest) => Promise<SubgraphAnswer>;

/** What came of an operation: an answer, or what was thrown; and what subgraphs were asked for it, in order. */
export interface Outcome {
  result?: ExecutionResult;
  thrown?: Error;
  asked: { subgraph: string; query: string; variables: string }[];
}

export interface Both {
  apollo: Outcome;
  ours: Outcome;
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** One graph with both executors on it. */
export class LoadedPair {
  private readonly operations = new WeakMap<DocumentNode, CompiledOperation>();

  private constructor(
    readonly api: GraphQLSchema,
    private readonly gateway: ApolloGateway,
    private readonly graph: LoadedGraph,
    private readonly subgraphs: ReadonlyMap<string, Subgraph>,
    private readonly calls: { current: Answering },
  ) {}

  /** Planned once for all moods of the data. */
  private compiled(document: DocumentNode, operationName: string | undefined): CompiledOperation {
    const known = this.operations.get(document) ?? new CompiledOperation(this.graph, document, operationName);
    this.operations.set(document, known);
    return known;
  }

  static async load(schemas: SubgraphSchemas): Promise<LoadedPair> {
    const supergraphSdl = compose(schemas);
    const calls: { current: Answering } = {
      current: () => Promise.reject(new Error('Nothing is asked yet.')),
    };
    const gateway = new ApolloGateway({
      supergraphSdl,
      logger: quiet,
      queryPlannerConfig: { debug: { maxEvaluatedPlans: 20 } },
      buildService: ({ name }) => ({
        process: async ({ request: { query, variables, operationName } }) =>
          (await calls.current(name, { query: query!, variables, operationName })) as object,
      }),
    });
    await gateway.load();
    const planner = gateway.__testing().queryPlanner!;
    const supergraph = planner.supergraph.schema.toGraphQLJSSchema();
    const graph = { planner, api: gateway.schema!, supergraph };
    const world = new World(supergraph);
    const keyFields = new Set(Object.values(schemas).flatMap((sdl) => [...readKeys(parse(sdl)).fields]));
    const subgraphs = Object.entries(schemas).map(
      ([name, sdl]) => [name, new Subgraph(name, world, sdl, keyFields)] as const,
    );
    return new LoadedPair(gateway.schema!, gateway, graph, new Map(subgraphs), calls);
  }

  /** The document, when it is valid. */
  document(query: string): DocumentNode | null {
    const document = parse(query, { noLocation: true });
    return validate(this.api, document).length ? null : document;
  }

  /** The planner gives up at some operations over objects that are interfaces elsewhere: then nobody executes. */
  canPlan(document: DocumentNode): boolean {
    try {
      this.compiled(document, getOperationAST(document)!.name?.value);
      return true;
    } catch (error) {
      if (/^We should have an edge from /.test((error as Error).message)) return false;
      throw error;
    }
  }

  /** Over the world's data in this mood. */
  inMood(document: DocumentNode, variables: Record<string, unknown>, mood: Mood): Promise<Both> {
    return this.run(document, variables, (name, request) => this.subgraphs.get(name)!.answer(request, mood));
  }

  /** Over answers of the test's own. */
  async run(document: DocumentNode, variables: Record<string, unknown>, answering: Answering): Promise<Both> {
    const apollo = await this.outcome(answering, (call) => this.runApollo(document, variables, call));
    const ours = await this.outcome(answering, (call) => this.runOurs(document, variables, call));
    for (const subgraph of this.subgraphs.values()) subgraph.forget();
    return { apollo, ours };
  }

  stop(): Promise<void> {
    return this.gateway.stop();
  }

  private async outcome(
    answering: Answering,
    run: (call: Answering) => Promise<ExecutionResult>,
  ): Promise<Outcome> {
    const asked: Outcome['asked'] = [];
    const call: Answering = (subgraph, request) => {
      const variables = JSON.stringify(request.variables ?? {});
      asked.push({ subgraph, query: request.query, variables });
      return answering(subgraph, { ...request, variables: JSON.parse(variables) });
    };
    try {
      return { result: await run(call), asked };
    } catch (thrown) {
      return { thrown: thrown as Error, asked };
    }
  }

  private runApollo(document: DocumentNode, variables: Record<string, unknown>, call: Answering) {
    this.calls.current = call;
    const operationName = getOperationAST(document)!.name?.value;
    const queryHash = createHash('sha256').update(JSON.stringify(document)).digest('hex');
    return this.gateway.executor({
      document,
      queryHash,
      operationName: operationName ?? null,
      request: { variables, operationName },
      metrics: {},
      logger: quiet,
      schema: this.api,
      context: {},
    } as unknown as GatewayGraphQLRequestContext);
  }

  private async runOurs(document: DocumentNode, variables: Record<string, unknown>, call: Answering) {
    const definition = getOperationAST(document)!;
    const values = getVariableValues(this.api, definition.variableDefinitions ?? [], variables);
    if (values.errors) throw values.errors[0]!;
    const operation = this.compiled(document, definition.name?.value);
    return operation.execute({ variables, values: values.coerced, call });
  }
}

export function compose(schemas: SubgraphSchemas): string {
  const services = Object.entries(schemas).map(([name, sdl]) => ({ name, typeDefs: parse(sdl) }));
  const composed = composeServices(services);
  if (composed.errors) throw new Error(composed.errors.map((error) => error.message).join('\n'));
  return composed.supergraphSdl;
}
