import { isDeepStrictEqual } from 'node:util';
import {
  buildSchema,
  type GraphQLInputType,
  parseType,
  parseValue,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import { compileLiteral } from '../../../shared/execution/literal';
import { chanceOf, pickBy } from './chance.fixtures';

/** Beside graphql-js' own, with what validation would refuse as well: whatever comes, they say the same. */
const schema = buildSchema(`
  enum Size { SMALL LARGE }
  scalar Free
  input Inner { size: Size = LARGE, needed: Int!, free: Free, inner: Inner }
  input Choice @oneOf { a: Int, b: String }
  input Outer { numbers: [Int!], lists: [[Size]], inner: Inner!, many: [Inner!]! = [], choice: Choice, last: ID = null }
  type Query { a: Int }`);
const TYPES = [
  ...['Int', 'Int!', 'Size', 'ID!', 'Free', '[Int]', '[Int!]!', '[[Size!]]', 'Inner', '[Inner]', 'Outer!'],
  ...['Choice', '[Choice!]'],
].map((text) => typeFromAST(schema, parseType(text) as never) as unknown as GraphQLInputType);
const NAMES = ['size', 'needed', 'free', 'inner', 'numbers', 'lists', 'many', 'choice', 'last', 'a', 'b'];
const LEAVES = ['1', '2.5', '"text"', 'SMALL', 'LARGE', 'null', 'true', '$one', '$two', '$three'];
const SENT = [1, null, 'SMALL', [1], { needed: 1 }, undefined];
const SAMPLES = 3_000;
const DEEPEST = 3;

const value = (at: string, depth = 0): string => {
  const many = Math.floor(chanceOf(at, 'many') * 4);
  const each = (one: (n: number) => string) => Array.from({ length: many }, (_, n) => one(n)).join();
  const kind = depth < DEEPEST ? chanceOf(at, 'kind') : 0;
  if (kind < 0.4) return pickBy(chanceOf(at, 'leaf'), LEAVES);
  if (kind < 0.6) return `[${each((n) => value(`${at}${n}`, depth + 1))}]`;
  const names = new Set(Array.from({ length: many + 1 }, (_, n) => pickBy(chanceOf(at, 'name', n), NAMES)));
  return `{${[...names].map((name) => `${name}: ${value(`${at}${name}`, depth + 1)}`).join()}}`;
};

/** Fields that it wants are there more often than not. */
const fitting = (at: string, depth = 0): string => {
  const leaf = (name: string, leaves: string[]) =>
    chanceOf(at, name) < 0.8 ? `${name}: ${pickBy(chanceOf(at, name, 'which'), leaves)}` : '';
  const inner =
    depth < DEEPEST && chanceOf(at, 'inner') < 0.7 ? `inner: ${fitting(`${at}i`, depth + 1)}` : '';
  return `{${[
    leaf('size', ['SMALL', '$one', '$two']),
    leaf('needed', ['1', '$one', '$two', '$three']),
    leaf('free', ['{any: [1, $one]}', '"text"']),
    inner,
  ].join(' ')}}`;
};
const outer = (at: string): string =>
  `{numbers: [1, ${pickBy(chanceOf(at, 'number'), ['2', '$one', '$two', 'null'])}] inner: ${fitting(at)}` +
  ` many: ${pickBy(chanceOf(at, 'many'), [`[${fitting(`${at}m`)}]`, fitting(`${at}n`), '$three', '[$one]'])}}`;

test('a literal means what graphql-js takes it for', () => {
  const found = { fits: 0, not: 0 };
  for (let n = 0; n < SAMPLES; n += 1) {
    const type = pickBy(chanceOf(n, 'type'), TYPES);
    const text = pickBy(chanceOf(n, 'text'), [value(`${n}`), fitting(`${n}`), outer(`${n}`)]);
    const node = parseValue(text);
    const variables: Record<string, unknown> = {};
    for (const name of ['one', 'two', 'three'])
      if (chanceOf(n, name) < 0.7) variables[name] = pickBy(chanceOf(n, name, 'value'), SENT);
    const read = compileLiteral(node, type);
    const expected = valueFromAST(node, type, variables);
    for (const meant of [read(variables), read(variables)])
      if (!isDeepStrictEqual(meant, expected))
        throw new Error(`${type} ${text} ${JSON.stringify(variables)}`);
    found[expected === undefined ? 'not' : 'fits'] += 1;
  }
  expect(found.fits).toBeGreaterThan(SAMPLES / 10);
  expect(found.not).toBeGreaterThan(SAMPLES / 10);
});

test('what one call is given is not what another is given', () => {
  const type = TYPES.find((each) => String(each) === 'Inner')!;
  const read = compileLiteral(parseValue('{needed: 1, free: {any: [1]}}'), type);
  const [one, other] = [read({}), read({})] as { free: object }[];
  expect(one).toEqual(other);
  expect([one === other, one!.free === other!.free]).toEqual([false, false]);
});
