import type { FetchDataRewrite } from '@apollo/query-planner';
import { buildSchema } from 'graphql';
import { compileRewrites } from '../../../gateway/execution/plan/rewrites';

const schema = buildSchema(`
  type Query { any: Named }
  interface Named { name: String }
  type Dog implements Named { name: String puppies: [[Dog]] }
  type Cat implements Named { name: String }
`);

function rewritten(value: unknown, ...rewrites: FetchDataRewrite[]): unknown {
  compileRewrites(schema, rewrites)!(value);
  return JSON.parse(JSON.stringify(value));
}

const renamed = (...path: string[]): FetchDataRewrite => ({ kind: 'KeyRenamer', path, renameKeyTo: 'name' });
const set = (setValueTo: string, ...path: string[]): FetchDataRewrite => ({
  kind: 'ValueSetter',
  path,
  setValueTo,
});

test('without rewrites there is nothing to do', () => {
  expect(compileRewrites(schema, undefined)).toBeNull();
  expect(compileRewrites(schema, [])).toBeNull();
});

test.each(['Rex', '', 0, false, null])('a key is renamed whatever its value: %p', (value) => {
  expect(rewritten({ alias: value, more: 1 }, renamed('alias'))).toEqual({ name: value, more: 1 });
});

test('a key that is missing, or only inherited, leaves what has the new name', () => {
  expect(rewritten({ name: 'Rex' }, renamed('alias'))).toEqual({ name: 'Rex' });
  expect(rewritten({ name: 'Rex' }, renamed('toString'))).toEqual({ name: 'Rex' });
});

test('a value is set where there is an object, in lists of lists too; the rest is left', () => {
  const litter = { puppies: [[{ alias: 'a' }, null], null, 'odd', { alias: 'b' }] };
  expect(rewritten(litter, set('Named', 'puppies', '__typename'))).toEqual({
    puppies: [[{ alias: 'a', __typename: 'Named' }, null], null, 'odd', { alias: 'b', __typename: 'Named' }],
  });
  expect(rewritten({ puppies: 3 }, set('Named', 'puppies', '__typename'))).toEqual({ puppies: 3 });
});

test('a type condition takes its type, what implements it, and objects that do not say', () => {
  const animals = [
    { __typename: 'Dog', alias: 1 },
    { __typename: 'Cat', alias: 2 },
    { alias: 3 },
    { __typename: 'X', alias: 4 },
  ];
  expect(rewritten(structuredClone(animals), renamed('... on Dog', 'alias'))).toEqual([
    { __typename: 'Dog', name: 1 },
    { __typename: 'Cat', alias: 2 },
    { name: 3 },
    { __typename: 'X', alias: 4 },
  ]);
  expect(rewritten(structuredClone(animals), set('Pet', '... on Named', '__typename'))).toEqual([
    { __typename: 'Pet', alias: 1 },
    { __typename: 'Pet', alias: 2 },
    { __typename: 'Pet', alias: 3 },
    { __typename: 'X', alias: 4 },
  ]);
});

test('rewrites follow one another', () => {
  expect(
    rewritten({ __typename: 'Dog', alias: 1 }, set('Cat', '__typename'), renamed('... on Dog', 'alias')),
  ).toEqual({
    __typename: 'Cat',
    alias: 1,
  });
});
