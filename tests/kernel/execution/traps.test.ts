import {
  GraphQLError,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLUnionType,
  getIntrospectionQuery,
} from 'graphql';
import { DateTimeISOResolver } from 'graphql-scalars';
import { installGuard } from '../../../shared/access/guard';
import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import { Executor } from '../../../shared/execution';
import { answerOf, schemaOf } from './executor.fixtures';

/** What compilers of GraphQL have been seen to get wrong. Each answer is compared with graphql-js as well. */
const echo = (_source: unknown, args: object) => JSON.stringify(args);

const INPUTS = `
  input Tree { name: String! = "leaf", size: Int = 1, inner: Tree, more: [Tree!] }
  type Query { plant(tree: Tree, depth: Int! = 3): String }`;

describe('inputs', () => {
  const schema = schemaOf(INPUTS, { Query: { plant: echo } });
  const plant = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data } = await answerOf(schema, { query, variables });
    return JSON.parse(data!.plant as string) as unknown;
  };

  test('a variable may be of an input type that holds itself', async () => {
    const tree = { inner: { more: [{ size: 2 }, { inner: {} }] } };
    const leaf = { name: 'leaf', size: 1 };
    const more = [
      { name: 'leaf', size: 2 },
      { ...leaf, inner: leaf },
    ];
    expect(await plant('query ($tree: Tree) { plant(tree: $tree) }', { tree })).toEqual({
      tree: { ...leaf, inner: { ...leaf, more } },
      depth: 3,
    });
  });

  test('an argument that may not be null has its default, and a nullable variable fits it', async () => {
    expect(await plant('{ plant }')).toEqual({ depth: 3 });
    expect(await plant('query ($depth: Int) { plant(depth: $depth) }')).toEqual({ depth: 3 });
    const refused = await answerOf(schema, {
      query: 'query ($depth: Int) { plant(depth: $depth) }',
      variables: { depth: null },
    });
    expect(refused.errors?.[0]?.message).toContain('"depth" of non-null type "Int!" must not be null');
  });

  test('an absent variable in an input literal leaves the default, and null is null', async () => {
    const query = 'query ($size: Int, $name: String!) { plant(tree: { size: $size, name: $name }) }';
    expect(await plant(query, { name: 'oak' })).toEqual({ tree: { name: 'oak', size: 1 }, depth: 3 });
    expect(await plant(query, { name: 'oak', size: null })).toEqual({
      tree: { name: 'oak', size: null },
      depth: 3,
    });
  });

  test('a resolver that changes its arguments changes them for itself alone', async () => {
    const spoiling = schemaOf(INPUTS, {
      Query: {
        plant: (_source: unknown, args: { tree: { more: unknown[] }; depth: number }) => {
          args.tree.more.push({});
          args.depth += 1;
          return JSON.stringify(args);
        },
      },
    });
    const { data } = await answerOf(spoiling, { query: '{ plant(tree: { more: [] }, depth: 1) }' });
    expect(JSON.parse(data!.plant as string)).toEqual({
      tree: { name: 'leaf', size: 1, more: [{}] },
      depth: 2,
    });
  });

  test('variables that do not fit end the request', async () => {
    const query = 'query ($tree: Tree) { plant(tree: $tree) }';
    const result = await answerOf(schema, { query, variables: { tree: { size: 'large', leaves: 3 } } });
    expect(result.errors).toHaveLength(2);
    expect('data' in result).toBe(false);
  });
});

describe('abstract types', () => {
  const animals = () =>
    schemaOf(
      `interface Animal { name: String }  type Cat implements Animal { name: String }
       type Dog implements Animal { name: String }  union Pet = Cat | Dog
       type Query { animal: Animal pets: [Pet] }`,
      { Query: { animal: () => ({ name: 'Tom' }), pets: () => [{ name: 'Tom' }, { name: 'Rex' }] } },
    );
  const query = '{ animal { __typename name } pets { ... on Cat { cat: name } ... on Dog { dog: name } } }';
  const decide = (schema: ReturnType<typeof animals>, resolveType: (value: { name: string }) => unknown) => {
    for (const name of ['Animal', 'Pet'])
      (schema.getType(name) as GraphQLInterfaceType | GraphQLUnionType).resolveType = resolveType as never;
    return schema;
  };

  test('resolveType may answer in a promise', async () => {
    const schema = decide(animals(), async ({ name }) => (name === 'Tom' ? 'Cat' : 'Dog'));
    expect((await answerOf(schema, { query })).data).toEqual({
      animal: { __typename: 'Cat', name: 'Tom' },
      pets: [{ cat: 'Tom' }, { dog: 'Rex' }],
    });
  });

  test.each([
    ['now', (right: boolean) => right],
    ['in a promise', async (right: boolean) => right],
  ])('isTypeOf says %s what a value is, and that it is not what was declared', async (_when, say) => {
    const schema = schemaOf(
      `type Cat { name: String } type Dog { name: String } union Pet = Dog | Cat
       type Query { pet: Pet cat: Cat dog: Dog }`,
      { Query: { pet: () => ({ name: 'Tom' }), cat: () => ({ name: 'Tom' }), dog: () => ({ name: 'Tom' }) } },
    );
    for (const [type, name] of [
      ['Cat', 'Tom'],
      ['Dog', 'Rex'],
    ] as const)
      (schema.getType(type) as GraphQLObjectType).isTypeOf = (value: { name: string }) =>
        say(value.name === name);
    const { data, errors } = await answerOf(schema, {
      query: '{ pet { __typename } cat { name } dog { name } }',
    });
    expect(data).toEqual({ pet: { __typename: 'Cat' }, cat: { name: 'Tom' }, dog: null });
    expect(errors).toMatchObject([
      { path: ['dog'], message: 'Expected value of type "Dog" but got: { name: "Tom" }.' },
    ]);
  });

  test.each([
    ['now', () => 'throw'],
    ['in a promise', () => Promise.reject(new Error('no idea'))],
  ])('resolveType may fail %s, and it is the error of its place', async (_when, how) => {
    const schema = decide(animals(), ({ name }) => {
      if (name === 'Tom') return 'Cat';
      const failing = how();
      if (failing === 'throw') throw new Error('no idea');
      return failing;
    });
    const { data, errors } = await answerOf(schema, { query });
    expect(data).toEqual({ animal: { __typename: 'Cat', name: 'Tom' }, pets: [{ cat: 'Tom' }, null] });
    expect(errors).toMatchObject([{ message: 'no idea', path: ['pets', 1], extensions: {} }]);
  });
});

