import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { unauthenticated } from '../errors';
import { type Identity, requireProgram, requireReach } from './identity';
import type { Access } from './permission';

/** `Type` or `Type.field` → what it needs. */
export type AccessTable = ReadonlyMap<string, Access>;

interface Asked {
  identity: Identity;
}

/** Reads the declarations off type-graphql's schema: buildSubgraphSchema drops extensions. */
export function accessTable(schema: GraphQLSchema): AccessTable {
  const table = new Map<string, Access>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const ofType = type.extensions.access as Access | undefined;
    if (ofType) table.set(type.name, ofType);
    for (const field of Object.values(type.getFields())) {
      const access = field.extensions.access as Access | undefined;
      if (access) table.set(`${type.name}.${field.name}`, access);
    }
  }
  return table;
}

export function demand(access: Access, identity: Identity): void {
  if (access.rule === 'public') return;
  if (access.rule === 'permission') requireReach(identity, access.permission);
  else if (access.rule === 'internal') requireProgram(identity);
  else if (identity.kind === 'ANONYMOUS') throw unauthenticated();
}

/**
 * Puts a synchronous check before the resolver of every field that declares a need. On the final schema, so
 * that it holds for queries, for `_entities` and for subscriptions alike.
 */
export function installGuard(schema: GraphQLSchema, table: AccessTable): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const access = table.get(`${type.name}.${field.name}`);
      if (!access || access.rule === 'public') continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: Asked, info) => {
        demand(access, context.identity);
        return resolve(source, args, context, info);
      };
    }
  }
}

/** Root fields and owned entities that declare nothing: the build refuses to go on with any. */
export function undeclared(
  schema: GraphQLSchema,
  table: AccessTable,
  ownedEntities: readonly string[],
): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((root) =>
    root
      ? Object.keys(root.getFields())
          .filter((name) => !name.startsWith('_'))
          .map((name) => `${root.name}.${name}`)
      : [],
  );
  return [...fields, ...ownedEntities].filter((coordinate) => !table.has(coordinate));
}
