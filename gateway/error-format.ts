import type { GraphQLFormattedError } from 'graphql';
import { ApiError, badField, ERROR_CATALOGUE, type ErrorCode } from '../shared/errors';
import { limitOfSyntaxError, type OperationLimits } from './limits';

const isOurs = (code: unknown): code is ErrorCode => typeof code === 'string' && code in ERROR_CATALOGUE;

/** Makes every error one of the catalogue. Names of machines, stacks and texts of other programs stay here. */
export function formatError(
  formatted: GraphQLFormattedError,
  limits: OperationLimits,
): GraphQLFormattedError {
  const shown = translated(formatted, limits);
  const { serviceName: _internal, stacktrace: _stack, ...extensions } = { ...shown.extensions };
  return {
    message: shown.message,
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions,
  };
}

function translated(error: GraphQLFormattedError, limits: OperationLimits): GraphQLFormattedError {
  const code = error.extensions?.code;
  if (code === 'GRAPHQL_PARSE_FAILED') return limitOfSyntaxError(error.message, limits) ?? error;
  if (isOurs(code)) return error;
  if (code === 'BAD_USER_INPUT' || code === 'BAD_REQUEST')
    return badField('variables', 'TYPE', error.message);
  return new ApiError('INTERNAL', 'Something went wrong on our side.');
}
