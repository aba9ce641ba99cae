import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import { getResolversFromSchema, printSchemaWithDirectives } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLObjectType, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { type AccessTable, accessTable, demand, installGuard, undeclared } from '../access/guard';
import { isId } from '../ids';
import { DateTimeScalar } from '../scalars';
import type { Reference, SubgraphApp } from './app';
import type { Context } from './context';
import { validateArgument } from './validate';

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible"])\n`;

export interface BuiltSchema {
  schema: GraphQLSchema;
  sdl: string;
}

/** type-graphql's classes → a federation 2 subgraph schema with the guard on every field that needs one. */
export function buildSchema(app: SubgraphApp): BuiltSchema {
  const classes = buildSchemaSync({
    resolvers: app.resolvers,
    orphanedTypes: [],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validateFn: validateArgument,
    skipCheck: true,
  });
  const access = accessTable(classes);
  const owned = app.references.filter((reference) => reference.owned).map((reference) => reference.type);
  const missing = [...undeclared(classes, access, owned), ...unreferenced(classes, app.references)];
  if (missing.length)
    throw new Error(
      `${app.name}: neither a permission nor @Public, or no reference resolver: ${missing.join(', ')}.`,
    );
  describeAccess(classes, access);
  const sdl = FEDERATION + printSchemaWithDirectives(classes);
  const resolvers = getResolversFromSchema(classes) as Record<string, Record<string, unknown>>;
  for (const reference of app.references) {
    resolvers[reference.type] = {
      ...resolvers[reference.type],
      __resolveReference: resolveReference(reference, access),
    };
  }
  const document: DocumentNode = parse(sdl);
  const schema = buildSubgraphSchema({
    typeDefs: document,
    resolvers: resolvers as GraphQLResolverMap<unknown>,
  });
  installGuard(schema, access);
  return { schema, sdl };
}

/** The gateway drops custom directives from the API schema, so what a field needs is said in its description. */
function describeAccess(schema: GraphQLSchema, table: AccessTable): void {
  for (const [coordinate, access] of table) {
    if (access.rule === 'public') continue;
    const need = access.rule === 'signedIn' ? 'Needs a sign-in.' : `Needs \`${access.permission}\`.`;
    const [typeName, fieldName] = coordinate.split('.') as [string, string | undefined];
    const type = schema.getType(typeName) as GraphQLObjectType;
    const target = fieldName ? type.getFields()[fieldName]! : type;
    target.description = [target.description, need].filter(Boolean).join(' ');
  }
}

function resolveReference(reference: Reference, access: AccessTable) {
  const needed = access.get(reference.type);
  // Async, so that a refusal is the error of its own key and not of the whole batch.
  return async (key: { id: unknown }, context: Context) => {
    if (needed) demand(needed, context.identity);
    if (!context.identity.organisationId || !isId(key.id)) return null;
    return reference.resolve({ id: key.id }, context);
  };
}

/** Entities by key without a reference resolver would echo whatever the caller sent. */
function unreferenced(schema: GraphQLSchema, references: readonly Reference[]): string[] {
  const known = new Set(references.map((reference) => reference.type));
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && hasResolvableKey(type.astNode?.directives ?? []))
    .map((type) => type.name)
    .filter((name) => !known.has(name));
}

function hasResolvableKey(
  directives: readonly { name: { value: string }; arguments?: readonly unknown[] }[],
): boolean {
  return directives.some(
    (directive) =>
      directive.name.value === 'key' && !JSON.stringify(directive.arguments ?? []).includes('"resolvable"'),
  );
}
