import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { chooseEncoding } from '../../../gateway/http/compression';
import { json, refuse, send } from '../../../gateway/http/respond';
import { badField, forbidden, rateLimited } from '../../../shared/errors';
import { ask, serve } from './serve';

const LARGE = { rows: Array.from({ length: 200 }, (_, id) => ({ id, plate: `AB ${id}` })) };

describe('compression', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip;q=1.0, br;q=0.5', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ])('answers %s with %s', async (accepted, encoding, unpack) => {
    await using server = await serve((_req, res) => json(res, 200, LARGE));
    const answer = await ask(server.url, { headers: { 'Accept-Encoding': accepted } });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(JSON.parse(unpack(answer.body).toString())).toEqual(LARGE);
    expect(answer.body.length).toBeLessThan(JSON.stringify(LARGE).length / 2);
  });

  it.each([
    ['', null],
    ['identity', null],
    ['br;q=0, gzip;q=0', null],
    ['*;q=0, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['BR', 'br'],
    ['gzip;q=nonsense', null],
  ])('chooses for "%s": %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding);
  });

  it('leaves alone what is small, what is packed already, and what the client cannot unpack', async () => {
    const noise = Buffer.alloc(5_000, 7);
    await using server = await serve((req, res) => {
      if (req.url === '/small') return json(res, 200, { ok: true });
      if (req.url === '/picture') return send(res, 200, noise, { 'Content-Type': 'image/png' });
      return json(res, 200, LARGE);
    });
    const accepted = { 'Accept-Encoding': 'br' };
    const small = await ask(`${server.url}/small`, { headers: accepted });
    expect([small.headers['content-encoding'], small.body.toString()]).toEqual([undefined, '{"ok":true}']);
    // The large twin of this answer differs by the header, so a cache must know here too.
    expect(small.headers.vary).toBe('Accept-Encoding');
    const picture = await ask(`${server.url}/picture`, { headers: accepted });
    expect([picture.headers['content-encoding'], picture.headers.vary]).toEqual([undefined, undefined]);
    expect(picture.body.equals(noise)).toBe(true);
    const plain = await ask(`${server.url}/large`);
    expect([plain.headers['content-encoding'], JSON.parse(plain.body.toString())]).toEqual([
      undefined,
      LARGE,
    ]);
  });
});

describe('answers', () => {
  it('are not kept by caches unless they say so', async () => {
    await using server = await serve((req, res) =>
      json(res, 201, {}, req.url === '/kept' ? { 'Cache-Control': 'max-age=60' } : {}),
    );
    const answer = await ask(server.url);
    expect([answer.status, answer.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect((await ask(`${server.url}/kept`)).headers['cache-control']).toBe('max-age=60');
  });

  it('add to what was said to vary before', async () => {
    await using server = await serve((_req, res) => {
      res.setHeader('Vary', 'Origin');
      return json(res, 200, {}, { vary: 'accept, origin' });
    });
    expect((await ask(server.url)).headers.vary).toBe('Origin, accept, Accept-Encoding');
  });

  it('to HEAD are the headers alone', async () => {
    await using server = await serve((_req, res) => json(res, 200, { ok: true }));
    const answer = await ask(server.url, { method: 'HEAD' });
    expect([answer.status, answer.headers['content-length'], answer.body.length]).toEqual([200, '11', 0]);
  });

  it.each([
    [forbidden('job.read'), 403, { code: 'FORBIDDEN', permission: 'job.read', requestId: 'r' }, undefined],
    [rateLimited(2.5), 429, { code: 'RATE_LIMITED', retryAfter: 2.5, requestId: 'r' }, '3'],
    [
      badField('a', 'B', 'c'),
      400,
      expect.objectContaining({ code: 'BAD_INPUT', reference: 'VALIDATION_ERROR' }),
      undefined,
    ],
  ])('of refusal have the status of their code: %s', async (error, status, extensions, retryAfter) => {
    await using server = await serve((_req, res) => refuse(res, error, 'r'));
    const answer = await ask(server.url);
    expect([answer.status, answer.headers['retry-after']]).toEqual([status, retryAfter]);
    expect(JSON.parse(answer.body.toString())).toEqual({ errors: [{ message: error.message, extensions }] });
  });
});
