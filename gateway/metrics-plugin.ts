import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './context';
import type { GatewayMetrics } from './http/metrics';

/** Times every operation, by name, type and outcome. */
export const metricsPlugin = (metrics: GatewayMetrics): ApolloServerPlugin<GatewayContext> => ({
  async requestDidStart() {
    const began = performance.now();
    return {
      async willSendResponse({ operation, operationName, response }) {
        const { body } = response;
        const error = body.kind === 'single' ? body.singleResult.errors?.[0] : undefined;
        const code = error ? String(error.extensions?.code ?? 'INTERNAL') : 'OK';
        const seconds = (performance.now() - began) / 1000;
        metrics.operation(operationName, operation?.operation ?? 'query', code, seconds);
      },
    };
  },
});
