import { type GraphQLError, Kind, GraphQLError as PlainGraphQLError } from 'graphql';
import { ApiError, badInput } from '../errors';
import type { Log } from '../log';

/** An error as a client may see it: one of ours, bad input with its fields, or INTERNAL and nothing more. */
export function maskError(error: GraphQLError, log: Log, requestId: string): GraphQLError {
  const cause = publicCause(error);
  if (!cause) log.error('unexpected error', error.originalError ?? error, { path: error.path?.join('.') });
  const shown = cause ?? new ApiError('INTERNAL', 'Something went wrong on our side.');
  return new PlainGraphQLError(shown.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    path: error.path,
    extensions: { ...shown.extensions, requestId },
  });
}

function publicCause(error: GraphQLError): GraphQLError | null {
  const original = error.originalError ?? error;
  if (original instanceof ApiError) return original;
  // A literal or a variable that does not fit its type. An answer that does not fit its own points at a field.
  const at = (original instanceof PlainGraphQLError && original.nodes) || error.nodes;
  if (original instanceof PlainGraphQLError && at?.every((node) => node.kind !== Kind.FIELD))
    return badInput([{ path: variablePath(error.message), code: 'TYPE', message: error.message }]);
  return null;
}

function variablePath(message: string): string {
  return (
    /"\$?(\w+)"(?: got invalid value)?.*?at "(\w[\w.[\]]*)"/.exec(message)?.[2] ??
    /"\$(\w+)"/.exec(message)?.[1] ??
    'input'
  );
}
