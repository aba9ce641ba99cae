import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isLeafType,
  Kind,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';

type Json = Record<string, unknown>;
type Selected = ReadonlyMap<string, readonly FieldNode[]>;
type Select = (type: GraphQLObjectType, nodes: readonly FieldNode[]) => Selected;

/**
 * Whether each object of the answer has the keys that graphql-js gives it, in that order. An answer does not always
 * say of what type an object is: then it has to be so for one of the types that it can be of.
 */
export function hasSpecifiedKeys(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  data: Json | null,
): boolean {
  if (data === null) return true;
  const operation = getOperationAST(document)!;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced!;
  const root = schema.getRootType(operation.operation)!;
  const select: Select = (type, nodes) => collectSubfields(schema, fragments, values, type, nodes);
  return fits(
    { schema, select },
    root,
    collectFields(schema, fragments, values, root, operation.selectionSet),
    data,
  );
}

interface Reading {
  schema: GraphQLSchema;
  select: Select;
}

function fits(reading: Reading, type: GraphQLObjectType, selected: Selected, object: Json): boolean {
  if ([...selected.keys()].join() !== Object.keys(object).join()) return false;
  return [...selected].every(([key, nodes]) => {
    const name = nodes[0]!.name.value;
    if (name === '__typename') return object[key] === type.name;
    const field = type.getFields()[name];
    // What is asked about the schema itself, no subgraph was asked for.
    return !field || valueFits(reading, field.type, nodes, object[key]);
  });
}

function valueFits(
  reading: Reading,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  value: unknown,
): boolean {
  const named = getNamedType(type);
  if (isLeafType(named) || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => valueFits(reading, type, nodes, item));
  const types = isAbstractType(named) ? reading.schema.getPossibleTypes(named) : [named as GraphQLObjectType];
  return types.some((possible) => fits(reading, possible, reading.select(possible, nodes), value as Json));
}

/** Equal texts are equal answers, apart from the order of keys. */
export const sortedText = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
