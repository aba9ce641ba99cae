import { type GraphQLArgument, type GraphQLSchema, valueFromAST } from 'graphql';
import type { FieldUse, Measure } from './fold';
import {
  CONNECTION_ROWS,
  INTROSPECTION_ROWS,
  LEAF_FIELD,
  LIST_ROWS,
  MUTATION_FIELD,
  OBJECT_FIELD,
  PAGE_SIZE_ARGUMENTS,
  RENDERED_FIELD,
  RENDERED_FIELDS,
  WRAPPER_FIELD,
} from './prices';
import { add, multiply } from './saturating';
import type { VariableValues } from './skipped';

/** What the operation is charged with these variables, by the prices of `prices.ts`. */
export function costMeasure(schema: GraphQLSchema, variableValues: VariableValues): Measure {
  const mutation = schema.getMutationType();
  return {
    field(use, inside) {
      const rows = rowsOf(use, variableValues);
      if (use.parent === mutation) return add(MUTATION_FIELD, multiply(rows, inside));
      if (use.facts.isConnection) return add(OBJECT_FIELD, multiply(rows, inside));
      return multiply(rows, add(rowPrice(use), inside));
    },
    join: add,
  };
}

function rowPrice({ facts }: FieldUse): number {
  if (!facts.type) return RENDERED_FIELDS.has(facts.definition.name) ? RENDERED_FIELD : LEAF_FIELD;
  return facts.isWrapper ? WRAPPER_FIELD : OBJECT_FIELD;
}

/** How many times what is selected inside the field is looked up. */
function rowsOf(use: FieldUse, variableValues: VariableValues): number {
  const { facts } = use;
  const { listLevels } = facts;
  // The page size was charged on the connection, which is where it is asked for.
  if (facts.isRowsOfConnection) return 1;
  if (facts.isIntrospection) return INTROSPECTION_ROWS ** listLevels;
  if (facts.isConnection)
    return multiply(pageSize(use, variableValues) ?? CONNECTION_ROWS, LIST_ROWS ** listLevels);
  if (listLevels === 0) return 1;
  return multiply(pageSize(use, variableValues) ?? LIST_ROWS, LIST_ROWS ** (listLevels - 1));
}

/** As asked, whatever its sign; at least 1, because an empty page is looked for too. */
function pageSize(use: FieldUse, variableValues: VariableValues): number | undefined {
  const asked = use.facts.definition.args
    .filter(({ name }) => PAGE_SIZE_ARGUMENTS.has(name))
    .map((argument) => argumentValue(use, argument, variableValues))
    .filter((value) => typeof value === 'number');
  return asked.length ? Math.max(1, ...asked.map(Math.abs)) : undefined;
}

function argumentValue(
  { node }: FieldUse,
  argument: GraphQLArgument,
  variableValues: VariableValues,
): unknown {
  const given = node.arguments?.find(({ name }) => name.value === argument.name);
  const value = given && valueFromAST(given.value, argument.type, variableValues);
  return value === undefined ? argument.defaultValue : value;
}
