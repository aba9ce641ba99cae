import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Data, own } from '../values';
import { merge } from './merge';
import { objectsAt, type PlanPath, type ResponsePath, responsePathsAt } from './path';
import { compileRepresentation, type Represent } from './representation';
import { compileRewrites, type Rewrite } from './rewrites';
import type { Run, Step, SubgraphAnswer, SubgraphError } from './run';
import { placeErrors } from './subgraph-errors';

interface Fetch {
  subgraph: string;
  query: string;
  operationName: string | undefined;
  variables: readonly string[];
  outputRewrite: Rewrite | null;
  /** Where the fetch's objects are: the root of the answer, or what other fetches found. */
  path: PlanPath;
}

/** One request to one subgraph: for the root of the operation, or about objects that are known by their keys. */
export function compileFetch(schema: GraphQLSchema, node: FetchNode, path: PlanPath): Step {
  const fetch: Fetch = {
    subgraph: node.serviceName,
    query: node.operation,
    operationName: node.operationName,
    variables: node.variableUsages ?? [],
    outputRewrite: compileRewrites(schema, node.outputRewrites),
    path,
  };
  const step = node.requires
    ? fetchEntities(
        fetch,
        compileRepresentation(schema, node.requires),
        compileRewrites(schema, node.inputRewrites),
      )
    : fetchRoot(fetch);
  // What goes wrong in one fetch is an error of its part of the answer; the others go on.
  return async (run) => {
    try {
      await step(run);
    } catch (error) {
      run.errors.push(
        ...placeErrors([{ message: String((error as Error).message) }], fetch.subgraph, () => undefined),
      );
    }
  };
}

function fetchRoot(fetch: Fetch) {
  return async (run: Run): Promise<void> => {
    const objects = objectsAt(run.data, fetch.path);
    if (objects.length === 0) return;
    const answer = await ask(fetch, run, variablesOf(fetch, run));
    tellErrors(fetch, run, answer, (path) => path && [...fetch.path, ...path]);
    if (!answer.data) return;
    fetch.outputRewrite?.(answer.data);
    for (const object of objects) merge(object, answer.data);
  };
}

function fetchEntities(fetch: Fetch, represent: Represent, inputRewrite: Rewrite | null) {
  return async (run: Run): Promise<void> => {
    const objects = objectsAt(run.data, fetch.path);
    const asked: Data[] = [];
    const representations: Data[] = [];
    for (const object of objects) {
      const representation = represent(object);
      if (!representation?.__typename) continue;
      inputRewrite?.(representation);
      representations.push(representation);
      asked.push(object);
    }
    if (asked.length === 0) return;
    const variables = variablesOf(fetch, run);
    variables.representations = representations;
    const answer = await ask(fetch, run, variables);
    tellErrors(fetch, run, answer, placeOfEntities(fetch, run, objects, asked));
    if (answer.data) takeEntities(fetch, asked, answer.data._entities);
  };
}

function takeEntities(fetch: Fetch, asked: readonly Data[], entities: unknown): void {
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array');
  if (entities.length !== asked.length)
    throw new Error(`Expected "data._entities" to contain ${asked.length} elements`);
  for (let index = 0; index < asked.length; index += 1) {
    const entity: Data | null = entities[index];
    if (!entity) continue;
    if (fetch.outputRewrite) {
      entity.__typename ??= asked[index]!.__typename;
      fetch.outputRewrite(entity);
    }
    merge(asked[index]!, entity);
  }
}

/** `_entities.2.plate` is an error of the third object that was asked for, which may be the fifth that was found. */
function placeOfEntities(fetch: Fetch, run: Run, objects: readonly Data[], asked: readonly Data[]) {
  let places: ResponsePath[] | undefined;
  return (path: SubgraphError['path']): ResponsePath | undefined => {
    if (!path || typeof path[1] !== 'number') return path && [...fetch.path, ...path];
    places ??= responsePathsAt(run.data, fetch.path);
    const object = asked[path[1]];
    const place = object && places[objects.indexOf(object)];
    return [...(place ?? []), ...path.slice(2)];
  };
}

function tellErrors(
  fetch: Fetch,
  run: Run,
  { errors }: SubgraphAnswer,
  place: Parameters<typeof placeErrors>[2],
): void {
  if (errors?.length) run.errors.push(...placeErrors(errors, fetch.subgraph, place));
}

function ask(fetch: Fetch, run: Run, variables: Data): Promise<SubgraphAnswer> {
  const { subgraph, query, operationName } = fetch;
  return run.call(subgraph, { query, operationName, variables });
}

function variablesOf(fetch: Fetch, run: Run): Data {
  const variables: Data = {};
  for (const name of fetch.variables) {
    const value = own(run.variables, name);
    if (value !== undefined) variables[name] = value;
  }
  return variables;
}
