import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { LocalStorage } from '../../../shared/files/local-storage';
import { LocalServer } from './local-server';

let server: LocalServer;
let storage: LocalStorage;
const key = '0190aa/0190bb-photo';
const bytes = Buffer.from('0123456789abcdef');

beforeEach(async () => {
  ({ server, storage } = await LocalServer.start());
});
afterEach(() => server.stop());

const target = (size = bytes.length) =>
  storage.uploadTarget(key, { contentType: 'image/png', size, expiresAt: server.inAMinute() });

const link = (inline = false, fileName = 'photo.png', contentType = 'image/png') =>
  storage.downloadUrl(key, { expiresAt: server.inAMinute(), fileName, contentType, inline });

const put = (url: string, headers: Record<string, string>, body: Buffer<ArrayBuffer> = bytes) =>
  fetch(url, { method: 'PUT', headers, body });

const codeOf = async (response: Response): Promise<unknown> => {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return errors[0]!.extensions.code;
};

describe('upload', () => {
  it('stores exactly the file that was announced', async () => {
    const { url, method, headers } = await target();
    expect(method).toBe('PUT');
    expect((await put(url, headers)).status).toBe(200);
    expect(await storage.readStart(key, 99)).toEqual(bytes);
  });

  it('takes a link once', async () => {
    const { url, headers } = await target();
    await put(url, headers);
    const again = await put(url, headers, Buffer.from(bytes).reverse());
    expect([again.status, await codeOf(again)]).toEqual([409, 'CONFLICT']);
    expect(await storage.readStart(key, 99)).toEqual(bytes);
  });

  it.each([
    ['a byte more', {}, Buffer.concat([bytes, Buffer.from('!')]), 413, 'PAYLOAD_TOO_LARGE'],
    ['a byte less', {}, bytes.subarray(1), 400, 'BAD_INPUT'],
    ['another type', { 'content-type': 'text/html' }, bytes, 400, 'BAD_INPUT'],
  ])('refuses %s', async (_, other, body, status, code) => {
    const { url, headers } = await target();
    const response = await put(url, { ...headers, ...other }, body);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(await server.files()).toEqual([]);
  });

  it('refuses a link that is changed, expired, for reading, or for no key of ours', async () => {
    const { url, headers } = await target();
    const forged = [
      url.replace('photo', 'other'),
      url.replace('size=16', 'size=17'),
      url.replace('image%2Fpng', 'text%2Fhtml'),
      url.replace(/signature=.*/, ''),
      await link(),
    ];
    for (const bad of forged) {
      const response = await put(bad, headers);
      expect([response.status, await codeOf(response)]).toEqual([410, 'LINK_INVALID']);
    }
    server.time += 60_000;
    expect((await put(url, headers)).status).toBe(410);
    expect(await server.files()).toEqual([]);
  });

  /** Sends without announcing a length, so that only counting can find out. */
  const stream = async (url: string, headers: Record<string, string>) => {
    const outgoing = request(url, { method: 'PUT', headers: { ...headers, 'transfer-encoding': 'chunked' } });
    const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
    return { outgoing, answered };
  };

  it('counts while it streams, stops at the first byte too many and keeps nothing', async () => {
    const { url, headers } = await target(100_000);
    const { outgoing, answered } = await stream(url, headers);
    const piece = Buffer.alloc(60_000);
    outgoing.write(piece);
    outgoing.write(piece);
    const [response] = await answered;
    expect(response.statusCode).toBe(413);
    expect(await text(response)).toContain('PAYLOAD_TOO_LARGE');
    expect(await server.files()).toEqual([]);
    outgoing.destroy();
  });

  it('keeps the connection of a client that finishes what was refused', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const { url, headers } = await target(10);
    const outgoing = request(url, {
      method: 'PUT',
      agent,
      headers: { ...headers, 'transfer-encoding': 'chunked' },
    });
    outgoing.write(Buffer.alloc(60_000));
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    response.resume();
    outgoing.end(Buffer.alloc(60_000));
    await once(response, 'end');
    const next = request(await link(), { agent });
    next.end();
    const [answer] = (await once(next, 'response')) as [IncomingMessage];
    answer.resume();
    expect([response.statusCode, answer.statusCode, next.reusedSocket]).toEqual([413, 404, true]);
    agent.destroy();
  });

  it('reads no more than a little of an upload that it has refused', async () => {
    const { url, headers } = await target(10);
    const { outgoing, answered } = await stream(url, headers);
    const closed = new Promise((resolve) => outgoing.once('close', resolve));
    let sent = 0;
    const piece = Buffer.alloc(64 * 1024);
    outgoing.on('error', () => outgoing.destroy());
    const send = (): void => {
      if (outgoing.destroyed) return;
      sent += piece.length;
      outgoing.write(piece, send);
    };
    send();
    const [response] = await answered;
    response.resume();
    expect(response.statusCode).toBe(413);
    await closed;
    expect(sent).toBeLessThan(32 * 1024 * 1024);
    expect(await server.files()).toEqual([]);
  });

  it('takes a streamed upload of the right size', async () => {
    const { url, headers } = await target();
    const { outgoing, answered } = await stream(url, headers);
    outgoing.write(bytes.subarray(0, 5));
    outgoing.end(bytes.subarray(5));
    const [response] = await answered;
    response.resume();
    expect(response.statusCode).toBe(200);
    expect(await storage.readStart(key, 99)).toEqual(bytes);
  });

  it('leaves nothing of an upload that is broken off, and the link still works', async () => {
    const { url, headers } = await target();
    const outgoing = request(url, { method: 'PUT', headers: { ...headers, 'content-length': bytes.length } });
    outgoing.on('error', () => {});
    outgoing.write(bytes.subarray(0, 8));
    while ((await server.files()).length === 0) await new Promise(setImmediate);
    outgoing.destroy();
    expect(await server.handled[0]).toBe(true);
    expect(await server.files()).toEqual([]);
    expect((await put(url, headers)).status).toBe(200);
  });
});

