import { buildSchema } from 'graphql';
import { Documents, InvalidDocument } from '../../gateway/documents';
import type { CompiledOperation } from '../../gateway/execution';

/** What is read, validated and planned once, and what each time. */
function open() {
  const planned: (string | undefined)[] = [];
  const operation = { execute: async () => ({ data: {} }) } as unknown as CompiledOperation;
  const compile = (_document: unknown, name: string | undefined) => {
    planned.push(name);
    return operation;
  };
  const schema = buildSchema('type Query { a: Int }');
  return { planned, documents: new Documents({ schema, limits: null, introspection: true, compile }) };
}

const execution = { variables: {}, values: {}, call: async () => ({}) };

test('a document is read once, each of its operations planned once, and only when it runs', async () => {
  const { planned, documents } = open();
  const text = 'query A { a } query B { a }';
  for (const name of ['A', 'B', 'A']) documents.of(text).operation(name).accept({});
  expect(documents.of(text)).toBe(documents.of(text));
  expect(planned).toEqual([]);
  for (const name of ['A', 'B', 'A']) await documents.of(text).operation(name).execute(execution);
  expect(planned).toEqual(['A', 'B']);
});

test('the only operation is the same with its name and without', () => {
  const document = open().documents.of('query A { a }');
  expect(document.operation('A')).toBe(document.operation(undefined));
});

test('a document that came long ago is read anew', () => {
  const { documents } = open();
  const first = documents.of('{ a }');
  for (let n = 0; n < 1_000; n += 1) documents.of(`{ a${n}: a }`);
  expect(documents.of('{ a }')).not.toBe(first);
});

test('what is refused does not push out what is used', () => {
  const { documents } = open();
  const first = documents.of('{ a }');
  for (let n = 0; n < 1_000; n += 1) expect(() => documents.of(`{ b${n} }`)).toThrow(InvalidDocument);
  expect(documents.of('{ a }')).toBe(first);
});
