import {
  GraphQLBoolean,
  GraphQLID,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLScalarType,
  type GraphQLSchema,
  GraphQLString,
  getVariableValues,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';

type Values = Record<string, unknown>;
type Coerced = ReturnType<typeof getVariableValues>;

/** Whether a value is what coercing it would give. */
type IsItself = (value: unknown) => boolean;

/** As graphql-js. */
const MOST_ERRORS = 50;

const ITSELF = new Map<GraphQLScalarType, IsItself>([
  [GraphQLString, (value) => typeof value === 'string'],
  [GraphQLID, (value) => typeof value === 'string'],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
]);

/** A scalar that says nothing of its values takes them as they are; all such share this function. */
const takesAnything = new GraphQLScalarType({ name: 'Anything' }).parseValue;

/**
 * What graphql-js' getVariableValues gives. The keys of `_entities` are a list as long as an answer, and most other
 * variables are texts: where all that is given is right as it stands, it is taken without a walk through it.
 */
export function compileVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): (inputs: Values) => Coerced {
  const checks = definitions.map(({ variable, type }) => {
    const declared = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    return [variable.name.value, declared ? itself(declared) : never] as const;
  });
  return (inputs) => {
    const coerced: Values = {};
    for (const [name, isItself] of checks) {
      const value = inputs[name];
      if (!isItself(value) || !Object.hasOwn(inputs, name))
        return getVariableValues(schema, definitions, inputs, { maxErrors: MOST_ERRORS });
      coerced[name] = value;
    }
    return { coerced };
  };
}

const never: IsItself = () => false;

function itself(type: GraphQLInputType): IsItself {
  if (isNonNullType(type)) return itself(type.ofType);
  if (isScalarType(type)) {
    if (type.parseValue === takesAnything) return (value) => value !== null && value !== undefined;
    return ITSELF.get(type) ?? never;
  }
  if (!isListType(type)) return never;
  const item = itself(type.ofType);
  return (value) => Array.isArray(value) && value.every(item);
}
