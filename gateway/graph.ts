import type { ExecutionResult, GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { ApiError } from '../shared/errors';
import type { Happening, LiveAnswer } from '../shared/live/happening';
import type { SubgraphLink } from '../shared/subgraph/peers';
import { type Budgets, costTold } from './budgets';
import { CompilingGateway } from './compiling-gateway';
import type { GatewayContext } from './context';
import { LinkedDataSource } from './data-source';
import { Documents, InvalidDocument } from './documents';
import { CompiledOperation, type Execution, type Variables } from './execution';
import { answerOf, type GraphAnswer, shownErrors } from './graph-answer';
import { badParameter, badRequest } from './http/bad-request';
import type { GatewayMetrics } from './http/metrics';
import type { KnownOperation } from './known-document';
import { DEFAULT_LIMITS, type OperationLimits } from './limits';
import type { OperationRequest } from './operation-request';
import { type PersistedOptions, PersistedQueries } from './persisted-queries';

export interface GraphOptions {
  supergraph: string;
  /** How to reach a subgraph of the supergraph; `url` is the address that the supergraph gives. */
  linkTo(name: string, url: string | undefined): SubgraphLink;
  metrics: GatewayMetrics;
  /** Null switches the limits off, for conformance runs in development. */
  limits: OperationLimits | null;
  /** Null for none. */
  budgets: Budgets | null;
  introspection: boolean;
  /** Whose documents are registered; left out, everybody sends texts. */
  persisted?: PersistedOptions;
}

/** The graph that clients see: from an operation's text to its answer, planned by Apollo and run by us. */
export class Graph {
  private constructor(
    private readonly gateway: CompilingGateway,
    /** What clients see. */
    readonly schema: GraphQLSchema,
    private readonly documents: Documents,
    private readonly metrics: GatewayMetrics,
    private readonly limits: OperationLimits,
    private readonly persisted: PersistedQueries,
    private readonly budgets: Budgets | null,
  ) {}

  static async open(options: GraphOptions): Promise<Graph> {
    const { supergraph, linkTo, metrics, limits, budgets, introspection } = options;
    const gateway = new CompilingGateway({
      supergraphSdl: supergraph,
      sourceFor: (name, url) => new LinkedDataSource(name, linkTo(name, url), metrics),
    });
    const loaded = await gateway.open();
    const documents = new Documents({
      schema: loaded.api,
      limits,
      introspection,
      compile: (document, operationName) => new CompiledOperation(loaded, document, operationName),
    });
    const persisted = new PersistedQueries(options.persisted ?? { registered: null, only: null });
    const reported = limits ?? DEFAULT_LIMITS;
    return new Graph(gateway, loaded.api, documents, metrics, reported, persisted, budgets);
  }

  /** Throws only what is no fault of the request; what is one has an answer. What is prepared is not looked at again. */
  async execute(asked: OperationRequest | Prepared, context: GatewayContext): Promise<GraphAnswer> {
    const began = performance.now();
    let operation: KnownOperation | undefined;
    const counted = (result: ExecutionResult): GraphAnswer => {
      const cost = context.tellsCost ? costTold(context.reply) : undefined;
      const answer = answerOf(result, context.facts.requestId, this.limits, cost);
      const seconds = (performance.now() - began) / 1000;
      this.metrics.operation(operation?.name, operation?.type ?? 'query', answer.code, seconds);
      return answer;
    };
    try {
      operation = isPrepared(asked) ? asked.operation : await this.operationOf(asked, context);
      refuseMethod(operation, isPrepared(asked) ? asked.request : asked);
      const prepared = isPrepared(asked) ? asked : this.accepted(operation, asked);
      await this.charge(prepared, context);
      return counted(await this.run(prepared, context));
    } catch (error) {
      const refusals = refusalsOf(error);
      if (!operation) this.budgets?.chargeUnread(context);
      if (refusals) return counted({ errors: refusals });
      counted({ errors: [new ApiError('INTERNAL', 'Something went wrong on our side.')] });
      throw error;
    }
  }

  /** Before a request is read: throws when its caller has nothing left. */
  async admit(context: GatewayContext): Promise<void> {
    await this.budgets?.admit(context);
  }

  /** Throws when the operation costs more than its caller has left. */
  async charge({ cost }: Prepared, context: GatewayContext): Promise<void> {
    await this.budgets?.charge(context, cost);
  }

  /** What is asked for, its variables read. Throws what `refusalsOf` tells of. */
  async prepare(request: OperationRequest, context: GatewayContext): Promise<Prepared> {
    return this.accepted(await this.operationOf(request, context), request);
  }

  /** Throws when the caller may no longer run what was prepared for them. */
  async requireRegistered({ request }: Prepared, context: GatewayContext): Promise<void> {
    await this.persisted.textOf(request, context);
  }

  /** The answer of a subscription to an event; with null, what it listens to. */
  async hear(
    prepared: Prepared,
    happening: Happening | null,
    context: GatewayContext,
  ): Promise<{ result: ExecutionResult; live: LiveAnswer }> {
    let live: LiveAnswer = {};
    const result = await this.run(prepared, context, async (subgraph, asked) => {
      if (!SUBSCRIPTION.test(asked.query)) return this.gateway.ask(subgraph, asked, context);
      const answer = await this.gateway.ask(subgraph, { ...asked, extensions: { happening } }, context);
      live = answer.extensions ?? {};
      return live.listening || live.passedOver ? { data: null } : answer;
    });
    return { result, live };
  }

  shown(errors: readonly GraphQLError[], requestId: string): GraphQLFormattedError[] {
    return shownErrors(errors, requestId, this.limits);
  }

  stop(): Promise<void> {
    return this.gateway.stop();
  }

  private async operationOf(request: OperationRequest, context: GatewayContext): Promise<KnownOperation> {
    const text = await this.persisted.textOf(request, context);
    return this.documents.of(text).operation(request.operationName);
  }

  private accepted(operation: KnownOperation, request: OperationRequest): Prepared {
    const variables = request.variables ?? {};
    const { values, cost } = operation.accept(variables);
    this.persisted.keep(request);
    return { request, operation, variables, values, cost };
  }

  private run(
    { operation, variables, values }: Prepared,
    context: GatewayContext,
    call: Execution['call'] = (subgraph, asked) => this.gateway.ask(subgraph, asked, context),
  ): Promise<ExecutionResult> {
    return operation.execute({ variables, values, call });
  }
}

const SUBSCRIPTION = /^\s*subscription\b/;

/** An operation that may run. */
export interface Prepared {
  request: OperationRequest;
  operation: KnownOperation;
  /** As the client sent them. */
  variables: Variables;
  /** Coerced, with defaults. */
  values: Variables;
  /** With these variables. */
  cost: number;
}

const isPrepared = (asked: OperationRequest | Prepared): asked is Prepared => 'operation' in asked;

function refuseMethod({ type }: KnownOperation, { queryOnly }: OperationRequest): void {
  if (queryOnly && type !== 'query')
    throw badRequest(
      { status: 405, headers: { Allow: 'POST' } },
      'method',
      'METHOD',
      `GET requests only support query operations, not ${type} operations`,
    );
  if (type === 'subscription')
    throw badParameter(
      'query',
      'SUBSCRIPTION',
      'A subscription is answered over WebSocket here, or as an event stream at /graphql/stream.',
    );
}

/** What the client did wrong; null for anything else. */
export function refusalsOf(error: unknown): readonly GraphQLError[] | null {
  if (error instanceof InvalidDocument) return error.errors;
  return error instanceof ApiError ? [error] : null;
}
