import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './context';

/** Errors that no subgraph made get the request's id too: it is what a person quotes when they report one. */
export const requestIdPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
        const { requestId } = contextValue.facts;
        response.body.singleResult.errors = response.body.singleResult.errors.map((error) => ({
          ...error,
          extensions: { requestId, ...error.extensions },
        }));
      },
    };
  },
};
