import { randomBytes } from 'node:crypto';
import { AccessTokens } from '../../shared/security/access-token';
import { deriveSecret } from '../../shared/security/secrets';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Shop } from '../harness/shop';
import { askToken, makeClient, post, register, type ThirdParty, tokenFor } from './third-party.fixtures';

const graph = useGraph();
let shop: Shop;
let client: ThirdParty;
let documentId: string;
beforeAll(async () => {
  shop = await graph.shop();
  client = await makeClient(shop.admin, ['serviceCentres:read', 'vehicles:read']);
  [documentId = ''] = await register(
    shop.admin,
    client.id,
    'query Who { me { kind permissions { permission } } }',
  );
});

const GRANT = { grant_type: 'client_credentials' };
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
});
const inForm = () => ({ ...GRANT, client_id: client.id, client_secret: client.secret });
const kindBehind = async (token: string) =>
  (await post<{ me: { kind: string } | null }>(graph, token, { documentId })).data?.me?.kind ?? null;

test.each([
  ['client_secret_post', () => askToken(graph, inForm())],
  ['client_secret_basic', () => askToken(graph, GRANT, basic(client.id, client.secret))],
  [
    'client_secret_basic with the id in the form too',
    () => askToken(graph, { ...GRANT, client_id: client.id }, basic(client.id, client.secret)),
  ],
])('%s gives a token of a quarter of an hour, which nobody keeps', async (_, ask) => {
  const { status, headers, body } = await ask();
  expect([status, headers.get('cache-control'), headers.get('pragma')]).toEqual([
    200,
    'no-store',
    'no-cache',
  ]);
  expect(body).toEqual({
    access_token: expect.any(String),
    token_type: 'Bearer',
    expires_in: expect.any(Number),
    scope: 'serviceCentres:read vehicles:read',
  });
  expect(Math.abs(Number(body.expires_in) - 900)).toBeLessThan(5);
  expect(await kindBehind(String(body.access_token))).toBe('CLIENT');
});

test('a token says who it is and what it may do', async () => {
  const { data } = await post(graph, await tokenFor(graph, client), { documentId });
  expect(data).toEqual({
    me: {
      kind: 'CLIENT',
      permissions: [{ permission: 'serviceCentres:read' }, { permission: 'vehicles:read' }],
    },
  });
});

