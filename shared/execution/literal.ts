import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type ObjectValueNode,
  type ValueNode,
  valueFromAST,
} from 'graphql';

type Values = Record<string, unknown>;

/** What a value in a document means; undefined where it does not fit its type. New objects each time. */
export type ReadLiteral = (variables: Values) => unknown;

const MISFIT: ReadLiteral = () => undefined;

/** What graphql-js' valueFromAST gives, with the work done beforehand that is the same for every call. */
export function compileLiteral(node: ValueNode, type: GraphQLInputType): ReadLiteral {
  if (node.kind === Kind.VARIABLE) return variable(node.name.value, isNonNullType(type));
  if (isNonNullType(type)) return node.kind === Kind.NULL ? MISFIT : compileLiteral(node, type.ofType);
  if (node.kind === Kind.NULL) return () => null;
  if (isListType(type)) return list(node, type.ofType);
  if (isInputObjectType(type)) return node.kind === Kind.OBJECT ? object(node, type) : MISFIT;
  return leaf(node, type);
}

function variable(name: string, required: boolean): ReadLiteral {
  return (variables) => {
    const value = variables[name];
    return value === null && required ? undefined : value;
  };
}

/** A variable that was not sent leaves its place as if nothing stood there. */
function isMissing({ node }: Part, variables: Values): boolean {
  return node.kind === Kind.VARIABLE && variables[node.name.value] === undefined;
}

interface Part {
  node: ValueNode;
  read: ReadLiteral;
}

function list(node: ValueNode, itemType: GraphQLInputType): ReadLiteral {
  if (node.kind !== Kind.LIST) {
    const read = compileLiteral(node, itemType);
    return (variables) => {
      const value = read(variables);
      return value === undefined ? undefined : [value];
    };
  }
  const items = node.values.map((item): Part => ({ node: item, read: compileLiteral(item, itemType) }));
  const required = isNonNullType(itemType);
  return (variables) => {
    const values: unknown[] = [];
    for (const item of items) {
      const missing = isMissing(item, variables);
      if (missing && required) return undefined;
      const value = missing ? null : item.read(variables);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  };
}

function object(node: ObjectValueNode, type: GraphQLInputObjectType): ReadLiteral {
  // One of several: the rule is graphql-js' own.
  if (type.isOneOf) return (variables) => valueFromAST(node, type, variables);
  const given = new Map(node.fields.map(({ name, value }) => [name.value, value]));
  const fields = Object.values(type.getFields()).map(({ name, type: of, defaultValue }) => {
    const value = given.get(name);
    const part: Part | null = value ? { node: value, read: compileLiteral(value, of) } : null;
    return { name, part, defaultValue, required: isNonNullType(of) };
  });
  return (variables) => {
    const values: Values = Object.create(null);
    for (const { name, part, defaultValue, required } of fields)
      if (part && !isMissing(part, variables)) {
        const value = part.read(variables);
        if (value === undefined) return undefined;
        values[name] = value;
      } else if (defaultValue !== undefined) values[name] = defaultValue;
      else if (required) return undefined;
    return values;
  };
}

function leaf(node: ValueNode, type: GraphQLInputType): ReadLiteral {
  if (!isLeafType(type)) return MISFIT;
  const simple = node.kind !== Kind.LIST && node.kind !== Kind.OBJECT;
  const constant = simple ? valueFromAST(node, type) : undefined;
  if (constant === null || !['undefined', 'object', 'function'].includes(typeof constant))
    return () => constant;
  // What a scalar of ours makes may be changed by whoever is given it.
  return (variables) => valueFromAST(node, type, variables);
}
