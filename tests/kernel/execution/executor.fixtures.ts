import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  parse,
} from 'graphql';
import { Executor, type ExecutorRequest } from '../../../shared/execution';
import { shown } from './compare.fixtures';

type Resolvers = Record<string, Record<string, GraphQLFieldResolver<never, never>>>;

export function schemaOf(sdl: string, resolvers: Resolvers): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const [type, fields] of Object.entries(resolvers))
    for (const [name, resolve] of Object.entries(fields))
      (schema.getType(type) as GraphQLObjectType).getFields()[name]!.resolve =
        resolve as GraphQLFieldResolver<unknown, unknown>;
  return schema;
}

/** Our answer, after it was compared with that of graphql-js. Twice, since the second time finds what is kept. */
export async function answerOf(schema: GraphQLSchema, request: ExecutorRequest): Promise<ExecutionResult> {
  const { query, variables, operationName } = request;
  const expected = await execute({
    schema,
    document: parse(query, { noLocation: true }),
    variableValues: variables,
    operationName,
  });
  const executor = new Executor(schema);
  await executor.execute(request, undefined);
  const found = await executor.execute(request, undefined);
  expect(shown(found)).toBe(shown(expected));
  return found;
}
