import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues } from 'graphql';
import { badInput } from '../shared/errors';
import type { GatewayContext } from './context';
import { checkLimits, type OperationLimits } from './limits';

/** Refuses an operation that is too large before anything is planned: after its variables are coerced. */
export const limitsPlugin = (limits: OperationLimits): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    async didResolveOperation({ schema, document, operation, operationName, request }) {
      const definitions = operation?.variableDefinitions ?? [];
      const variables = getVariableValues(schema, definitions, request.variables ?? {});
      if (variables.errors)
        throw badInput(
          variables.errors.map((error) => ({
            path: /\$(\w+)/.exec(error.message)?.[1] ?? 'variables',
            code: 'TYPE',
            message: error.message,
          })),
        );
      checkLimits({ schema, document, operationName, variableValues: variables.coerced, limits });
    },
  }),
});
