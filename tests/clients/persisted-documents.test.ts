import { createHash } from 'node:crypto';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import {
  apolloManifest,
  documentIdOf,
  makeClient,
  post,
  REGISTER,
  type Registered,
  register,
  sha256,
  type ThirdParty,
} from './third-party.fixtures';

const graph = useGraph();
let shop: Shop;
let client: ThirdParty;
beforeAll(async () => {
  shop = await graph.shop();
});
beforeEach(async () => {
  client = await makeClient(shop.admin, ['vehicles:read', 'serviceCentres:read']);
});

const VEHICLES = 'query Vehicles($first: Int) { vehicles(first: $first) { nodes { id plate } } }';
const CENTRES = 'query Centres { serviceCentres { nodes { id name } } }';
const send = (manifest: string, clientId = client.id) =>
  shop.admin.client.send<Registered>(REGISTER, { clientId, manifest });
const reportOf = async (manifest: string) => (await send(manifest)).data.registerPersistedDocuments;
const stored = async () =>
  (
    await graph.sql<{ hash: string }>('select hash from customer.persisted_document where client_id = $1', [
      client.id,
    ])
  )
    .map(({ hash }) => hash)
    .sort();
const problemsWith = async (body: string) => {
  const report = await reportOf(apolloManifest(body));
  expect([report.registered, report.refused, await stored()]).toEqual([0, 1, []]);
  return report.documents[0]!.problems.map(({ code, message }) => `${code} ${message}`);
};

test('Apollo’s manifest registers what it holds, and says so of each', async () => {
  expect(await reportOf(apolloManifest(VEHICLES, CENTRES))).toEqual({
    registered: 2,
    refused: 0,
    documents: [VEHICLES, CENTRES].map((body) => ({
      id: sha256(body),
      documentId: documentIdOf(body),
      name: /query (\w+)/.exec(body)![1],
      registered: true,
      problems: [],
    })),
  });
  expect(await stored()).toEqual([VEHICLES, CENTRES].map(sha256).sort());
});

test('Relay’s manifest does, by SHA-256 or by its compiler’s MD5; what runs goes by SHA-256', async () => {
  const md5 = createHash('md5').update(CENTRES).digest('hex');
  const report = await reportOf(JSON.stringify({ [sha256(VEHICLES)]: VEHICLES, [md5]: CENTRES }));
  expect(report.documents.map(({ id, documentId }) => [id, documentId])).toEqual([
    [sha256(VEHICLES), documentIdOf(VEHICLES)],
    [md5, documentIdOf(CENTRES)],
  ]);
  expect((await post(graph, client.secret, { documentId: documentIdOf(CENTRES) })).code).toBeUndefined();
});

test('again registers nothing twice, and what is good is registered beside what is not', async () => {
  await reportOf(apolloManifest(VEHICLES));
  const report = await reportOf(apolloManifest(VEHICLES, VEHICLES, 'query Bad { nothing }', CENTRES));
  expect([report.registered, report.refused]).toEqual([3, 1]);
  expect(report.documents.map(({ registered }) => registered)).toEqual([true, true, false, true]);
  expect(await stored()).toEqual([VEHICLES, CENTRES].map(sha256).sort());
});

test('every hash is made anew: one that is not of its text is refused', async () => {
  const manifest = JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: sha256(VEHICLES), name: 'Centres', type: 'query', body: CENTRES }],
  });
  const { documents, refused } = await reportOf(manifest);
  expect([refused, documents[0]!.problems[0]!.code]).toEqual([1, 'HASH_MISMATCH']);
  expect(documents[0]!.documentId).toBe(documentIdOf(CENTRES));
  expect(await stored()).toEqual([]);
});

test('of Relay’s as well', async () => {
  const { documents } = await reportOf(JSON.stringify({ [sha256(VEHICLES)]: CENTRES, other: VEHICLES }));
  expect(documents.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ['HASH_MISMATCH'],
    ['HASH_MISMATCH'],
  ]);
  expect(await stored()).toEqual([]);
});

