import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { eventually } from '../harness/until';
import {
  documentIdOf,
  get,
  makeClient,
  post,
  register,
  sha256,
  type ThirdParty,
} from './third-party.fixtures';

const graph = useGraph();
let shop: Shop;
let client: ThirdParty;
beforeAll(async () => {
  shop = await graph.shop();
  client = await makeClient(shop.admin, [
    'serviceCentres:read',
    'leads:read',
    'leads:create',
    'vehicles:read',
  ]);
  await register(shop.admin, client.id, CENTRES, LEAD, MANY);
});

const CENTRES = 'query Centres { serviceCentres { nodes { id name } } }';
const LEAD = 'mutation Lead($input: CreateLeadInput!) { createLead(input: $input) { id } }';
const MANY = 'query Many($first: Int) { vehicles(first: $first) { nodes { id } } }';
const UNKNOWN = 'query Centres { serviceCentres { nodes { id } } }';
const apq = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });
const centres = () => ({ serviceCentres: { nodes: [{ id: shop.centres[0], name: 'First centre' }] } });

describe('a third party', () => {
  test('runs what was registered for it, by documentId or by the hash of a persisted query', async () => {
    const documentId = documentIdOf(CENTRES);
    const extensions = apq(CENTRES);
    const answers = [
      await post(graph, client.secret, { documentId }),
      await post(graph, client.secret, { extensions }),
      await post(graph, client.secret, { documentId, extensions, operationName: 'Centres' }),
      await get(graph, client.secret, { documentId }),
      await get(graph, client.secret, { extensions: JSON.stringify(extensions) }),
    ];
    expect(answers.map(({ status, data }) => [status, data])).toEqual(answers.map(() => [200, centres()]));
  });

  const refused: [string, () => object][] = [
    ['a text that nobody registered', () => ({ query: UNKNOWN })],
    ['the text of what was registered', () => ({ query: CENTRES })],
    ['a text that is no GraphQL: it is not read', () => ({ query: '{{{' })],
    ['registration by an automatic persisted query', () => ({ query: UNKNOWN, extensions: apq(UNKNOWN) })],
    ['the same with what was registered', () => ({ query: CENTRES, extensions: apq(CENTRES) })],
    ['a text with the hash of another', () => ({ query: UNKNOWN, extensions: apq(CENTRES) })],
    ['a text beside a documentId', () => ({ query: UNKNOWN, documentId: documentIdOf(CENTRES) })],
    ['a hash that nobody registered', () => ({ documentId: documentIdOf(UNKNOWN) })],
    ['the same as a persisted query', () => ({ extensions: apq(UNKNOWN) })],
    ['a hash that is no text', () => ({ extensions: { persistedQuery: { version: 1, sha256Hash: 7 } } })],
  ];
  test.each(refused)('may not send %s', async (_, body) => {
    const { status, code, data } = await post(graph, client.secret, body());
    expect([status, code, data]).toEqual([403, 'DOCUMENT_NOT_REGISTERED', undefined]);
  });

  test('registers nothing by trying: neither for itself nor for others', async () => {
    await post(graph, client.secret, { query: UNKNOWN, extensions: apq(UNKNOWN) });
    expect((await post(graph, client.secret, { extensions: apq(UNKNOWN) })).code).toBe(
      'DOCUMENT_NOT_REGISTERED',
    );
    expect((await post(graph, shop.admin.client.token, { extensions: apq(UNKNOWN) })).code).toBe(
      'PERSISTED_QUERY_NOT_FOUND',
    );
  });

  test('registers nothing by GET either', async () => {
    const extensions = JSON.stringify(apq(UNKNOWN));
    const answers = [
      await get(graph, client.secret, { query: UNKNOWN, extensions }),
      await get(graph, client.secret, { extensions }),
    ];
    expect(answers.map(({ status, code }) => [status, code])).toEqual(
      answers.map(() => [403, 'DOCUMENT_NOT_REGISTERED']),
    );
  });

  test('does not run another client’s documents, nor those that a first party’s hash stands for', async () => {
    const other = await makeClient(shop.admin, ['serviceCentres:read']);
    expect((await post(graph, other.secret, { documentId: documentIdOf(CENTRES) })).code).toBe(
      'DOCUMENT_NOT_REGISTERED',
    );
    await post(graph, shop.admin.client.token, { query: UNKNOWN, extensions: apq(UNKNOWN) });
    expect((await post(graph, client.secret, { extensions: apq(UNKNOWN) })).code).toBe(
      'DOCUMENT_NOT_REGISTERED',
    );
  });

  test.each([
    ['no hash', 'Centres'],
    ['another hash', `sha1:${sha256(CENTRES)}`],
    ['a number', 7],
  ])('is told that a documentId of %s is none', async (_, documentId) => {
    const { code, errors } = await post(graph, client.secret, { documentId });
    expect(code).toBe('BAD_INPUT');
    expect(errors[0]!.extensions.fields).toMatchObject([{ path: 'documentId', code: 'FORMAT' }]);
  });

  test('changes something by POST alone', async () => {
    const variables = { input: { lastName: 'Lead', email: 'lead@mail.example', source: 'WEBSITE' } };
    const documentId = documentIdOf(LEAD);
    const got = await get(graph, client.secret, { documentId, variables: JSON.stringify(variables) });
    expect([got.status, got.headers.get('allow'), got.code]).toEqual([405, 'POST', 'BAD_INPUT']);
    expect(await graph.sql('select id from customer.lead where organisation_id = $1', [shop.id])).toEqual([]);
  });

  test('is held to the limits all the same', async () => {
    const { code } = await post(graph, client.secret, {
      documentId: documentIdOf(MANY),
      variables: { first: 1e6 },
    });
    expect(code).toBe('LIMIT_EXCEEDED');
  });

  test('runs nothing that came into the registry past its checks', async () => {
    const cycle =
      'query Q { vehicles { nodes { ...A } } } fragment A on Vehicle { ...B } fragment B on Vehicle { ...A }';
    for (const [body, code] of [
      [cycle, 'GRAPHQL_VALIDATION_FAILED'],
      ['query Q { customers { nodes { id } } }', 'FORBIDDEN'],
    ]) {
      await graph.sql(
        `insert into customer.persisted_document (organisation_id, id, version, created_at, updated_at, client_id,
           hash, name, type, body) values ($1, gen_random_uuid(), 1, now(), now(), $2, $3, 'Q', 'QUERY', $4)`,
        [shop.id, client.id, sha256(body!), body],
      );
      expect((await post(graph, client.secret, { documentId: documentIdOf(body!) })).code).toBe(code);
    }
  });

  test('leaves word of when a document last ran', async () => {
    await post(graph, client.secret, { documentId: documentIdOf(CENTRES) });
    await eventually(async () => {
      const rows = await graph.sql<{ last_ran_at: Date | null }>(
        'select last_ran_at from customer.persisted_document where client_id = $1 and hash = $2',
        [client.id, sha256(CENTRES)],
      );
      expect(rows).toEqual([{ last_ran_at: expect.any(Date) }]);
    });
  });
});

