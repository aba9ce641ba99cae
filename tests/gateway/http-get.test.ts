import { badRequest, type Door, openDoor, outcome, type Sent } from './http-protocol.fixtures';

/** Operations in the address: queries only, and only from whom a page of another site cannot imitate. */
let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door[Symbol.asyncDispose]());

const PREFLIGHT = { 'apollo-require-preflight': '1' };
const GREETING = '?query={greeting}';
const GREETED = { data: { greeting: 'hello you' } };
const target = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;
const ofType = (type: string): Sent => ({ target: GREETING, headers: { 'content-type': type } });

const FORGED =
  "This operation has been blocked as a potential Cross-Site Request Forgery (CSRF). Please either specify a 'content-type' header (with a type that is not one of application/x-www-form-urlencoded, multipart/form-data, text/plain) or provide a non-empty value for one of the following headers: x-apollo-operation-name, apollo-require-preflight";
const forged = badRequest('headers', 'PREFLIGHT', FORGED);
const wrongType = badRequest(
  'Content-Type',
  'MEDIA_TYPE',
  'GET requests may not have a content-type header other than application/json.',
);

test.each<[string, Sent, number, unknown]>([
  ['nothing asks for a preflight', { target: GREETING }, 400, forged],
  ['nothing is asked either', {}, 400, forged],
  ['the header is empty', { target: GREETING, headers: { 'apollo-require-preflight': '' } }, 400, forged],
  ['a form may send it: text', ofType('text/plain'), 400, forged],
  ['a form may send it: text, written otherwise', ofType('TEXT/plain; charset=x'), 400, forged],
  ['a form may send it: fields', ofType('application/x-www-form-urlencoded'), 400, forged],
  ['a form may send it: parts', ofType('multipart/form-data; boundary=x'), 400, forged],
  ['another type', ofType('application/xml'), 415, wrongType],
  ['what is no type', ofType('rubbish'), 415, wrongType],
  ['two types', ofType('text/plain, application/json'), 415, wrongType],
  [
    "a form's type with the header",
    { target: GREETING, headers: { ...PREFLIGHT, 'content-type': 'text/plain' } },
    415,
    wrongType,
  ],
  ['the header is there', { target: GREETING, headers: PREFLIGHT }, 200, GREETED],
  [
    'the name is in a header',
    { target: GREETING, headers: { 'x-apollo-operation-name': 'A' } },
    200,
    GREETED,
  ],
  ['the type is JSON', ofType('application/json; charset=utf-8'), 200, GREETED],
])('without a preflight or with one: %s', async (_, sent, status, answer) => {
  expect(outcome(await door.send(sent))).toEqual([status, answer]);
});

const once = (name: string) =>
  badRequest(name, 'REPEATED', `The '${name}' search parameter may only be specified once.`);
const object = (name: string) =>
  badRequest(name, 'TYPE', `The ${name} search parameter should contain a JSON-encoded object.`);
const invalid = (name: string) =>
  badRequest(name, 'JSON', `The ${name} search parameter contains invalid JSON.`);

test.each<[string, string, number, unknown]>([
  [
    'everything there is',
    target({
      query: 'query A($n: String) { greeting(name: $n) } query B { __typename }',
      variables: '{"n":"G"}',
      operationName: 'A',
      extensions: '{}',
    }),
    200,
    { data: { greeting: 'hello G' } },
  ],
  [
    'letters as addresses write them',
    '?query={+greeting(name:"%C3%85%2B")+}',
    200,
    { data: { greeting: 'hello Å+' } },
  ],
  [
    'nothing',
    '',
    400,
    badRequest(
      'query',
      'REQUIRED',
      'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
    ),
  ],
  ['variables that are no JSON', `${GREETING}&variables={`, 400, invalid('variables')],
  ['empty variables', `${GREETING}&variables=`, 400, invalid('variables')],
  ['a list of variables', `${GREETING}&variables=[]`, 400, object('variables')],
  ['null for the variables', `${GREETING}&variables=null`, 400, object('variables')],
  ['a number for the extensions', `${GREETING}&extensions=1`, 400, object('extensions')],
  ['two queries', `${GREETING}&query=x`, 400, once('query')],
  ['two names', `${GREETING}&operationName=x&operationName=y`, 400, once('operationName')],
])('the address holds %s', async (_, address, status, answer) => {
  expect(outcome(await door.send({ target: address, headers: PREFLIGHT }))).toEqual([status, answer]);
});

test.each([
  ['mutation', 'mutation { count }'],
  ['subscription', 'subscription { ticks }'],
])('a %s is refused, and does not run', async (type, query) => {
  const counted = door.counted();
  const answer = await door.send({ target: target({ query }), headers: PREFLIGHT });
  const message = `GET requests only support query operations, not ${type} operations`;
  expect(outcome(answer)).toEqual([405, badRequest('method', 'METHOD', message)]);
  expect([answer.headers.allow, door.counted()]).toEqual(['POST', counted]);
});

test.each(['PUT', 'DELETE', 'OPTIONS'])(
  '%s is no way to ask, with a preflight or without',
  async (method) => {
    const answer = await door.send({ method, target: GREETING });
    const message = 'The graph takes GET and POST requests.';
    expect(outcome(answer)).toEqual([405, badRequest('method', 'METHOD', message)]);
    expect(answer.headers.allow).toBe('GET, POST');
  },
);

test('HEAD is none either, and gets no body', async () => {
  const answer = await door.send({ method: 'HEAD', target: GREETING, headers: PREFLIGHT });
  expect([answer.status, answer.headers.allow, answer.body.length]).toEqual([405, 'GET, POST', 0]);
});
