import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, getVariableValues } from 'graphql';
import { ApiError, badInput, ERROR_CATALOGUE } from '../shared/errors';
import type { GatewayContext } from './context';
import { checkLimits, type OperationLimits } from './limits';

/** Refuses an operation that is too large before anything is planned: after its variables are coerced. */
export const limitsPlugin = (limits: OperationLimits): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    async didResolveOperation({ schema, document, operation, operationName, request }) {
      try {
        const definitions = operation?.variableDefinitions ?? [];
        const variables = getVariableValues(schema, definitions, request.variables ?? {});
        if (variables.errors) throw badVariables(variables.errors);
        checkLimits({ schema, document, operationName, variableValues: variables.coerced, limits });
      } catch (error) {
        throw error instanceof ApiError ? withStatus(error) : error;
      }
    },
  }),
});

const badVariables = (errors: readonly GraphQLError[]): ApiError =>
  badInput(
    errors.map((error) => ({
      path: /\$(\w+)/.exec(error.message)?.[1] ?? 'variables',
      code: 'TYPE',
      message: error.message,
    })),
  );

/** Apollo Server takes an error of a plugin for its own failure (500) unless the error says otherwise. */
const withStatus = (error: ApiError): GraphQLError =>
  new GraphQLError(error.message, {
    extensions: { ...error.extensions, http: { status: ERROR_CATALOGUE[error.code].status } },
  });
