import type { ExecutionResult } from 'graphql';
import { ApiError } from '../shared/errors';
import type { SubgraphLink, SubgraphRequest } from '../shared/subgraph/peers';
import type { GatewayContext, Reply } from './context';
import type { SubgraphAnswer } from './execution';
import type { GatewayMetrics } from './http/metrics';

/**
 * A plan's way to a subgraph. A subgraph that does not answer becomes an error of its part of the answer: what
 * the others know still comes back.
 */
export class LinkedDataSource {
  constructor(
    private readonly name: string,
    private readonly link: SubgraphLink,
    private readonly metrics: GatewayMetrics,
  ) {}

  async ask(request: SubgraphRequest, context: GatewayContext): Promise<SubgraphAnswer> {
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    try {
      const result = await this.link.execute(request, context.identity, context.facts);
      this.metrics.subgraphCall(this.name, null, seconds());
      takeCookie(result, context);
      return result as SubgraphAnswer;
    } catch (error) {
      const shown =
        error instanceof ApiError
          ? error
          : new ApiError('SUBGRAPH_UNAVAILABLE', `${this.name} cannot answer at the moment.`, {
              subgraph: this.name,
            });
      this.metrics.subgraphCall(this.name, shown.code, seconds());
      return { errors: [shown] };
    }
  }
}

function takeCookie(result: ExecutionResult, context: GatewayContext): void {
  const refreshToken = result.extensions?.refreshToken;
  if (refreshToken !== undefined) context.reply.refreshToken = refreshToken as Reply['refreshToken'];
}
