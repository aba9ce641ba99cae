import { GraphQLError } from 'graphql';
import { over, renamedRoot, things } from './apollo-differences.fixtures';
import { type Both, LoadedPair, type Outcome } from './both-executors.fixtures';

/** Where our executor gives something else than Apollo's on purpose, one by one. */
let pair: LoadedPair;
beforeAll(async () => {
  pair = await LoadedPair.load(things);
});
afterAll(() => pair.stop());

const text = ({ result }: Outcome): string => JSON.stringify(result!.data);
const representations = ({ asked }: Outcome, subgraph: string): unknown =>
  JSON.parse(asked.find((request) => request.subgraph === subgraph)!.variables).representations;

const ALL = [
  { __typename: 'B', id: 'b1' },
  { __typename: 'A', id: 'a1' },
  { __typename: 'A', id: 'a2' },
];

test('keys are in the order of the operation; Apollo draws fragments on the same type together', async () => {
  const both = await over(pair, '{ grid { ... on Grid { id } names ... on Grid { i: id } } }', {
    a: { data: { grid: { id: 'g', names: [], i: 'g' } } },
  });
  expect(text(both.ours)).toBe('{"grid":{"id":"g","names":[],"i":"g"}}');
  expect(text(both.apollo)).toBe('{"grid":{"id":"g","i":"g","names":[]}}');
});

test('an object without `__typename` is of its declared type; Apollo takes the type of the fragment around', async () => {
  const both = await over(pair, '{ shelf { ... on Thing { ... on Shelf { label } } } }', {
    a: { data: { shelf: { label: 'low' } } },
  });
  expect(both.ours.asked[0]!.query).toBe('{shelf{label}}');
  expect(text(both.ours)).toBe('{"shelf":{"label":"low"}}');
  expect(text(both.apollo)).toBe('{"shelf":{}}');
});

test('the error of an entity has the place of the object that was asked for; Apollo counts others too', async () => {
  const both = await over(pair, '{ all { ... on A { note } ... on B { id } } }', {
    a: { data: { all: ALL } },
    b: {
      data: { _entities: [{ note: 'n' }, { note: null }] },
      errors: [{ message: 'No.', path: ['_entities', 1, 'note'] }],
    },
  });
  expect(text(both.ours)).toBe('{"all":[{"id":"b1"},{"note":"n"},{"note":null}]}');
  expect(text(both.apollo)).toBe(text(both.ours));
  expect(both.ours.result!.errors![0]!.path).toEqual(['all', 2, 'note']);
  expect(both.apollo.result!.errors![0]!.path).toEqual(['all', 1, 'note']);
});

test('lists in lists are put together item by item; Apollo forgets what it knew of the inner ones', async () => {
  const both = await over(pair, '{ grid { cells { left right } } }', {
    a: { data: { grid: { __typename: 'Grid', id: 'g', cells: [[{ left: 1 }, null, { left: 2 }]] } } },
    b: { data: { _entities: [{ cells: [[{ right: 3 }, null, { right: 4 }]] }] } },
  });
  expect(text(both.ours)).toBe('{"grid":{"cells":[[{"left":1,"right":3},null,{"left":2,"right":4}]]}}');
  expect(text(both.apollo)).toBe(
    '{"grid":{"cells":[[{"left":null,"right":3},null,{"left":null,"right":4}]]}}',
  );
});

test('lists in lists are told to a subgraph that requires them; Apollo tells it nulls', async () => {
  const both = await over(pair, '{ grid { total } }', {
    a: { data: { grid: { __typename: 'Grid', id: 'g', cells: [[{ x: 1 }, { x: 2 }], null] } } },
    c: { data: { _entities: [{ total: 3 }] } },
  });
  const told = (cells: unknown): unknown => [{ __typename: 'Grid', id: 'g', cells }];
  expect(representations(both.ours, 'c')).toEqual(told([[{ x: 1 }, { x: 2 }], null]));
  expect(representations(both.apollo, 'c')).toEqual(told([null, null]));
  expect(text(both.ours)).toBe('{"grid":{"total":3}}');
});

test.each([
  [
    'where the plan goes on from it',
    '{ all { ... on A { note } } grid { id } }',
    'value.flatMap is not a function',
  ],
  [
    'where it ends',
    '{ grid { id } all { __typename } }',
    'Invalid non-list value x returned by subgraph for list type [Thing]',
  ],
])(
  'something else for a list, %s, is null; Apollo answers nothing at all',
  async (_where, query, message) => {
    const both = await over(pair, query, { a: { data: { all: 'x', grid: { id: 'g' } } } });
    expect(both.ours.result!.data).toEqual({ all: null, grid: { id: 'g' } });
    expect(messageOf(both)).toBe(message);
  },
);