test.each([
  [
    'a field that there is not',
    'query A { vehicles { nodes { wings } } }',
    'GRAPHQL_VALIDATION_FAILED Cannot query',
  ],
  ['no GraphQL', 'query A {', 'GRAPHQL_PARSE_FAILED'],
  [
    'a fragment that spreads itself',
    'query A { vehicles { nodes { ...B } } } fragment B on Vehicle { id ...C } fragment C on Vehicle { ...B }',
    'GRAPHQL_VALIDATION_FAILED Cannot spread fragment "B" within itself',
  ],
  ['two operations', 'query A { liveCursor } query B { liveCursor }', 'OPERATION_RESOLUTION_FAILURE'],
  ['no name', '{ vehicles { nodes { id } } }', 'NAME_MISSING'],
  [
    'a question about the schema',
    'query A { __schema { types { name } } }',
    'GRAPHQL_VALIDATION_FAILED Introspection',
  ],
  [
    'more than the limits allow',
    `query A { ${Array.from({ length: 25 }, (_, n) => `f${n}: vehicles { nodes { id } }`).join(' ')} }`,
    'LIMIT_EXCEEDED',
  ],
  [
    'a field beyond its scopes',
    'query A { customers { nodes { id } } }',
    'FORBIDDEN The client does not have customers:read',
  ],
  [
    'a record beyond its scopes, further in',
    'query A { vehicles { nodes { owner { lastName } } } }',
    'FORBIDDEN The client does not have customers:read',
  ],
  ['a mutation beyond its scopes', 'mutation A($id: ID!) { archiveVehicle(id: $id) { id } }', 'FORBIDDEN'],
  [
    'signing somebody in',
    'mutation A($i: LoginInput!) { login(input: $i) { accessToken } }',
    'FORBIDDEN login is open to everybody',
  ],
])('%s is refused, and said why', async (_, body, why) => {
  expect(await problemsWith(body)).toEqual(expect.arrayContaining([expect.stringContaining(why)]));
});

const thousands = () =>
  JSON.stringify(
    Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [String(n), `query Q${n} { liveCursor }`])),
  );

test.each<[string, () => string, string, string]>([
  ['no JSON', () => 'query A { me { kind } }', 'manifest', 'JSON'],
  ['a list', () => '[]', 'manifest', 'MANIFEST'],
  ['nothing', () => '{}', 'manifest', 'EMPTY'],
  ['another format', () => '{"format":"mine","version":1,"operations":[]}', 'manifest', 'FORMAT'],
  [
    'another version',
    () => '{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}',
    'manifest',
    'FORMAT',
  ],
  [
    'operations that are no list',
    () => '{"format":"apollo-persisted-query-manifest","version":1,"operations":{}}',
    'manifest.operations',
    'TYPE',
  ],
  [
    'an operation without a text',
    () => '{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"a"}]}',
    'manifest.operations.0',
    'DOCUMENT',
  ],
  ['a text that is none', () => '{"a": 1}', 'manifest.a', 'DOCUMENT'],
  ['a text without end', () => JSON.stringify({ a: 'x'.repeat(50_001) }), 'manifest.a', 'TOO_LONG'],
  ['ten thousand operations', thousands, 'manifest', 'TOO_MANY'],
])('a manifest that is %s is refused as a whole', async (_, manifest, path, code) => {
  const answer = await send(manifest());
  expect([answer.status, answer.code]).toEqual([200, 'BAD_INPUT']);
  expect(answer.errors[0]!.extensions.fields).toMatchObject([{ path, code }]);
  expect(await stored()).toEqual([]);
});

test('a client has two thousand documents and no more: a manifest that goes beyond registers nothing', async () => {
  await graph.sql(
    `insert into customer.persisted_document (organisation_id, id, version, created_at, updated_at, client_id, hash,
       name, type, body)
     select $1, gen_random_uuid(), 1, now(), now(), $2, encode(sha256(convert_to(q, 'UTF8')), 'hex'), 'Q', 'QUERY', q
     from (select 'query Q { a' || n || ': liveCursor }' as q from generate_series(1, 1999) n) documents`,
    [shop.id, client.id],
  );
  const beyond = await send(apolloManifest(VEHICLES, CENTRES));
  expect([beyond.code, beyond.errors[0]!.extensions.documents]).toEqual(['CONFLICT', 1999]);
  expect(await stored()).toHaveLength(1999);
  expect((await reportOf(apolloManifest(VEHICLES))).registered).toBe(1);
  expect((await send(apolloManifest(CENTRES))).code).toBe('CONFLICT');
  expect((await reportOf(apolloManifest(VEHICLES))).registered).toBe(1);
});