const wrong = (): [string, Record<string, string>, Record<string, string>, number, string][] => [
  ['no grant', { client_id: client.id, client_secret: client.secret }, {}, 400, 'invalid_request'],
  ['another grant', { ...inForm(), grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
  ['nobody', GRANT, {}, 401, 'invalid_client'],
  ['a wrong secret', { ...inForm(), client_secret: `${client.secret}x` }, {}, 401, 'invalid_client'],
  ['a text that is no secret', { ...inForm(), client_secret: 'secret' }, {}, 401, 'invalid_client'],
  ['another id', { ...inForm(), client_id: shop.id }, {}, 401, 'invalid_client'],
  ['an id that is none', { ...inForm(), client_id: 'me' }, {}, 401, 'invalid_client'],
  ['a wrong secret in the header', GRANT, basic(client.id, 'wrong'), 401, 'invalid_client'],
  ['another scheme', GRANT, { authorization: 'Bearer abc' }, 401, 'invalid_client'],
  ['the secret twice', inForm(), basic(client.id, client.secret), 400, 'invalid_request'],
  ['two clients', { ...GRANT, client_id: shop.id }, basic(client.id, client.secret), 400, 'invalid_request'],
  ['a scope that it does not have', { ...inForm(), scope: 'users:read' }, {}, 400, 'invalid_scope'],
  ['another type', inForm(), { 'content-type': 'application/json' }, 400, 'invalid_request'],
];

test('what is wrong is refused as RFC 6749 says, and gives no token', async () => {
  for (const [what, form, headers, status, error] of wrong()) {
    const answer = await askToken(graph, form, headers);
    expect([what, answer.status, answer.body.error]).toEqual([what, status, error]);
    expect(answer.body.access_token).toBeUndefined();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
  }
});

test('a scope that it has may be asked for', async () => {
  expect((await askToken(graph, { ...inForm(), scope: 'vehicles:read' })).status).toBe(200);
});

const errorIn = async (response: Response) => ((await response.json()) as { error: string }).error;

test('a parameter that comes twice, a secret in the address and a GET are refused', async () => {
  const send = (address: string, method: string, body?: string) =>
    fetch(`${graph.url}${address}`, {
      method,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      ...(body === undefined ? {} : { body }),
    });
  const secrets = new URLSearchParams(inForm()).toString();
  const twice = await send('/oauth/token', 'POST', `${secrets}&client_id=${client.id}`);
  expect([twice.status, await errorIn(twice)]).toEqual([400, 'invalid_request']);
  const inAddress = await send(`/oauth/token?${secrets}`, 'POST', secrets);
  expect([inAddress.status, await errorIn(inAddress)]).toEqual([400, 'invalid_request']);
  const got = await send(`/oauth/token?${secrets}`, 'GET');
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
});

test('tokens cannot be tried out without end', async () => {
  const from = { 'x-forwarded-for': '198.51.100.77' };
  const form = { ...inForm(), client_secret: `${client.secret.slice(0, -1)}_` };
  const statuses = [];
  for (let n = 0; n < 52; n += 1) statuses.push((await askToken(graph, form, from)).status);
  expect(statuses.slice(0, 50)).toEqual(new Array(50).fill(401));
  const last = await askToken(graph, inForm(), from);
  expect([last.status, last.body.error]).toEqual([429, 'temporarily_unavailable']);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a token that is used again after its client was revoked, or its secret ended, is nobody’s', async () => {
  const other = await makeClient(shop.admin, ['vehicles:read']);
  const [mine = ''] = await register(shop.admin, other.id, 'query Who { me { kind } }');
  const token = await tokenFor(graph, other);
  const code = async () => (await post(graph, token, { documentId: mine })).code;
  expect(await code()).toBeUndefined();
  await shop.admin.client.ask(
    'mutation ($id: ID!) { rotateApiClientSecret(id: $id, input: { overlapHours: 0 }) { secret } }',
    { id: other.id },
  );
  expect(await code()).toBe('UNAUTHENTICATED');
  const revoked = await makeClient(shop.admin, ['vehicles:read']);
  await register(shop.admin, revoked.id, 'query Who { me { kind } }');
  const replayed = await tokenFor(graph, revoked);
  expect((await post(graph, replayed, { documentId: mine })).code).toBeUndefined();
  await shop.admin.client.ask('mutation ($id: ID!) { revokeApiClient(id: $id) { id } }', { id: revoked.id });
  expect((await post(graph, replayed, { documentId: mine })).code).toBe('UNAUTHENTICATED');
  expect(
    (await askToken(graph, { ...GRANT, client_id: revoked.id, client_secret: revoked.secret })).status,
  ).toBe(401);
});

test('a token that is used again from elsewhere, or on another’s documents, is of no use', async () => {
  const bound = await makeClient(shop.admin, ['vehicles:read'], { allowedAddresses: ['127.0.0.0/8', '::1'] });
  const [mine = ''] = await register(shop.admin, bound.id, 'query Who { me { kind } }');
  const token = await tokenFor(graph, bound);
  const code = async (body: object, address: string) =>
    (await post(graph, token, body, { 'x-forwarded-for': address })).code;
  expect(await code({ documentId: mine }, '127.0.0.1')).toBeUndefined();
  expect(await code({ documentId: mine }, '203.0.113.9')).toBe('UNAUTHENTICATED');
  expect(await code({ documentId }, '127.0.0.1')).toBe('DOCUMENT_NOT_REGISTERED');
});

test('a token ends after its quarter of an hour, and one that nobody gave is nobody’s', async () => {
  const claims = JSON.parse(
    Buffer.from((await tokenFor(graph, client)).split('.')[1]!, 'base64url').toString(),
  ) as { sub: string; org: string; sid: string; iat: number; exp: number };
  expect(claims.exp - claims.iat).toBe(900);
  const { sub, org, sid } = claims;
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const signedBy = (secret: string) =>
    new AccessTokens({ secrets: [secret], issuer: 'liftbay', audience: 'liftbay-api' });
  const tokens = signedBy(deriveSecret(runState().secretKey, 'access tokens').toString('base64url'));
  const given = (minutes: number, by = tokens) =>
    by.issue({ sub, org, sid, kind: 'CLIENT' }, 900, ago(minutes));
  const forged = signedBy(randomBytes(32).toString('base64url'));
  expect(await kindBehind(given(14))).toBe('CLIENT');
  for (const token of [given(16), given(1, forged), `${given(1)}x`])
    expect((await post(graph, token, { documentId })).code).toBe('UNAUTHENTICATED');
});

test('an expired client, and one at a wrong address, gets no token', async () => {
  const expired = await makeClient(shop.admin, ['vehicles:read']);
  await graph.sql('update customer.api_client set expires_at = now() where id = $1', [expired.id]);
  const elsewhere = await makeClient(shop.admin, ['vehicles:read'], { allowedAddresses: ['192.0.2.7'] });
  for (const { id, secret } of [expired, elsewhere]) {
    const { status, body } = await askToken(graph, { ...GRANT, client_id: id, client_secret: secret });
    expect([status, body.error]).toEqual([401, 'invalid_client']);
  }
});

test('a secret in the address of the graph is refused before anybody is looked up', async () => {
  for (const name of ['access_token', 'client_secret', 'api_key']) {
    const search = new URLSearchParams({ documentId, [name]: client.secret });
    const response = await fetch(`${graph.url}/graphql?${search}`, {
      headers: { authorization: `Bearer ${client.secret}` },
    });
    const { errors } = (await response.json()) as {
      errors: { extensions: { code: string; fields: object[] } }[];
    };
    expect([response.status, errors[0]!.extensions.code]).toEqual([400, 'BAD_INPUT']);
    expect(errors[0]!.extensions.fields).toMatchObject([{ path: name, code: 'SECRET_IN_URL' }]);
    const stream = await fetch(`${graph.url}/graphql/stream?${search}`, { method: 'POST' });
    expect(stream.status).toBe(400);
  }
});

test('each token that is given stands in the audit log, without it', async () => {
  const mine = await makeClient(shop.admin, ['vehicles:read']);
  const token = await tokenFor(graph, mine);
  const entries = await graph.sql<{ action: string; text: string }>(
    `select action, t::text as text from platform.audit_log t where entity_id = $1 and action = 'issue token'`,
    [mine.id],
  );
  expect(entries).toHaveLength(1);
  expect(entries[0]!.text).not.toContain(token);
  expect(entries[0]!.text).not.toContain(mine.secret);
});