describe('download', () => {
  beforeEach(() => storage.write(key, bytes));

  it('serves the file so that nothing in it runs', async () => {
    const response = await fetch(await link());
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': '16',
      'content-disposition': `attachment; filename="photo.png"; filename*=UTF-8''photo.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, max-age=300',
      'accept-ranges': 'bytes',
    });
  });

  it('answers HEAD like GET, without the bytes', async () => {
    const response = await fetch(await link(), { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('16');
    expect(await response.text()).toBe('');
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/16'],
    ['bytes=10-', 206, 'abcdef', 'bytes 10-15/16'],
    ['bytes=-4', 206, 'cdef', 'bytes 12-15/16'],
    ['bytes=-400', 206, '0123456789abcdef', 'bytes 0-15/16'],
    ['bytes=14-99', 206, 'ef', 'bytes 14-15/16'],
    ['bytes=0-0', 206, '0', 'bytes 0-0/16'],
    ['bytes=16-', 416, '', 'bytes */16'],
    ['bytes=-0', 416, '', 'bytes */16'],
    ['bytes=5-2', 200, '0123456789abcdef', null],
    ['bytes=0-1,4-5', 200, '0123456789abcdef', null],
    ['lines=1-2', 200, '0123456789abcdef', null],
    ['bytes=-', 200, '0123456789abcdef', null],
  ])('answers the range %s with %i', async (range, status, body, contentRange) => {
    const response = await fetch(await link(), { headers: { range } });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(body);
    expect(response.headers.get('content-range')).toBe(contentRange);
    expect(response.headers.get('content-length')).toBe(String(body.length));
  });

  it('serves the whole file where a range depends on a validator that we never gave', async () => {
    const response = await fetch(await link(), { headers: { range: 'bytes=0-3', 'if-range': '"x"' } });
    expect(response.status).toBe(200);
  });

  it('serves an empty file', async () => {
    await storage.write(key, Buffer.alloc(0));
    const response = await fetch(await link());
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('makes the name safe, whatever it was called', async () => {
    const disposition = async (name: string, type = 'image/png', inline = false) =>
      (await fetch(await link(inline, name, type))).headers.get('content-disposition');
    expect(await disposition('../../etc/passwd')).toBe(
      `attachment; filename="_.._etc_passwd.png"; filename*=UTF-8''_.._etc_passwd.png`,
    );
    expect(await disposition('a"; filename="evil.exe\r\nSet-Cookie: x=1')).not.toMatch(
      /[\r\n]|filename="evil/,
    );
    expect(await disposition('számla\u202egnp.exe', 'application/pdf')).toBe(
      `attachment; filename="sz_mla_gnp.exe.pdf"; filename*=UTF-8''sz%C3%A1mla_gnp.exe.pdf`,
    );
    expect(await disposition('')).toContain('filename="file.png"');
    expect(await disposition('report.pdf', 'application/pdf', true)).toMatch(/^inline/);
    expect(await disposition('page.html', 'text/html', true)).toMatch(/^attachment/);
  });

  it('refuses a link that is changed, expired or for writing, and says when the file is gone', async () => {
    const url = await link();
    const status = async (changed: string) => (await fetch(changed)).status;
    expect(await status(url.replace('name=photo', 'name=other'))).toBe(410);
    expect(await status(url.replace('0190bb', '0190cc'))).toBe(410);
    expect(await status(url.replace('inline=0', 'inline=1'))).toBe(410);
    expect(await status((await target()).url)).toBe(410);
    await storage.delete(key);
    const gone = await fetch(url);
    expect([gone.status, await codeOf(gone)]).toEqual([404, 'NOT_FOUND']);
    server.time += 60_000;
    expect(await status(url)).toBe(410);
  });

  it('survives a client that leaves in the middle', async () => {
    await storage.write(key, Buffer.alloc(20 * 1024 * 1024));
    const outgoing = request(await link());
    outgoing.on('error', () => {});
    outgoing.end();
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    await once(response, 'data');
    response.destroy();
    expect(await server.handled[0]).toBe(true);
  });
});

describe('the way in', () => {
  const raw = async (path: string, method = 'GET') => {
    const outgoing = request(server.origin, { path, method });
    outgoing.end();
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  };

  it('lets no path climb out of the folder, even under a good signature for another', async () => {
    await storage.write(key, bytes);
    const query = (await link()).split('?')[1];
    for (const path of [
      '/files/../../etc/passwd',
      '/files/..%2f..%2fetc/passwd',
      '/files/%2e%2e/x',
      '/files//etc/passwd',
      '/files/.partial/x',
      '/files/0190aa/../0190aa/0190bb-photo',
      '/files/',
    ]) {
      expect([path, await raw(`${path}?${query}`)]).toEqual([path, 410]);
    }
  });

  it('leaves other paths alone and other methods unanswered', async () => {
    expect(await raw('/graphql')).toBe(418);
    expect(await raw('/files')).toBe(418);
    expect(await raw('/files/0190aa', 'DELETE')).toBe(405);
    expect(await raw('/files/0190aa', 'POST')).toBe(405);
  });

  it('lets pages of the allowed origins in, and no others', async () => {
    await storage.write(key, bytes);
    const ask = async (origin: string, method = 'GET') =>
      (await fetch(await link(), { method, headers: { origin } })).headers;
    const allowed = await ask('https://app.example.com');
    expect(allowed.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(allowed.get('access-control-expose-headers')).toContain('Content-Disposition');
    expect(allowed.get('access-control-allow-credentials')).toBeNull();
    const refused = await ask('https://app.example.com.evil.example');
    expect(refused.get('access-control-allow-origin')).toBeNull();
    for (const headers of [allowed, refused]) expect(headers.get('vary')).toBe('Origin');

    const preflight = await ask('https://app.example.com', 'OPTIONS');
    expect(preflight.get('access-control-allow-methods')).toContain('PUT');
    expect(preflight.get('access-control-allow-headers')).toBe('Content-Type, Range');
    const refusedPreflight = await ask('https://evil.example', 'OPTIONS');
    expect(refusedPreflight.get('access-control-allow-methods')).toBeNull();
  });

  it('tells a page of an allowed origin why an upload was refused', async () => {
    const { url, headers } = await target();
    const response = await put(url, { ...headers, origin: 'https://app.example.com' }, bytes.subarray(1));
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  });
});
