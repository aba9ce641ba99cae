import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  getArgumentValues,
  isNonNullType,
  Kind,
} from 'graphql';
import { compileLiteral, type ReadLiteral } from './literal';

type Values = Record<string, unknown>;

/** The arguments of one call. A new object each time: a resolver may change what it is given. */
export type ReadArguments = (variables: Values) => Values;

/** Puts one argument in; false when it does not fit, for which graphql-js has the words. */
type ReadArgument = (into: Values, variables: Values) => boolean;

const NO_ARGUMENTS: ReadArguments = () => ({});
const LEAVE_OUT: ReadArgument = () => true;
const REFUSE: ReadArgument = () => false;

/** What graphql-js' getArgumentValues gives, with the work done beforehand that is the same for every call. */
export function compileArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): ReadArguments {
  if (field.args.length === 0) return NO_ARGUMENTS;
  const given = new Map(node.arguments?.map((argument) => [argument.name.value, argument]));
  const readers = field.args.map((argument) => compileArgument(argument, given.get(argument.name)));
  return (variables) => {
    const values: Values = {};
    for (const read of readers)
      if (!read(values, variables)) return getArgumentValues(field, node, variables);
    return values;
  };
}

function compileArgument(argument: GraphQLArgument, node: ArgumentNode | undefined): ReadArgument {
  const { name, type } = argument;
  const value = node?.value;
  if (!value) return whenAbsent(argument);
  if (value.kind === Kind.VARIABLE) return fromVariable(argument, value.name.value);
  return put(name, compileLiteral(value, type));
}

function whenAbsent({ name, type, defaultValue }: GraphQLArgument): ReadArgument {
  if (defaultValue !== undefined) return put(name, () => defaultValue);
  return isNonNullType(type) ? REFUSE : LEAVE_OUT;
}

function fromVariable(argument: GraphQLArgument, variable: string): ReadArgument {
  const absent = whenAbsent(argument);
  const required = isNonNullType(argument.type);
  const { name } = argument;
  return (into, variables) => {
    if (!Object.hasOwn(variables, variable)) return absent(into, variables);
    const value = variables[variable];
    if (value === undefined || (required && value === null)) return false;
    into[name] = value;
    return true;
  };
}

function put(name: string, make: ReadLiteral): ReadArgument {
  return (into, variables) => {
    const value = make(variables);
    if (value === undefined) return false;
    into[name] = value;
    return true;
  };
}
