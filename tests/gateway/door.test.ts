import { request } from 'node:http';
import { useGraph } from '../harness/graph';

/** What the public door does before, and instead of, asking a subgraph. */
const graph = useGraph({ environment: { CORS_ORIGINS: 'https://shop.example', BODY_LIMIT_BYTES: '50000' } });

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;

test('a token that is not good is told, not taken for an anonymous caller', async () => {
  const answer = await graph.withToken('not.a.token').send('{ me { kind } }');
  expect([answer.status, answer.code]).toEqual([401, 'UNAUTHENTICATED']);
});

test('a syntax error and an unknown field have their codes and the request id', async () => {
  const syntax = await graph.anonymous().with({ 'x-request-id': 'quote-this-1' }).send('{ me {');
  expect([syntax.status, syntax.code]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
  expect(syntax.errors[0]!.extensions.requestId).toBe('quote-this-1');
  const unknown = await graph.anonymous().send('{ meh }');
  expect([unknown.status, unknown.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
});

test.each([
  ['tokens', `{ ${'a '.repeat(16_000)} }`],
  ['depth', `{ vehicles { nodes ${'{ owner { vehicles { nodes '.repeat(6)} { id } ${'} } }'.repeat(6)} } }`],
  ['aliases', `{ __schema { ${Array.from({ length: 61 }, (_, n) => `a${n}: __typename`).join(' ')} } }`],
  ['rootFields', `{ ${Array.from({ length: 21 }, (_, n) => `a${n}: __typename`).join(' ')} }`],
  [
    'directives',
    `{ __schema { ${Array.from({ length: 51 }, () => '__typename @include(if: true)').join(' ')} } }`,
  ],
  [
    'cost',
    '{ vehicles(first: 100) { nodes { owner { vehicles(first: 100) { nodes { ownershipHistory { id } } } } } } }',
  ],
])('an operation past the limit of %s is refused before anything runs', async (limit, query) => {
  const answer = await graph.anonymous().send(query);
  expect(answer.status).toBe(400);
  expect(answer.code).toBe('LIMIT_EXCEEDED');
  expect(answer.errors[0]!.extensions).toMatchObject({ allowed: expect.any(Number) });
  expect(answer.errors[0]!.extensions.limit).toBe(limit);
});

test('cost is counted after the variables are coerced', async () => {
  const query =
    'query ($n: Int!) { vehicles(first: $n) { nodes { owner { vehicles(first: $n) { nodes { ownershipHistory { id } } } } } } }';
  expect((await graph.anonymous().send(query, { n: 100 })).code).toBe('LIMIT_EXCEEDED');
  expect((await graph.anonymous().send(query, { n: 2 })).code).toBe('UNAUTHENTICATED');
});

test('a body that is too large, no JSON, or compressed is refused', async () => {
  const large = await post(JSON.stringify({ query: `{ me { kind } } # ${'x'.repeat(60_000)}` }));
  expect([large.status, await codeOf(large)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  const broken = await post('{"query":');
  expect([broken.status, await codeOf(broken)]).toEqual([400, 'BAD_INPUT']);
  const packed = await post('x', { 'content-encoding': 'gzip' });
  expect(packed.status).toBe(415);
});

test('only listed origins may call from a browser, with credentials', async () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${graph.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
  const ours = await preflight('https://shop.example');
  expect(ours.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(ours.headers.get('access-control-allow-credentials')).toBe('true');
  expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
});

test('a form of another site cannot run a mutation: neither by GET nor by a plain POST', async () => {
  const query = 'mutation { logout }';
  const byGet = await fetch(`${graph.url}/graphql?query=${encodeURIComponent(query)}`);
  expect(byGet.status).toBeGreaterThanOrEqual(400);
  const plain = await post(JSON.stringify({ query }), { 'content-type': 'text/plain' });
  expect(plain.status).toBe(415);
});

test('every answer carries the security headers', async () => {
  for (const path of ['/graphql', '/healthz', '/nowhere']) {
    const { headers } = await fetch(graph.url + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  }
});

test('large answers come compressed', async () => {
  const encoding = await new Promise<string | undefined>((resolve, reject) => {
    const outgoing = request(
      `${graph.url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', 'accept-encoding': 'br' } },
      (incoming) => {
        incoming.resume();
        resolve(incoming.headers['content-encoding']);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(
      JSON.stringify({ query: '{ __schema { types { name description fields { name description } } } }' }),
    );
  });
  expect(encoding).toBe('br');
});

test('health, readiness and metrics answer', async () => {
  expect((await fetch(`${graph.url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${graph.url}/readyz`)).json()).toEqual({ ready: true, missing: [] });
  await graph.anonymous().send('query Measured { me { kind } }');
  const text = await (await fetch(`${graph.url}/metrics`)).text();
  expect(text).toContain(
    'liftbay_operation_seconds_count{operation="Measured",type="query",code="UNAUTHENTICATED"} 1',
  );
  expect(text).toContain('liftbay_subgraph_call_seconds_count{subgraph="customer"}');
  for (const name of ['liftbay_gateway_pool_connections', 'process_cpu_user_seconds_total'])
    expect(text).toContain(name);
});
