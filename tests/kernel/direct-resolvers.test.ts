import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { APPS } from '../../program/apps';
import { directResolvers } from '../../shared/subgraph/direct-resolvers';
import { declaredSchema } from '../../shared/subgraph/schema';
import { chanceOf, pickBy } from './execution/chance.fixtures';

// Rules have a test of their own: here every argument keeps them.
jest.mock('../../shared/subgraph/rules-hold', () => ({ rulesHold: () => true }));

/**
 * The methods of our resolvers are called by us (ADR 0055). Here beside type-graphql: what it gives to each method of
 * each subgraph for generated arguments, ours gives as well, down to the classes of what is in it.
 */
const OF_EACH_FIELD = 12;
const DEEPEST = 4;
const SCALARS: Record<string, unknown[]> = {
  String: ['text', ''],
  ID: ['0197a5c2-5b1e-7d3a-9c4f-0123456789ab'],
  Int: [0, 7],
  Float: [0, 1.5],
  Boolean: [true, false],
  DateTime: [new Date(0)],
};
/** Scalars of our own read all sorts of things. */
const FREE = ['text', 7, true, { free: ['form'] }, ['x']];
const SOURCE = { id: 'the record' };
const CONTEXT = { context: true };

/** What a client may send for an argument, as graphql-js hands it on. */
class Sent {
  private drawn = 0;

  constructor(private readonly of: string) {}

  arguments(of: readonly GraphQLArgument[]): Record<string, unknown> {
    return this.fields(of, 0);
  }

  private chance(): number {
    this.drawn += 1;
    return chanceOf(this.of, this.drawn);
  }

  private fields(
    of: readonly { name: string; type: GraphQLInputType; defaultValue?: unknown }[],
    depth: number,
  ): Record<string, unknown> {
    const sent: Record<string, unknown> = {};
    for (const { name, type, defaultValue } of of)
      if (isNonNullType(type) || this.chance() < 0.6) sent[name] = this.value(type, depth);
      else if (defaultValue !== undefined) sent[name] = defaultValue;
    return sent;
  }

  private value(type: GraphQLInputType, depth: number): unknown {
    if (!isNonNullType(type) && this.chance() < 0.2) return null;
    const given = getNullableType(type);
    if (isListType(given)) {
      const many = depth < DEEPEST ? Math.floor(this.chance() * 3) : 0;
      return Array.from({ length: many }, () => this.value(given.ofType, depth + 1));
    }
    if (isInputObjectType(given)) return this.fields(Object.values(given.getFields()), depth + 1);
    if (isEnumType(given)) return pickBy(this.chance(), given.getValues()).value;
    return pickBy(this.chance(), SCALARS[given.name] ?? FREE);
  }
}

const storage = () => getMetadataStorage();
const handlers = () => [
  ...storage().queries,
  ...storage().mutations,
  ...storage().subscriptions,
  ...storage().fieldResolvers.filter(({ kind }) => kind === 'external'),
];

const fieldsOf = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));

/** A record that is no row of ours they make one of its class, which has nothing that the record has not. */
const withoutClass = (given: unknown): unknown =>
  given instanceof Object && (given as typeof SOURCE).id === SOURCE.id ? SOURCE : given;

afterEach(() => jest.restoreAllMocks());

test.each(APPS.map((app) => [app.name, app] as const))(
  '%s: each method is given what type-graphql gives it',
  async (_name, app) => {
    const schema = declaredSchema(app);
    for (const { target, methodName } of handlers()) {
      const methods = target.prototype as Record<string, () => unknown>;
      if (!jest.isMockFunction(methods[methodName]))
        jest.spyOn(methods, methodName).mockImplementation((...given: unknown[]) => given);
    }
    const direct = directResolvers(app.resolvers);
    const called = new Set<string>();
    for (const { type, field } of fieldsOf(schema)) {
      const ours = direct.get(type.name)?.get(field.name);
      if (!ours) continue;
      const coordinate = `${type.name}.${field.name}`;
      called.add(coordinate);
      for (let n = 0; n < (field.args.length ? OF_EACH_FIELD : 1); n += 1) {
        const args = () => new Sent(`${coordinate} ${n}`).arguments(field.args);
        const info = undefined as never;
        const theirs = (await field.resolve!(SOURCE, args(), CONTEXT, info)) as unknown[];
        expect(ours(SOURCE, args(), CONTEXT, info)).toStrictEqual(theirs.map(withoutClass));
      }
    }
    const declared = [...direct].flatMap(([type, fields]) =>
      [...fields.keys()].map((field) => `${type}.${field}`),
    );
    expect([...called].sort()).toEqual(declared.sort());
    expect(called.size).toBeGreaterThan(40);
  },
);
