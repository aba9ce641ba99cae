import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { ApiError, badField, ERROR_CATALOGUE, type ErrorCode } from '../shared/errors';
import { limitOfSyntaxError, type OperationLimits } from './limits';

const isOurs = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERROR_CATALOGUE, code);

/**
 * Makes every error one of the catalogue, with the request's id, which is what a person quotes when they report
 * one. Names of machines, stacks and texts of other programs stay here.
 */
export function formatError(
  error: GraphQLError,
  requestId: string,
  limits: OperationLimits,
): GraphQLFormattedError {
  const { locations, path } = error;
  const shown = translated(error, limits);
  const { serviceName: _internal, stacktrace: _stack, http: _head, ...extensions } = shown.extensions;
  return {
    message: shown.message,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { requestId, ...extensions },
  };
}

function translated(error: GraphQLError, limits: OperationLimits): GraphQLError {
  const { code } = error.extensions;
  if (code === 'GRAPHQL_PARSE_FAILED') return limitOfSyntaxError(error.message, limits) ?? error;
  if (isOurs(code)) return error;
  if (code === 'BAD_USER_INPUT' || code === 'BAD_REQUEST')
    return badField('variables', 'TYPE', error.message);
  return new ApiError('INTERNAL', 'Something went wrong on our side.');
}
