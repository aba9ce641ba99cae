import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import type { ExecutionResult } from 'graphql';
import { ApiError } from '../shared/errors';
import type { SubgraphLink } from '../shared/subgraph/peers';
import type { GatewayContext, Reply } from './context';
import type { GatewayMetrics } from './http/metrics';

type Options = GraphQLDataSourceProcessOptions<Record<string, unknown>>;

/**
 * The query plan's way to a subgraph. A subgraph that does not answer becomes an error of its part of the
 * answer: what the others know still comes back.
 */
export class LinkedDataSource implements GraphQLDataSource {
  constructor(
    private readonly name: string,
    private readonly link: SubgraphLink,
    private readonly metrics: GatewayMetrics,
  ) {}

  async process({ request, context }: Options): Promise<GatewayGraphQLResponse> {
    const gateway = context as unknown as GatewayContext;
    const { query, variables, operationName } = request;
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    try {
      const result = await this.link.execute(
        { query: query!, variables, operationName },
        gateway.identity,
        gateway.facts,
      );
      this.metrics.subgraphCall(this.name, null, seconds());
      this.takeCookie(result, gateway);
      return {
        data: result.data ?? undefined,
        errors: result.errors,
        http: undefined,
      } as GatewayGraphQLResponse;
    } catch (error) {
      const shown =
        error instanceof ApiError
          ? error
          : new ApiError('SUBGRAPH_UNAVAILABLE', `${this.name} cannot answer at the moment.`, {
              subgraph: this.name,
            });
      this.metrics.subgraphCall(this.name, shown.code, seconds());
      return { errors: [shown] } as unknown as GatewayGraphQLResponse;
    }
  }

  private takeCookie(result: ExecutionResult, gateway: GatewayContext): void {
    const refreshToken = result.extensions?.refreshToken;
    if (refreshToken !== undefined) gateway.reply.refreshToken = refreshToken as Reply['refreshToken'];
  }
}
