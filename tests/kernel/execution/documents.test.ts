import { type ExecutionResult, GraphQLError } from 'graphql';
import { Executor } from '../../../shared/execution';
import { RecentlyUsed } from '../../../shared/recently-used';
import { answerOf, schemaOf } from './executor.fixtures';

/** Which operation of which document is executed, and what is kept of it. */
const schema = schemaOf('type Query { a(n: Int): Int b: Int }', {
  Query: { a: (_source: unknown, { n }: { n?: number }) => n ?? 1, b: () => 2 },
});

test('the operation is the one that is named, and the only one needs no name', async () => {
  const query = 'query One { a } query Two { b }';
  expect((await answerOf(schema, { query, operationName: 'One' })).data).toEqual({ a: 1 });
  expect((await answerOf(schema, { query, operationName: 'Two' })).data).toEqual({ b: 2 });
  expect((await answerOf(schema, { query })).errors?.[0]?.message).toContain('Must provide operation name');
  expect((await answerOf(schema, { query, operationName: 'Six' })).errors?.[0]?.message).toContain('"Six"');
  expect((await answerOf(schema, { query: 'fragment F on Query { a }' })).errors).toHaveLength(1);
  expect((await answerOf(schema, { query: '{ a b }' })).data).toEqual({ a: 1, b: 2 });
});

test('a schema without mutations says so', async () => {
  const { data, errors } = await answerOf(schema, { query: 'mutation { a }' });
  expect([data, errors?.[0]?.message]).toEqual([
    null,
    'Schema is not configured to execute mutation operation.',
  ]);
});

test('a text that is not GraphQL throws, each time', () => {
  const executor = new Executor(schema);
  for (const _time of [1, 2])
    expect(() => executor.execute({ query: '{ a' }, undefined)).toThrow(GraphQLError);
});

test('what is kept of a document holds for other values of its variables', async () => {
  const executor = new Executor(schema);
  const query = 'query ($n: Int, $yes: Boolean!) { a(n: $n) b @include(if: $yes) }';
  const ask = (variables: Record<string, unknown>) => executor.execute({ query, variables }, undefined);
  expect(ask({ n: 5, yes: true })).toEqual({ data: { a: 5, b: 2 } });
  expect(ask({ n: 6, yes: false })).toEqual({ data: { a: 6 } });
  expect(ask({ yes: true })).toEqual({ data: { a: 1, b: 2 } });
});

test('a condition that is null is an error, and spoils nothing that is kept', async () => {
  const query = 'query ($yes: Boolean = true) { a b @include(if: $yes) }';
  const { data, errors } = await answerOf(schema, { query, variables: { yes: null } });
  expect([data, errors?.[0]?.message]).toEqual([
    null,
    'Argument "if" of non-null type "Boolean!" must not be null.',
  ]);
  expect((await answerOf(schema, { query })).data).toEqual({ a: 1, b: 2 });
});

test('more combinations of conditions than are kept are answered all the same', () => {
  const names = ['c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  const query = `query (${names.map((name) => `$${name}: Boolean!`)}) {
    ${names.map((name) => `${name}: a(n: 7) @include(if: $${name})`).join(' ')} }`;
  const executor = new Executor(schema);
  for (let combination = 255; combination >= 0; combination -= 1) {
    const variables = Object.fromEntries(names.map((name, bit) => [name, Boolean(combination & (1 << bit))]));
    const { data } = executor.execute({ query, variables }, undefined) as ExecutionResult;
    expect(Object.keys(data!)).toEqual(names.filter((name) => variables[name]));
  }
});

test('the documents used last are kept, and no more than there is room for', () => {
  const kept = new RecentlyUsed<number>(4);
  for (let n = 0; n < 100; n += 1) {
    kept.set(`key ${n}`, n);
    expect(kept.get('key 0')).toBe(0);
  }
  const found = Array.from({ length: 100 }, (_, n) => kept.get(`key ${n}`)).filter((n) => n !== undefined);
  expect(found).toContain(99);
  expect(found.length).toBeLessThanOrEqual(4);
});
