import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { Position } from './position';
import type { Run } from './run';

/** A field of the document, of one object type. */
export interface FieldFacts {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parentType: GraphQLObjectType;
  /** The key under which it is answered. */
  readonly key: string;
  /** Every node that asks for this key; the arguments are those of the first. */
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
}

/** What a resolver may know of the execution. `at` is the field's place or that of one of its items. */
export function infoOf(field: FieldFacts, run: Run, at: Position): GraphQLResolveInfo {
  const { schema, fragments, operation } = run.compilation;
  let path = at;
  while (path.typename === undefined && path.prev) path = path.prev;
  return {
    fieldName: field.definition.name,
    fieldNodes: field.nodes,
    returnType: field.definition.type,
    parentType: field.parentType,
    path,
    schema,
    fragments,
    rootValue: undefined,
    operation,
    variableValues: run.variables,
  };
}
