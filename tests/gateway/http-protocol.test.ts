import { badRequest, badValue, type Door, openDoor, outcome, REQUEST_ID } from './http-protocol.fixtures';

/** What the door answers to a request, for each way of asking: status and body, word for word. */
let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door[Symbol.asyncDispose]());

const GREETING = '{ greeting }';
const GREETED = { data: { greeting: 'hello you' } };
const TWO = 'query A { greeting } query B { a: greeting }';

/** One error with a code of its own. */
const refused = (code: string, message: string, more: object = {}) => ({
  errors: [{ message, ...more, extensions: { code, requestId: REQUEST_ID } }],
});
const at = (column: number) => ({ locations: [{ line: 1, column }] });
const limit = (name: string, allowed: number, found: number, message: string, more: object = {}) => ({
  errors: [
    {
      message: `${message}: ${found} of ${allowed} allowed.`,
      ...more,
      extensions: { code: 'LIMIT_EXCEEDED', limit: name, allowed, found, requestId: REQUEST_ID },
    },
  ],
});

const OBJECT = 'POST body missing, invalid Content-Type, or JSON object has no keys.';
const QUERY = 'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.';
const BATCH = 'Operation batching disabled.';
const ENCODED = 'in a POST body should be provided as an object, not a recursively JSON-encoded string.';

describe('POST', () => {
  test.each<[string, unknown, number, unknown]>([
    ['an operation', { query: GREETING }, 200, GREETED],
    [
      'an operation with variables',
      { query: 'query ($n: String) { greeting(name: $n) }', variables: { n: 'A' } },
      200,
      { data: { greeting: 'hello A' } },
    ],
    [
      'null for what may be left out',
      { query: GREETING, variables: null, operationName: null, extensions: null },
      200,
      GREETED,
    ],
    [
      'keys and extensions that nobody knows',
      { query: GREETING, more: 1, extensions: { a: 1 } },
      200,
      GREETED,
    ],
    ['a mutation', { query: 'mutation { count(by: 2) }' }, 200, { data: { count: 2 } }],
    ['the type name', { query: '{ __typename }' }, 200, { data: { __typename: 'Query' } }],
    [
      'introspection',
      { query: '{ __schema { queryType { name } } __type(name: "Part") { name } }' },
      200,
      { data: { __schema: { queryType: { name: 'Query' } }, __type: { name: 'Part' } } },
    ],
    ['an object without keys', {}, 400, badRequest('body', 'TYPE', OBJECT)],
    ['null', null, 400, badRequest('body', 'TYPE', OBJECT)],
    ['a text', GREETING, 400, badRequest('body', 'TYPE', OBJECT)],
    ['a number', 3, 400, badRequest('body', 'TYPE', OBJECT)],
    ['a batch', [{ query: GREETING }], 400, badRequest('body', 'BATCH', BATCH)],
    ['an empty batch', [], 400, badRequest('body', 'BATCH', BATCH)],
    ['no query', { variables: {} }, 400, badRequest('query', 'REQUIRED', QUERY)],
    ['an empty query', { query: '' }, 400, badRequest('query', 'REQUIRED', QUERY)],
    ['null for a query', { query: null }, 400, badRequest('query', 'REQUIRED', QUERY)],
    [
      'a number for a query',
      { query: 3 },
      400,
      badRequest('query', 'TYPE', 'GraphQL queries must be strings.'),
    ],
    [
      'JSON inside JSON for the variables',
      { query: GREETING, variables: '{}' },
      400,
      badRequest('variables', 'TYPE', `\`variables\` ${ENCODED}`),
    ],
    [
      'a list for the variables',
      { query: GREETING, variables: [] },
      400,
      badRequest('variables', 'TYPE', '`variables` in a POST body must be an object if provided.'),
    ],
    [
      'JSON inside JSON for the extensions',
      { query: GREETING, extensions: '{}' },
      400,
      badRequest('extensions', 'TYPE', `\`extensions\` ${ENCODED}`),
    ],
    [
      'a list for the extensions',
      { query: GREETING, extensions: [] },
      400,
      badRequest('extensions', 'TYPE', '`extensions` in a POST body must be an object if provided.'),
    ],
    [
      'a number for the name',
      { query: GREETING, operationName: 1 },
      400,
      badRequest('operationName', 'TYPE', '`operationName` in a POST body must be a string if provided.'),
    ],
  ])('%s', async (_, body, status, answer) => {
    expect(outcome(await door.send({ body }))).toEqual([status, answer]);
  });

  test('a document as an object is told how to become a text', async () => {
    const [status, answer] = outcome(await door.send({ body: { query: { kind: 'Document' } } }));
    expect([status, JSON.stringify(answer)]).toEqual([400, expect.stringContaining('`print` function')]);
  });

  test('an answer says that no cache keeps it, and the id of its request', async () => {
    const { headers } = await door.send({ body: { query: GREETING } });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'x-request-id': REQUEST_ID,
      vary: 'Accept-Encoding',
    });
  });
});

