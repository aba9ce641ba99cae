import type { GraphQLFieldResolver } from 'graphql';
import { type BuildSchemaOptions, getMetadataStorage } from 'type-graphql';
import { isPromise } from '../execution/is-promise';
import { CONTEXT, compileParameters, type Parameter, ROOT } from './method-parameters';

type Resolve = GraphQLFieldResolver<unknown, unknown>;
type Method = (...given: unknown[]) => unknown;
type Handler = ReturnType<typeof getMetadataStorage>['queries'][number];

/**
 * The methods of resolver classes, by type and field, with what they are given worked out beforehand. type-graphql sorts
 * parameters, looks for the classes of arguments and runs through middlewares anew at each call, which a list does for
 * every row.
 */
export function directResolvers(classes: BuildSchemaOptions['resolvers']): Map<string, Map<string, Resolve>> {
  const storage = getMetadataStorage();
  const ours = new Set<unknown>(classes);
  const typeNames = new Map(storage.objectTypes.map(({ target, name }) => [target as unknown, name]));
  const instances = new Map<unknown, Record<string, Method>>();
  const direct = new Map<string, Map<string, Resolve>>();
  const add = (type: string, handler: Handler | (typeof storage.fieldResolvers)[number]) => {
    if (!ours.has(handler.target)) return;
    const ofType = direct.get(type) ?? new Map<string, Resolve>();
    direct.set(type, ofType.set(handler.schemaName, resolveOf(handler, instances)));
  };
  for (const handler of storage.queries) add('Query', handler);
  for (const handler of storage.mutations) add('Mutation', handler);
  for (const handler of storage.subscriptions) add('Subscription', handler);
  for (const field of storage.fieldResolvers)
    if (field.kind === 'external') add(typeNames.get(field.getObjectType!())!, field);
  return direct;
}

type Called = Pick<Handler, 'target' | 'methodName' | 'params' | 'middlewares' | 'roles'>;

function resolveOf(handler: Called, instances: Map<unknown, Record<string, Method>>): Resolve {
  const { target, methodName, params, middlewares, roles } = handler;
  if (middlewares?.length || roles)
    throw new Error(`${target.name}.${methodName}: middlewares and roles are not called here; say @Needs.`);
  const instance = instances.get(target) ?? new (target as new () => Record<string, Method>)();
  instances.set(target, instance);
  const method = instance[methodName]!;
  const parameters = compileParameters(params);
  const [first, second, ...others] = parameters;
  if (first && isPlain(first) && isPlain(second ?? first) && !others.length)
    return ofRecord(instance, method, first === ROOT, second && second === ROOT);
  return (root, args, context) => {
    const given = parameters.map((parameter) => parameter(root, args, context));
    return given.some(isPromise)
      ? Promise.all(given).then((all) => method.apply(instance, all))
      : method.apply(instance, given);
  };
}

const isPlain = (parameter: Parameter): boolean => parameter === ROOT || parameter === CONTEXT;

/** Most are of a record, the context or both: they are called for every row. */
function ofRecord(instance: object, method: Method, first: boolean, second: boolean | undefined): Resolve {
  if (second === undefined) return (root, _args, context) => method.call(instance, first ? root : context);
  return (root, _args, context) => method.call(instance, first ? root : context, second ? root : context);
}
