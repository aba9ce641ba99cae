import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import {
  buildSchema as buildFromSdl,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { APPS } from '../../program/apps';
import { accessTable, undeclared } from '../../shared/access/guard';
import { ANONYMOUS } from '../../shared/access/identity';
import { buildSchema, declaredSchema } from '../../shared/subgraph/schema';
import { PERMISSIONS, permissionsUsed } from '../../subgraphs/customer/identity/permissions';
import { runState } from '../harness/run-state';

const rootsOf = (schema: GraphQLSchema) =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(
    (type) => type ?? [],
  );

describe.each(APPS.map((app) => [app.name, app] as const))('the schema of %s', (_, app) => {
  const declared = declaredSchema(app);
  const access = accessTable(declared);

  it('says of every root field and every entity of its own who may ask', () => {
    const owned = app.references.filter(({ read }) => read).map(({ type }) => type);
    expect(rootsOf(declared).length).toBeGreaterThan(0);
    expect(undeclared(declared, access, owned)).toEqual([]);
  });

  it('has a key on every entity of its own, and nothing owned without a reference resolver', () => {
    const { sdl } = buildSchema(app);
    const keyed = [...sdl.matchAll(/type (\w+)[^{]*@key\(fields: "id"\)/g)].map(([, name]) => name);
    expect(keyed.sort()).toEqual(app.references.map(({ type }) => type).sort());
  });

  it('lets nobody who is not signed in past the guard of a field that is not public', () => {
    const guarded = rootsOf(buildSchema(app).schema).flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const rule = access.get(`${type.name}.${field.name}`)?.rule;
        if (field.name.startsWith('_') || rule === 'public') return [];
        return [{ name: `${type.name}.${field.name}`, resolve: field.resolve! }];
      }),
    );
    expect(guarded.filter(({ resolve }) => !refuses(resolve)).map(({ name }) => name)).toEqual([]);
  });
});

/** At once, before anything of the field itself runs: the context has nothing that it could use. */
function refuses(resolve: GraphQLFieldResolver<unknown, unknown>): boolean {
  try {
    const answer = resolve(undefined, {}, { identity: ANONYMOUS }, {} as Parameters<typeof resolve>[3]);
    Promise.resolve(answer).catch(() => undefined);
    return false;
  } catch (error) {
    return (error as { extensions?: { code?: string } }).extensions?.code === 'UNAUTHENTICATED';
  }
}

describe('the permissions', () => {
  it('of the catalogue are those that the schemas ask for', () => {
    const used = new Set(APPS.flatMap((app) => [...permissionsUsed(declaredSchema(app))]));
    expect(PERMISSIONS.map(({ name }) => name as string).sort()).toEqual([...used].sort());
  });
});

describe('the graph that clients see', () => {
  it('describes every type, field, argument, enum value and input field', () => {
    const schema = buildFromSdl(readFileSync(runState().apiFile, 'utf8'));
    expect(undescribed(schema)).toEqual([]);
  });

  it('would not pass with anything that lacks a description', () => {
    const bare = buildFromSdl(`
      "Described." type Query { "Described." a(b: B, "Described." e: E): Int c: String }
      "Described." input B { d: Int } enum E { F } scalar S interface I { g: Int }`);
    expect(undescribed(bare)).toEqual(['B.d', 'E', 'E.F', 'I', 'I.g', 'Query.a(b:)', 'Query.c', 'S']);
  });
});

interface Described {
  name: string;
  description?: string | null;
}

function undescribed(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  const look = (coordinate: string, { description }: Described) => {
    if (!description?.trim()) missing.push(coordinate);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    if (!rootsOf(schema).some((root) => root === type)) look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name}:)`, argument);
      }
  }
  return missing.sort();
}