test('something else for an object is null; Apollo answers nothing at all', async () => {
  const both = await over(pair, '{ grid { id } shelf { label } }', {
    a: { data: { grid: { id: 'g' }, shelf: 'x' } },
  });
  expect(both.ours.result!.data).toEqual({ grid: { id: 'g' }, shelf: null });
  expect(messageOf(both)).toBe('Invalid non-object value x returned by subgraph for composite type Shelf');
});

test('a list is no object; Apollo takes it for one without fields', async () => {
  const both = await over(pair, '{ shelf { label } }', { a: { data: { shelf: [{ label: 'low' }] } } });
  expect(text(both.ours)).toBe('{"shelf":null}');
  expect(text(both.apollo)).toBe('{"shelf":{"label":null}}');
});

test('what goes wrong with an answer as such is an error with a code; Apollo adds a bare `Error`', async () => {
  const answers = { a: { data: { all: ALL } }, b: { data: { _entities: 'x' } } };
  const both = await over(pair, '{ all { ... on A { note } } }', answers);
  expect(text(both.ours)).toBe(text(both.apollo));
  const [ours] = both.ours.result!.errors!;
  const [apollo] = both.apollo.result!.errors!;
  expect(ours!.message).toBe(apollo!.message);
  expect(ours!.extensions).toEqual({ code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'b' });
  expect(apollo).not.toBeInstanceOf(GraphQLError);
});

test.each([0, 7])(
  'a value that plans had to rename is kept, %d; Apollo loses zero and the empty text',
  async (count) => {
    const both = await over(pair, '{ counted { count } }', {
      a: {
        data: {
          counted: [
            { __typename: 'C', count: 1 },
            { __typename: 'D', count__alias_0: count },
          ],
        },
      },
    });
    expect(both.ours.asked[0]!.query).toContain('count__alias_0:count');
    expect(text(both.ours)).toBe(`{"counted":[{"count":1},{"count":${count}}]}`);
    expect(text(both.apollo)).toBe(`{"counted":[{"count":1},{"count":${count || null}}]}`);
  },
);

test('what is asked about the schema in two places comes as one; Apollo answers the first only', async () => {
  const query =
    '{ __schema { queryType { name } } ...More } fragment More on Query { __schema { mutationType { name } } }';
  const both = await over(pair, query, {});
  expect(text(both.ours)).toBe('{"__schema":{"queryType":{"name":"Query"},"mutationType":null}}');
  expect(text(both.apollo)).toBe('{"__schema":{"queryType":{"name":"Query"}}}');
});

test('an object under the name of a key takes the place of the key; Apollo answers nothing at all', async () => {
  const both = await over(pair, '{ all { ... on A { id: next { id } } } }', {
    a: { data: { all: [ALL[1]!] } },
    b: { data: { _entities: [{ id: { id: 'a2' } }] } },
  });
  expect(text(both.ours)).toBe('{"all":[{"id":{"id":"a2"}}]}');
  expect(messageOf(both)).toBe('Invalid non-object value a1 returned by subgraph for composite type A');
});

test('a root type inside an answer has its name in the API; Apollo knows no type of the name in the subgraph', async () => {
  const renamed = await LoadedPair.load(renamedRoot);
  const answers = { staff: { data: { root: { __typename: 'StaffRoot', status: 'HERE' } } } };
  const both = await over(renamed, '{ root { __typename ... on Query { status } } }', answers);
  await renamed.stop();
  expect(text(both.ours)).toBe('{"root":{"__typename":"Query","status":"HERE"}}');
  expect(text(both.apollo)).toBe('null');
});

test('null for what `@skip` and `@include` go by is refused before anybody is asked', async () => {
  const query = 'query ($yes: Boolean = true) { grid { id names @include(if: $yes) } }';
  const answers = { a: { data: { grid: { id: 'g', names: ['n'] } } } };
  const both = await over(pair, query, answers, { yes: null });
  expect(both.ours.asked).toEqual([]);
  expect(both.ours.result!.errors![0]!.extensions).toMatchObject({
    code: 'BAD_INPUT',
    fields: [{ path: 'yes' }],
  });
  const without = await over(pair, query, answers, { yes: false });
  expect(text(without.ours)).toBe('{"grid":{"id":"g"}}');
});

/** Of an answer of Apollo's that is nothing but an error. */
function messageOf({ apollo: { result, thrown } }: Both): string {
  expect(result?.data).toBeUndefined();
  return (thrown ?? result!.errors![0]!).message;
}
