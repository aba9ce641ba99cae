import { GraphQLError } from 'graphql';
import type { ResponsePath } from './path';
import type { SubgraphError } from './run';

type Place = (path: SubgraphError['path']) => ResponsePath | undefined;

/** Errors in a subgraph's own terms, as errors of the client's operation. */
export function placeErrors(
  errors: readonly SubgraphError[],
  subgraph: string,
  place: Place,
): GraphQLError[] {
  return errors.map(
    ({ message, path, extensions }) =>
      new GraphQLError(message || `Error while fetching subquery from service "${subgraph}"`, {
        path: place(path),
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...extensions, serviceName: subgraph },
      }),
  );
}