describe('which operation', () => {
  const unknown = badValue('operationName', 'UNKNOWN', 'The document has no such operation.');
  const several = refused(
    'OPERATION_RESOLUTION_FAILURE',
    'The document has several operations; send `operationName`.',
  );
  test.each<[string, string, string | undefined, number, unknown]>([
    ['the only one, by its name', 'query A { greeting }', 'A', 200, GREETED],
    ['one of two, by its name', TWO, 'B', 200, { data: { a: 'hello you' } }],
    ['none of two', TWO, 'C', 400, unknown],
    ['one of one, by another name', 'query A { greeting }', 'B', 400, unknown],
    ['one of one, by an empty name, which is none', 'query A { greeting }', '', 200, GREETED],
    ['one of two without a name, which is told as such', TWO, undefined, 400, several],
    ['one of two, by an empty name', TWO, '', 400, several],
  ])('%s', async (_, query, operationName, status, answer) => {
    expect(outcome(await door.send({ body: { query, operationName } }))).toEqual([status, answer]);
  });
});

describe('what is refused before anything runs', () => {
  test.each<[string, unknown, number, unknown]>([
    [
      'a mistake in the syntax',
      { query: '{ greeting' },
      400,
      refused('GRAPHQL_PARSE_FAILED', 'Syntax Error: Expected Name, found <EOF>.', at(11)),
    ],
    [
      'a blank document',
      { query: '  ' },
      400,
      refused('GRAPHQL_PARSE_FAILED', 'Syntax Error: Unexpected <EOF>.', at(3)),
    ],
    [
      'a field that is not there, with what comes near it',
      { query: '{ greetin }' },
      400,
      refused(
        'GRAPHQL_VALIDATION_FAILED',
        'Cannot query field "greetin" on type "Query". Did you mean "greeting"?',
        at(3),
      ),
    ],
    [
      'a fragment alone',
      { query: 'fragment A on Query { greeting }' },
      400,
      refused('GRAPHQL_VALIDATION_FAILED', 'Fragment "A" is never used.', at(1)),
    ],
    [
      'an alias that no object can have',
      { query: '{ __proto__: greeting }' },
      400,
      refused('GRAPHQL_VALIDATION_FAILED', 'A field cannot be called "__proto__".', at(3)),
    ],
    [
      '@defer',
      { query: '{ ... @defer { greeting } }' },
      400,
      refused('GRAPHQL_VALIDATION_FAILED', 'Unknown directive "@defer".', at(7)),
    ],
    [
      'a subscription, which is no mistake of ours',
      { query: 'subscription { ticks }' },
      400,
      badRequest(
        'query',
        'SUBSCRIPTION',
        'A subscription is answered over WebSocket here, or as an event stream at /graphql/stream.',
      ),
    ],
    [
      'a variable of another type',
      { query: 'query ($t: Int) { greeting(times: $t) }', variables: { t: 'x' } },
      400,
      badValue(
        't',
        'TYPE',
        'Variable "$t" got invalid value "x"; Int cannot represent non-integer value: "x"',
      ),
    ],
    [
      'a required variable left out',
      { query: 'query ($c: Colour!) { colour(of: $c) }' },
      400,
      badValue('c', 'TYPE', 'Variable "$c" of required type "Colour!" was not provided.'),
    ],
    [
      'null where @skip needs a word',
      { query: 'query ($s: Boolean = true) { greeting @skip(if: $s) }', variables: { s: null } },
      400,
      badValue('s', 'TYPE', '@skip and @include need true or false.'),
    ],
    [
      'fields too deep inside each other',
      { query: `{ part ${'{ part '.repeat(16)} { name } ${'}'.repeat(17)}` },
      400,
      limit('depth', 15, 18, 'The operation is nested too deeply'),
    ],
    [
      'brackets too deep for the parser',
      { query: `{ greeting(name: ${'['.repeat(14_000)}` },
      400,
      limit('depth', 15, 16, 'The operation is nested too deeply'),
    ],
    [
      'a document too long',
      { query: `{ ${'a '.repeat(16_000)} }` },
      400,
      limit('tokens', 15_000, 15_001, 'The document is too long', at(30_001)),
    ],
  ])('%s', async (_, body, status, answer) => {
    expect(outcome(await door.send({ body }))).toEqual([status, answer]);
  });
});

test('of bad variables no more than fifty are told', async () => {
  const query = 'query ($of: [Int]) { sum(of: $of) }';
  const variables = { of: Array(1_000).fill('x') };
  const [status, answer] = outcome(await door.send({ body: { query, variables } }));
  const { fields } = (answer as { errors: { extensions: { fields: object[] } }[] }).errors[0]!.extensions;
  expect([status, fields.length]).toEqual([400, 51]);
  expect(fields.at(-1)).toEqual({
    path: 'variables',
    code: 'TYPE',
    message: 'Too many errors processing variables, error limit reached. Execution aborted.',
  });
});
