import type { ExecutionResult, GraphQLError } from 'graphql';

/** What of an error must be the same. */
export function shownError(error: GraphQLError): string {
  const nodes = error.nodes?.map((node) => ('name' in node ? node.name?.value : node.kind));
  const { message, path, extensions, originalError } = error;
  return JSON.stringify([message, path, extensions, nodes, originalError?.message, originalError?.name]);
}

/** An answer as text: the data with its keys in their order, and the errors in theirs. */
export function shown({ data, errors, ...rest }: ExecutionResult): string {
  return JSON.stringify({ data, errors: errors?.map(shownError), ...rest }, null, 1);
}

/**
 * Where two answers of one operation differ, one of them with promises: null if in nothing that matters. The data
 * must be the same. An error that left null its own place must be in both. Of several under one null graphql-js
 * reports what came before it was put there, which depends on the promises; there, both must have one at least.
 */
export function difference(expected: ExecutionResult, found: ExecutionResult): string | null {
  const [data, other] = [JSON.stringify(expected.data), JSON.stringify(found.data)];
  if (data !== other) return `data: expected ${data}, found ${other}`;
  const left = byNull(expected);
  const right = byNull(found);
  for (const place of new Set([...left.keys(), ...right.keys()])) {
    const [here, there] = [left.get(place) ?? [], right.get(place) ?? []];
    if (!here.length || !there.length) return `at ${place}: expected [${here}], found [${there}]`;
    const own = (errors: GraphQLError[]) =>
      errors.filter(({ path }) => JSON.stringify(path) === place).map(shownError);
    const abandoned = [...here, ...there].some(({ path }) => JSON.stringify(path) !== place);
    if (!abandoned && own(here).join() !== own(there).join())
      return `at ${place}: expected ${own(here)}, found ${own(there)}`;
  }
  return null;
}

/** Errors by the null that one sees on the way to their place. */
function byNull({ data, errors = [] }: ExecutionResult): Map<string, GraphQLError[]> {
  const found = new Map<string, GraphQLError[]>();
  for (const error of errors) {
    const place = visibleNull(data, error.path ?? []);
    found.set(place, [...(found.get(place) ?? []), error]);
  }
  return found;
}

function visibleNull(data: unknown, path: readonly (string | number)[]): string {
  let at = data;
  let depth = 0;
  while (at !== null && at !== undefined && depth < path.length) {
    at = (at as Record<string | number, unknown>)[path[depth]!];
    depth += 1;
  }
  return JSON.stringify(path.slice(0, depth));
}