describe('values', () => {
  test('a property may be a promise, or a function that is called like a resolver', async () => {
    const source = {
      later: Promise.resolve('came'),
      words: [Promise.resolve('a'), 'b'],
      own: 'mine',
      called(this: { own: string }, args: object, context: unknown, info: { fieldName: string }) {
        return `${this.own} ${JSON.stringify(args)} ${typeof context} ${info.fieldName}`;
      },
      calledLater: async () => 'also came',
    };
    const schema = schemaOf(
      `type Thing { later: String words: [String] called(n: Int = 2): String calledLater: String }
       type Query { thing: Thing }`,
      { Query: { thing: () => source } },
    );
    const { data } = await answerOf(schema, { query: '{ thing { later words called calledLater } }' });
    expect(data).toEqual({
      thing: {
        later: 'came',
        words: ['a', 'b'],
        called: 'mine {"n":2} undefined called',
        calledLater: 'also came',
      },
    });
  });

  test('a scalar of ours serialises dates, and says so when there is none', async () => {
    const schema = schemaOf('scalar DateTimeISO  type Query { on: DateTimeISO off: DateTimeISO }', {
      Query: { on: () => new Date(0), off: () => 'never' },
    });
    Object.assign(schema.getType('DateTimeISO')!, { serialize: DateTimeISOResolver.serialize });
    const { data, errors } = await answerOf(schema, { query: '{ on off }' });
    expect(JSON.stringify(data)).toBe('{"on":"1970-01-01T00:00:00.000Z","off":null}');
    expect(errors?.[0]?.path).toEqual(['off']);
  });

  test('an error keeps its class and extensions, and a place that it knows already', async () => {
    const schema = schemaOf('type Query { a: Int b: Int c: Int! }', {
      Query: {
        a: () => new GraphQLError('coded', { extensions: { code: 'CODE' } }),
        b: () => {
          throw new GraphQLError('placed', { path: ['elsewhere', 1] });
        },
        c: () => {
          throw 'no error at all';
        },
      },
    });
    const { data, errors } = await answerOf(schema, { query: '{ a b c }' });
    expect(data).toBeNull();
    expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['a'], { code: 'CODE' }],
      [['elsewhere', 1], {}],
      [['c'], {}],
    ]);
  });

  test('what is thrown may itself break when it is looked at, and is answered still', async () => {
    const broken = {
      toJSON() {
        throw new Error('do not look');
      },
    };
    const schema = schemaOf('type Query { a: Int b: Int }', {
      Query: { a: () => Promise.reject(broken), b: () => 1 },
    });
    const { data, errors } = await new Executor(schema).execute({ query: '{ a b }' }, undefined);
    expect(data).toEqual({ a: null, b: 1 });
    expect(errors).toMatchObject([{ message: 'do not look', path: ['a'] }]);
  });

  test('__proto__ is a key like any other', async () => {
    const schema = schemaOf('type Query { a: String }', { Query: { a: () => 'x' } });
    const { data } = await answerOf(schema, { query: '{ __proto__: a then: a constructor: a }' });
    expect(JSON.stringify(data)).toBe('{"__proto__":"x","then":"x","constructor":"x"}');
    expect(({} as { then?: string }).then).toBeUndefined();
  });
});

test('a guard before a property is not passed by', async () => {
  const schema = schemaOf('type Row { open: Int shut: Int }  type Query { row: Row }', {
    Query: { row: () => ({ open: 1, shut: 2 }) },
  });
  installGuard(schema, new Map([['Row.shut', { rule: 'permission', permission: 'rows:read' }]]));
  const ask = (identity: Identity) =>
    new Executor(schema).execute({ query: '{ row { open shut } }' }, { identity });
  const refused = await ask(ANONYMOUS);
  expect(refused.data).toEqual({ row: { open: 1, shut: null } });
  expect(refused.errors).toMatchObject([{ path: ['row', 'shut'], extensions: { code: 'UNAUTHENTICATED' } }]);
  const given = await ask({ ...ANONYMOUS, kind: 'USER', permissions: { 'rows:read': 'all' } });
  expect(given).toEqual({ data: { row: { open: 1, shut: 2 } } });
});

test('introspection answers as that of graphql-js', async () => {
  const schema = schemaOf(INPUTS, {});
  const all = getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true });
  expect((await answerOf(schema, { query: all })).errors).toBeUndefined();
  const query = 'query ($name: String!) { __type(name: $name) { kind name } __typename }';
  const { data } = await answerOf(schema, { query, variables: { name: 'Tree' } });
  expect(data).toEqual({ __type: { kind: 'INPUT_OBJECT', name: 'Tree' }, __typename: 'Query' });
});
