import { type FieldNode, type GraphQLError, locatedError } from 'graphql';
import { compareInAnswer, type Position, pathOf } from './position';

/** An error with its place. Thrown as itself while it looks for the nearest place that may be null. */
export class Failure {
  /** The place that it leaves null; undefined is the whole answer. */
  nulled: Position | undefined;

  constructor(
    readonly error: GraphQLError,
    readonly at: Position | undefined,
  ) {}

  static at(position: Position, nodes: readonly FieldNode[], thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    return new Failure(errorOf(thrown, nodes, pathOf(position)), position);
  }

  static ofTheAnswer(thrown: unknown): Failure {
    return thrown instanceof Failure ? thrown : new Failure(errorOf(thrown), undefined);
  }
}

function errorOf(
  thrown: unknown,
  nodes?: readonly FieldNode[],
  path?: readonly (string | number)[],
): GraphQLError {
  try {
    return locatedError(thrown, nodes, path);
  } catch (broken) {
    // What was thrown breaks when one looks at it, and whoever waits for the answer must get one.
    return locatedError(broken, nodes, path);
  }
}

/**
 * The errors of the answer: in its order, and of several that leave the same place null the first one. So which
 * errors an answer has follows from what the resolvers gave and not from which of them was quicker.
 */
export function errorsToReport(failures: readonly Failure[]): GraphQLError[] {
  const nulled = new Set<Position | undefined>();
  return failures
    .toSorted((a, b) => compareInAnswer(a.at, b.at))
    .filter((failure) => {
      const first = !nulled.has(failure.nulled);
      nulled.add(failure.nulled);
      return first;
    })
    .map(({ error }) => error);
}
