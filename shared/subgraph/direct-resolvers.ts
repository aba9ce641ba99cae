import type { GraphQLFieldResolver } from 'graphql';
import { type BuildSchemaOptions, getMetadataStorage } from 'type-graphql';

type Resolve = GraphQLFieldResolver<unknown, unknown>;
type Method = (...given: unknown[]) => unknown;
type FieldResolver = ReturnType<typeof getMetadataStorage>['fieldResolvers'][number];

/**
 * Field resolvers that take their record and the context and nothing else, by type and field: called as they are.
 * type-graphql sorts the parameters out anew at each call, which a list does for every row.
 */
export function directResolvers(classes: BuildSchemaOptions['resolvers']): Map<string, Map<string, Resolve>> {
  const storage = getMetadataStorage();
  const ours = new Set<unknown>(classes);
  const typeNames = new Map(storage.objectTypes.map(({ target, name }) => [target as unknown, name]));
  const direct = new Map<string, Map<string, Resolve>>();
  for (const field of storage.fieldResolvers) {
    if (!ours.has(field.target) || !isPlain(field)) continue;
    const type = typeNames.get(field.getObjectType!());
    if (type === undefined) continue;
    const ofType = direct.get(type) ?? new Map<string, Resolve>();
    direct.set(type, ofType.set(field.schemaName, resolveOf(field)));
  }
  return direct;
}

function isPlain({ kind, middlewares, roles, params }: FieldResolver): boolean {
  const takesItAsItIs = (param: NonNullable<FieldResolver['params']>[number]) =>
    (param.kind === 'root' && !param.getType && !param.propertyName) ||
    (param.kind === 'context' && !param.propertyName);
  return kind === 'external' && !middlewares?.length && !roles && Boolean(params?.every(takesItAsItIs));
}

function resolveOf({ target, methodName, params }: FieldResolver): Resolve {
  const instance = new (target as new () => Record<string, Method>)();
  const method = instance[methodName]!;
  const wanted = [...params!]
    .sort((one, other) => one.index - other.index)
    .map(({ kind }) => kind === 'root');
  const [first, second] = wanted;
  if (wanted.length === 1) return (root, _args, context) => method.call(instance, first ? root : context);
  if (wanted.length === 2)
    return (root, _args, context) => method.call(instance, first ? root : context, second ? root : context);
  return (root, _args, context) =>
    method.call(instance, ...wanted.map((isRoot) => (isRoot ? root : context)));
}
