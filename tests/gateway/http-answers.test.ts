import { badRequest, badValue, type Door, openDoor, outcome, REQUEST_ID } from './http-protocol.fixtures';

/** How an answer looks: its type, its status, its errors, and what is counted. */
let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door[Symbol.asyncDispose]());

const GREETING = '{ greeting }';
const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
const ask = (query: string, accept?: string) =>
  door.send({ body: { query }, headers: accept === undefined ? {} : { accept } });

test.each([
  [undefined, JSON_TYPE],
  ['', JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/json; charset=utf-8', JSON_TYPE],
  ['application/json; charset=latin1', JSON_TYPE],
  ['application/json; callbackSpec=1.0', JSON_TYPE],
  ['multipart/mixed, application/json', JSON_TYPE],
  ['text/html, */*;q=0.1', JSON_TYPE],
  ['application/xml,application/xhtml+xml,*/*;q=0.8', JSON_TYPE],
  ['application/json, application/graphql-response+json', JSON_TYPE],
  ['application/graphql-response+json;q=0.8, application/json', JSON_TYPE],
  ['application/graphql-response+json;q=0.5, */*', JSON_TYPE],
  ['*/*;q=0.5, application/graphql-response+json;q=0.4', JSON_TYPE],
  ['application/graphql-response+json', GRAPHQL_TYPE],
  ['APPLICATION/GRAPHQL-RESPONSE+JSON', GRAPHQL_TYPE],
  ['application/graphql-response+json; charset=utf-8', GRAPHQL_TYPE],
  ['application/graphql-response+json, application/json', GRAPHQL_TYPE],
  ['application/graphql-response+json, application/json;q=0.9', GRAPHQL_TYPE],
  ['application/json;q=0.8, application/graphql-response+json', GRAPHQL_TYPE],
  ['application/*, application/json;q=0.1', GRAPHQL_TYPE],
  ['application/*, application/graphql-response+json', GRAPHQL_TYPE],
])('to "Accept: %s" the answer is %s', async (accept, type) => {
  const answer = await ask(GREETING, accept);
  expect([answer.headers['content-type'], ...outcome(answer)]).toEqual([
    type,
    200,
    { data: { greeting: 'hello you' } },
  ]);
});

const UNACCEPTED = badRequest(
  'Accept',
  'MEDIA_TYPE',
  `An 'accept' header was provided for this request which does not accept ${JSON_TYPE} or ${GRAPHQL_TYPE}`,
);

test.each([
  'text/html',
  'text/*',
  'multipart/mixed',
  'application/json;q=0',
  'application/json;q=x',
  'rubbish',
  '*',
])('to "Accept: %s" there is no answer', async (accept) => {
  const answer = await ask(GREETING, accept);
  expect([answer.headers['content-type'], ...outcome(answer)]).toEqual([JSON_TYPE, 406, UNACCEPTED]);
});

test('a mutation whose answer would not be taken does not run', async () => {
  const counted = door.counted();
  expect((await ask('mutation { count }', 'text/html')).status).toBe(406);
  expect(door.counted()).toBe(counted);
});

test.each([
  ['a mistake in the syntax', { query: '{ a' }, 400, 'GRAPHQL_PARSE_FAILED'],
  ['a field that is not there', { query: '{ a }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a body without keys', {}, 400, 'BAD_INPUT'],
  ['an error in a part', { query: '{ wrong }' }, 200, 'INTERNAL'],
])('%s has the type that was asked for, and the same status', async (_, body, status, code) => {
  const answer = await door.send({ body, headers: { accept: 'application/graphql-response+json' } });
  expect([answer.status, answer.headers['content-type']]).toEqual([status, GRAPHQL_TYPE]);
  expect(JSON.parse(answer.body.toString()).errors[0].extensions.code).toBe(code);
});

test('what one part answers comes back beside the error of another, without a word of its inside', async () => {
  expect(outcome(await ask('{ wrong greeting }'))).toEqual([
    200,
    {
      errors: [
        {
          message: 'Something went wrong on our side.',
          path: ['wrong'],
          extensions: { code: 'INTERNAL', requestId: REQUEST_ID },
        },
      ],
      data: { wrong: null, greeting: 'hello you' },
    },
  ]);
});

test('a subgraph may say the status of the answer', async () => {
  expect(outcome(await ask('{ teapot }'))).toEqual([
    418,
    {
      errors: [
        {
          message: 'Short and stout.',
          path: ['teapot'],
          extensions: { code: 'CONFLICT', requestId: REQUEST_ID },
        },
      ],
      data: { teapot: null },
    },
  ]);
});

test('what is no status, and all else that a subgraph says of HTTP, is passed over', async () => {
  const answer = await ask('{ strange }');
  expect([answer.status, answer.headers.location]).toEqual([200, undefined]);
  expect(JSON.parse(answer.body.toString()).errors[0].extensions).toEqual({
    code: 'CONFLICT',
    requestId: REQUEST_ID,
  });
});

test('operations are counted by name, type and outcome', async () => {
  await using own = await openDoor();
  for (const query of [
    'query Named { greeting }',
    'query Named { greeting }',
    'query Named { wrong }',
    'mutation { count }',
    '{ a }',
    '{',
    'query Bad($c: Colour!) { colour(of: $c) }',
  ])
    await own.send({ body: { query } });
  await own.send({ body: {} });
  const text = await own.metrics();
  const counts = [
    ...text.matchAll(/operation_seconds_count\{operation="(\w+)",type="(\w+)",code="(\w+)"\} (\d+)/g),
  ];
  expect(counts.map(([, ...labels]) => labels.join(' '))).toEqual([
    'Named query OK 2',
    'Named query INTERNAL 1',
    'anonymous mutation OK 1',
    'anonymous query GRAPHQL_VALIDATION_FAILED 1',
    'anonymous query GRAPHQL_PARSE_FAILED 1',
    'Bad query BAD_INPUT 1',
  ]);
});

describe('with introspection off', () => {
  let closed: Door;
  beforeAll(async () => {
    closed = await openDoor({ introspection: false });
  });
  afterAll(() => closed[Symbol.asyncDispose]());

  test('the schema is not told', async () => {
    const [status, answer] = outcome(
      await closed.send({ body: { query: '{ __schema { queryType { name } } }' } }),
    );
    expect([status, answer]).toEqual([
      400,
      {
        errors: [
          {
            message: 'Introspection is switched off here.',
            locations: [{ line: 1, column: 3 }],
            extensions: {
              code: 'GRAPHQL_VALIDATION_FAILED',
              validationErrorCode: 'INTROSPECTION_DISABLED',
              requestId: REQUEST_ID,
            },
          },
        ],
      },
    ]);
    expect(outcome(await closed.send({ body: { query: '{ __typename }' } }))).toEqual([
      200,
      { data: { __typename: 'Query' } },
    ]);
  });

  test('nor by a suggestion', async () => {
    const [, answer] = outcome(await closed.send({ body: { query: '{ greetin }' } }));
    expect(answer).toEqual({
      errors: [
        {
          message: 'Cannot query field "greetin" on type "Query".',
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: REQUEST_ID },
        },
      ],
    });
  });

  test('nor by a suggestion about a variable', async () => {
    const query = 'query ($c: Colour!) { colour(of: $c) }';
    const [, answer] = outcome(await closed.send({ body: { query, variables: { c: 'REDD' } } }));
    const message = 'Variable "$c" got invalid value "REDD"; Value "REDD" does not exist in "Colour" enum.';
    expect(answer).toEqual(badValue('c', 'TYPE', message));
  });
});
