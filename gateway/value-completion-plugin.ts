import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './context';

/**
 * A record of another subgraph that the caller may not see comes back as null, and Apollo's gateway then notes
 * which of its fields should not have been null. That is a note for us; the client has its null.
 */
export const valueCompletionPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        if (response.body.kind !== 'single' || !response.body.singleResult.extensions) return;
        const { valueCompletion: _note, ...shown } = response.body.singleResult.extensions;
        response.body.singleResult.extensions = Object.keys(shown).length ? shown : undefined;
      },
    };
  },
};
