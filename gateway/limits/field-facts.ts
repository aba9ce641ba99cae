import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { isConnection, isRowsOfConnection, isWrapper } from './connections';
import { listLevels } from './list-levels';

/** What the limits ask about a field of the schema, whoever selects it. */
export interface FieldFacts {
  definition: GraphQLField<unknown, unknown>;
  /** The field's type without lists and non-null, when it has fields; undefined for a leaf. */
  type: GraphQLCompositeType | undefined;
  /** How many lists the type is wrapped in. */
  listLevels: number;
  /** A field of the introspection schema's own types: not of the root, where `__schema` and `__type` stand. */
  isIntrospection: boolean;
  isConnection: boolean;
  /** `nodes` or `edges` of a connection. */
  isRowsOfConnection: boolean;
  isWrapper: boolean;
}

/** graphql's predicates on types cost microseconds outside production, and are asked for every field selected. */
const known = new WeakMap<GraphQLField<unknown, unknown>, FieldFacts>();

export function factsOf(parent: GraphQLCompositeType, name: string): FieldFacts | undefined {
  const definition = fieldDefinition(parent, name);
  if (!definition) return undefined;
  let facts = known.get(definition);
  if (!facts) {
    facts = gather(parent, definition);
    known.set(definition, facts);
  }
  return facts;
}

function gather(parent: GraphQLNamedType, definition: GraphQLField<unknown, unknown>): FieldFacts {
  const type = getNamedType(definition.type);
  return {
    definition,
    type: isCompositeType(type) ? type : undefined,
    listLevels: listLevels(definition.type),
    isIntrospection: isIntrospectionType(parent),
    isConnection: isConnection(type),
    isRowsOfConnection: isRowsOfConnection(parent, definition.name),
    isWrapper: isWrapper(type),
  };
}

function fieldDefinition(
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return 'getFields' in parent ? parent.getFields()[name] : undefined;
}