const LIST = `query ($clientId: ID, $deprecated: Boolean!) { persistedDocuments(clientId: $clientId, deprecated: $deprecated) {
  totalCount nodes { id documentId name type body lastRanAt deprecatedUses problems { code message } client { id } } } }`;
interface Listed {
  persistedDocuments: { totalCount: number; nodes: (Record<string, unknown> & { id: string })[] };
}
const list = async (deprecated = false) =>
  (await shop.admin.client.ask<Listed>(LIST, { clientId: client.id, deprecated })).persistedDocuments;

test('an administrator sees what a client may run, and what of it is going away', async () => {
  await register(shop.admin, client.id, VEHICLES);
  const { totalCount, nodes } = await list();
  expect([totalCount, nodes]).toEqual([
    1,
    [
      {
        id: expect.any(String),
        documentId: documentIdOf(VEHICLES),
        name: 'Vehicles',
        type: 'QUERY',
        body: VEHICLES,
        lastRanAt: null,
        deprecatedUses: [],
        problems: [],
        client: { id: client.id },
      },
    ],
  ]);
  expect((await list(true)).nodes).toEqual([]);
  const unknown = await shop.admin.client.send(LIST, { clientId: shop.id, deprecated: false });
  expect(unknown.code).toBe('NOT_FOUND');
});

test('a document that its client’s scopes no longer allow is told, and does not answer', async () => {
  await register(shop.admin, client.id, VEHICLES);
  await graph.sql(`update customer.api_client set scopes = '{serviceCentres:read}' where id = $1`, [
    client.id,
  ]);
  expect((await list()).nodes[0]!.problems).toEqual([
    { code: 'FORBIDDEN', message: 'The client does not have vehicles:read.' },
  ]);
  const { code, data } = await post(graph, client.secret, { documentId: documentIdOf(VEHICLES) });
  expect([code, data]).toEqual(['FORBIDDEN', null]);
});

test('a document that was removed runs no more; another client’s still does', async () => {
  const other = await makeClient(shop.admin, ['serviceCentres:read']);
  const [documentId] = await register(shop.admin, client.id, CENTRES);
  await register(shop.admin, other.id, CENTRES);
  const runs = async ({ secret }: ThirdParty) => (await post(graph, secret, { documentId })).code ?? 'OK';
  expect([await runs(client), await runs(other)]).toEqual(['OK', 'OK']);
  const { nodes } = await list();
  await shop.admin.client.ask('mutation ($id: ID!) { removePersistedDocument(id: $id) }', nodes[0]!);
  expect([await runs(client), await runs(other)]).toEqual(['DOCUMENT_NOT_REGISTERED', 'OK']);
  const again = await shop.admin.client.send(
    'mutation ($id: ID!) { removePersistedDocument(id: $id) }',
    nodes[0]!,
  );
  expect(again.code).toBe('NOT_FOUND');
});

test('for a client that has ended, or of somebody else, nothing is registered', async () => {
  const other = await graph.shop();
  const foreign = await other.admin.client.send(REGISTER, {
    clientId: client.id,
    manifest: apolloManifest(CENTRES),
  });
  expect(foreign.code).toBe('NOT_FOUND');
  await shop.admin.client.ask('mutation ($id: ID!) { revokeApiClient(id: $id) { id } }', client as never);
  expect((await send(apolloManifest(CENTRES))).code).toBe('CONFLICT');
  expect(await stored()).toEqual([]);
});

test('the table keeps no text under another’s hash', async () => {
  await register(shop.admin, client.id, CENTRES);
  const change = graph.sql('update customer.persisted_document set body = $1 where client_id = $2', [
    VEHICLES,
    client.id,
  ]);
  await expect(change).rejects.toThrow('persisted_document_hash');
});
