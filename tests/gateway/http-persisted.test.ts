import { createHash } from 'node:crypto';
import { badRequest, type Door, openDoor, outcome, REQUEST_ID } from './http-protocol.fixtures';

/** Automatic persisted queries: the hash of a text stands for it once both were sent together. */
let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door[Symbol.asyncDispose]());

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const extensionsFor = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } });
const post = async (body: object) => outcome(await door.send({ body }));
const get = (extensions: object) =>
  door.send({
    target: `?${new URLSearchParams({ extensions: JSON.stringify(extensions) })}`,
    headers: { 'apollo-require-preflight': '1' },
  });

const GREETING = '{ greeting }';
const GREETED = [200, { data: { greeting: 'hello you' } }];
const NOT_FOUND = [
  200,
  {
    errors: [
      {
        message: 'PersistedQueryNotFound',
        extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', requestId: REQUEST_ID },
      },
    ],
  },
];

test('a hash is unknown until its text came along, then it is enough, by POST and by GET', async () => {
  const extensions = extensionsFor(GREETING);
  expect(await post({ extensions })).toEqual(NOT_FOUND);
  expect(await post({ query: null, extensions })).toEqual(NOT_FOUND);
  expect(outcome(await get(extensions))).toEqual(NOT_FOUND);
  expect(await post({ query: GREETING, extensions })).toEqual(GREETED);
  expect(await post({ extensions })).toEqual(GREETED);
  expect(outcome(await get(extensions))).toEqual(GREETED);
});

test('a text sent without its hash is not found by it', async () => {
  expect(await post({ query: GREETING })).toEqual(GREETED);
  expect(await post({ extensions: extensionsFor(GREETING) })).toEqual(NOT_FOUND);
});

test('no hash at all is an unknown one, null for the extension is none', async () => {
  expect(await post({ extensions: { persistedQuery: { version: 1 } } })).toEqual(NOT_FOUND);
  expect(await post({ query: GREETING, extensions: { persistedQuery: null } })).toEqual(GREETED);
});

test.each([
  ['no GraphQL', '{ greeting'],
  ['without its variables', 'query ($c: Colour!) { colour(of: $c) }'],
  ['an empty text', ''],
])('what is refused is not kept: %s', async (_, query) => {
  const extensions = extensionsFor(query);
  expect((await post({ query, extensions }))[0]).toBe(400);
  expect(await post({ extensions })).toEqual(NOT_FOUND);
});

test('a mutation is kept too, but not run by GET', async () => {
  const query = 'mutation { count }';
  const extensions = extensionsFor(query);
  expect(await post({ query, extensions })).toEqual([200, { data: { count: 1 } }]);
  expect((await get(extensions)).status).toBe(405);
  expect(await post({ extensions })).toEqual([200, { data: { count: 2 } }]);
});

const mismatch = ['sha256Hash', 'MISMATCH', 'provided sha does not match query'] as const;
const unsupported = ['version', 'UNKNOWN', 'Unsupported persisted query version'] as const;

test.each([
  ['the hash of another text', { version: 1, sha256Hash: hashOf('other') }, mismatch],
  ['no hash beside the text', { version: 1 }, mismatch],
  ['another version', { version: 2, sha256Hash: hashOf(GREETING) }, unsupported],
  ['something else for the extension', 'x', unsupported],
])('%s is refused as a mistake of the client', async (_, persistedQuery, [name, code, message]) => {
  expect(await post({ query: GREETING, extensions: { persistedQuery } })).toEqual([
    400,
    badRequest(`extensions.persistedQuery.${name}`, code, message),
  ]);
});
