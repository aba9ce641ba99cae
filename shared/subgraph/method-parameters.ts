import type { getMetadataStorage } from 'type-graphql';
import { argumentsOf, inputOf, type ToInstance } from './input-instances';
import { checked } from './validate';

type Metadata = ReturnType<typeof getMetadataStorage>;
type ParameterMetadata = NonNullable<Metadata['queries'][number]['params']>[number];

/** What a parameter of a method is given at a call; a promise where an argument does not keep its rules. */
export type Parameter = (root: unknown, args: Record<string, unknown>, context: unknown) => unknown;

export const ROOT: Parameter = (root) => root;
export const CONTEXT: Parameter = (_root, _args, context) => context;

/** By how they are decorated, in the order in which they stand. */
export function compileParameters(params: readonly ParameterMetadata[] | undefined): Parameter[] {
  return [...(params ?? [])].sort((one, other) => one.index - other.index).map(compileParameter);
}

function compileParameter(param: ParameterMetadata): Parameter {
  if (param.kind === 'root' && !param.propertyName) return ROOT;
  if (param.kind === 'context' && !param.propertyName) return CONTEXT;
  if (param.kind === 'arg') return argument(param.name, inputOf(param.getType()));
  if (param.kind === 'args') return allArguments(argumentsOf(param.getType()));
  throw new Error(`${param.target.name}.${param.methodName}: parameters of this kind are not called here.`);
}

function argument(name: string, toInstance: ToInstance): Parameter {
  const prefix = `${name}.`;
  return (_root, args) => checked(toInstance(args[name]), prefix);
}

const allArguments =
  (toInstance: ToInstance): Parameter =>
  (_root, args) =>
    checked(toInstance(args), '');