describe('an answer by GET', () => {
  const documentId = documentIdOf(CENTRES);

  test('may be kept by its client, and is asked about again', async () => {
    const first = await get(graph, client.secret, { documentId });
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('vary')).toContain('Authorization');
    const tag = first.headers.get('etag')!;
    const again = await get(graph, client.secret, { documentId }, { 'if-none-match': `"other", ${tag}` });
    expect([again.status, again.data, again.headers.get('etag')]).toEqual([304, undefined, tag]);
    const changed = await get(graph, client.secret, { documentId }, { 'if-none-match': '"other"' });
    expect([changed.status, changed.data]).toEqual([200, centres()]);
  });

  test('has a tag of its own for each client, and none crosses over', async () => {
    const other = await makeClient(shop.admin, ['serviceCentres:read']);
    await register(shop.admin, other.id, CENTRES);
    const mine = (await get(graph, client.secret, { documentId })).headers.get('etag')!;
    const theirs = await get(graph, other.secret, { documentId }, { 'if-none-match': mine });
    expect([theirs.status, theirs.data]).toEqual([200, centres()]);
    expect(theirs.headers.get('etag')).not.toBe(mine);
  });

  test('is another when the data is', async () => {
    const before = (await get(graph, client.secret, { documentId })).headers.get('etag')!;
    const rename = (name: string) =>
      shop.admin.client.ask(
        'mutation ($id: ID!, $input: UpdateServiceCentreInput!) { updateServiceCentre(id: $id, input: $input) { id } }',
        { id: shop.centres[0], input: { name } },
      );
    await rename('Renamed');
    const after = await get(graph, client.secret, { documentId }, { 'if-none-match': before });
    await rename('First centre');
    expect([after.status, after.headers.get('etag') === before]).toEqual([200, false]);
  });

  test('is asked for with a key that is still good, whatever is kept', async () => {
    const ended = await makeClient(shop.admin, ['serviceCentres:read']);
    await register(shop.admin, ended.id, CENTRES);
    const tag = (await get(graph, ended.secret, { documentId })).headers.get('etag')!;
    await shop.admin.client.ask('mutation ($id: ID!) { revokeApiClient(id: $id) { id } }', { id: ended.id });
    expect((await get(graph, ended.secret, { documentId }, { 'if-none-match': tag })).status).toBe(401);
  });

  test('is not told to be the same when scopes no longer allow it', async () => {
    const less = await makeClient(shop.admin, ['serviceCentres:read']);
    await register(shop.admin, less.id, CENTRES);
    const tag = (await get(graph, less.secret, { documentId })).headers.get('etag')!;
    await graph.sql(`update customer.api_client set scopes = '{vehicles:read}' where id = $1`, [less.id]);
    // Rights are looked at again where some of the organisation's have changed.
    await register(shop.admin, client.id, 'query Other { vehicles { nodes { id } } }');
    await eventually(async () => {
      const answer = await get(graph, less.secret, { documentId }, { 'if-none-match': tag });
      expect([answer.status, answer.code, answer.headers.get('etag')]).toEqual([200, 'FORBIDDEN', null]);
    });
  });

  test('to a first party, or with an error in it, is kept by nobody', async () => {
    await post(graph, shop.admin.client.token, { query: CENTRES, documentId });
    const first = await get(graph, shop.admin.client.token, { documentId });
    expect([first.headers.get('cache-control'), first.headers.get('etag')]).toEqual(['no-store', null]);
    const refused = await get(graph, client.secret, { documentId: documentIdOf(UNKNOWN) });
    expect([refused.headers.get('cache-control'), refused.headers.get('etag')]).toEqual(['no-store', null]);
  });
});

test('a first party uses documentId as it uses automatic persisted queries', async () => {
  const text = 'query Mine { serviceCentres { nodes { id } } }';
  const documentId = documentIdOf(text);
  const { token } = shop.admin.client;
  expect((await post(graph, token, { documentId })).code).toBe('PERSISTED_QUERY_NOT_FOUND');
  const wrong = await post(graph, token, { query: CENTRES, documentId });
  expect(wrong.errors[0]!.extensions.fields).toMatchObject([{ path: 'documentId', code: 'MISMATCH' }]);
  expect((await post(graph, token, { query: text, documentId })).code).toBeUndefined();
  expect((await post(graph, token, { documentId })).code).toBeUndefined();
});
