import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import { getResolversFromSchema, printSchemaWithDirectives } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLObjectType, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { type BuildSchemaOptions, buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { type AccessTable, accessTable, installGuard, undeclared } from '../access/guard';
import type { Access } from '../access/permission';
import { DateTimeScalar } from '../scalars';
import type { Reference, SubgraphApp } from './app';
import { type ColumnNeeds, columnNeeds } from './column-needs';
import { directResolvers } from './direct-resolvers';
import { installEntities } from './entities';

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible"])\n`;

/** type-graphql wants to be told where topics are published; subscriptions of ours are asked by the gateway, event by event. */
const NOT_PUBLISHED: NonNullable<BuildSchemaOptions['pubSub']> = {
  publish() {},
  subscribe: () => {
    throw new Error('Subscriptions are asked through the gateway.');
  },
};

export interface BuiltSchema {
  schema: GraphQLSchema;
  sdl: string;
  needs: ColumnNeeds;
  access: AccessTable;
}

/** The schema as type-graphql makes it, which still carries what each field declares. */
export const declaredSchema = ({ resolvers }: SubgraphApp): GraphQLSchema =>
  buildSchemaSync({
    resolvers,
    orphanedTypes: [],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    // Arguments are checked where methods are called (`directResolvers`).
    validate: false,
    skipCheck: true,
    pubSub: NOT_PUBLISHED,
  });

/** type-graphql's classes → a federation 2 subgraph schema with the guard on every field that needs one. */
export function buildSchema(app: SubgraphApp): BuiltSchema {
  readPropertiesDirectly();
  const classes = declaredSchema(app);
  const access = accessTable(classes);
  const owned = app.references.filter(({ read }) => read).map(({ type }) => type);
  const missing = [...undeclared(classes, access, owned), ...unreferenced(classes, app.references)];
  if (missing.length)
    throw new Error(
      `${app.name}: neither a permission nor @Public, or no reference resolver: ${missing.join(', ')}.`,
    );
  describeAccess(classes, access);
  const sdl = FEDERATION + printSchemaWithDirectives(classes);
  const resolvers = getResolversFromSchema(classes) as Record<string, Record<string, unknown>>;
  for (const [type, fields] of directResolvers(app.resolvers))
    for (const [field, resolve] of fields) {
      const known = resolvers[type]![field];
      resolvers[type]![field] = typeof known === 'object' ? { ...known, resolve } : resolve;
    }
  const document: DocumentNode = parse(sdl);
  const schema = buildSubgraphSchema({
    typeDefs: document,
    resolvers: resolvers as GraphQLResolverMap<unknown>,
  });
  installGuard(schema, access);
  installEntities(schema, app.references, access);
  return { schema, sdl, needs: columnNeeds(classes), access };
}

function needOf(access: Access): string {
  if (access.rule === 'permission') return `Needs \`${access.permission}\`.`;
  return access.rule === 'internal' ? 'For the program itself.' : 'Needs a sign-in.';
}

/** The gateway drops custom directives from the API schema, so what a field needs is said in its description. */
function describeAccess(schema: GraphQLSchema, table: AccessTable): void {
  for (const [coordinate, access] of table) {
    if (access.rule === 'public') continue;
    const need = needOf(access);
    const [typeName, fieldName] = coordinate.split('.') as [string, string | undefined];
    const type = schema.getType(typeName) as GraphQLObjectType;
    const target = fieldName ? type.getFields()[fieldName]! : type;
    target.description = [target.description, need].filter(Boolean).join(' ');
  }
}

/**
 * A field that is nothing but a property is left to the executor to read: type-graphql's resolver for it, made for
 * middlewares, costs more than the reading. One with another name, a role or a middleware keeps its resolver.
 */
function readPropertiesDirectly(): void {
  const storage = getMetadataStorage();
  const wrapped = [...storage.middlewares, ...storage.authorizedFields];
  const wrappedClasses = [...storage.resolverMiddlewares, ...storage.authorizedResolver];
  for (const field of storage.fields) {
    const { target, name } = field;
    const keeps =
      name !== field.schemaName ||
      wrapped.some((each) => each.target === target && each.fieldName === name) ||
      wrappedClasses.some((each) => each.target === target);
    if (!keeps) field.simple ??= true;
  }
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
