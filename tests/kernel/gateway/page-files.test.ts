import { brotliDecompressSync } from 'node:zlib';
import { pageHandler } from '../../../gateway/page';
import { ask, serve } from './serve';

const site = (options: Partial<Parameters<typeof pageHandler>[0]> = {}) => {
  const handler = pageHandler({ endpoint: '/graphql', query: '{ __typename }', ...options });
  return serve((req, res) => {
    if (!handler(req, res)) res.writeHead(404).end('not the page');
  });
};

/** Addresses in the page, as a browser would load them. */
const loaded = (html: string) => [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);

describe('the page over HTTP', () => {
  it('allows nothing but its own files, and no script or style written into a page', async () => {
    await using server = await site();
    const first = await ask(server.url);
    const policy = String(first.headers['content-security-policy']);
    expect([first.status, first.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const html = first.body.toString();
    expect(html).not.toMatch(/ on\w+=|<script>|<style|style=|https?:/);
    const nonceOf = (headers: typeof first.headers) =>
      /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
    expect(html).toContain(`nonce="${nonceOf(first.headers)}"`);
    expect(nonceOf((await ask(server.url)).headers)).not.toBe(nonceOf(first.headers));
  });

  it('names every file by its content, to be kept for good', async () => {
    await using server = await site();
    const addresses = loaded((await ask(server.url)).body.toString());
    expect(addresses.length).toBeGreaterThan(6);
    for (const address of addresses) {
      const answer = await ask(server.url + address);
      expect([address, answer.status, answer.headers['cache-control']]).toEqual([
        address,
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  it('has files without a version asked for again, and answers 304 when they are the same', async () => {
    await using server = await site();
    const url = `${server.url}/page/session.js`;
    const plain = await ask(url);
    expect(plain.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    const tag = String(plain.headers.etag);
    for (const known of [tag, `"other", W/${tag}`, '*']) {
      const again = await ask(url, { headers: { 'If-None-Match': known } });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag]);
    }
    expect((await ask(url, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
    expect((await ask(`${url}?v=old`)).headers['cache-control']).toBe('no-cache');
  });

  it('compresses files, each encoding with a tag of its own', async () => {
    await using server = await site();
    const url = `${server.url}/page/graphiql.js`;
    const plain = await ask(url);
    const packed = await ask(url, { headers: { 'Accept-Encoding': 'br' } });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
  });

  it.each([
    '/page/',
    '/page/handler.ts',
    '/page/../html.ts',
    '/page/..%2f..%2fpackage.json',
    '/page/graphiql.js.map',
    '/page/constructor',
    '//page/main.js',
    '/index.html',
  ])('serves nothing else: %s', async (path) => {
    await using server = await site();
    const answer = await ask(server.url + path);
    expect([answer.status, answer.body.toString()]).toEqual([404, 'not the page']);
  });

  it('answers HEAD, leaves other methods to others, and does not mind a query', async () => {
    await using server = await site();
    const head = await ask(server.url, { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect((await ask(server.url, { method: 'POST' })).status).toBe(404);
    expect((await ask(`${server.url}/?from=mail`)).status).toBe(200);
  });

  it('takes the endpoint and the first query as text', async () => {
    await using server = await site({ endpoint: '/other', query: '{ a(b: "<script>&") }' });
    const html = (await ask(server.url)).body.toString();
    expect(html).toContain('data-endpoint="/other"');
    expect(html).toContain('{ a(b: &quot;&lt;script&gt;&amp;&quot;) }');
  });
});
