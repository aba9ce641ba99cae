import { clientAddress, isSecure } from '../../../gateway/http/client-address';
import { type CorsOptions, cors } from '../../../gateway/http/cors';
import { json } from '../../../gateway/http/respond';
import { securityHeaders } from '../../../gateway/http/security-headers';
import { ask, serve } from './serve';

describe('the address of the client', () => {
  const seen = async (trustedProxies: number, headers: Record<string, string> = {}) => {
    await using server = await serve((req, res) =>
      json(res, 200, [clientAddress(req, trustedProxies), isSecure(req, trustedProxies)]),
    );
    return JSON.parse((await ask(server.url, { headers })).body.toString());
  };
  const forwarded = async (trustedProxies: number, value: string) =>
    (await seen(trustedProxies, { 'X-Forwarded-For': value }))[0];

  it('is the socket, whatever the client claims, when there is no proxy', async () => {
    const claim = { 'X-Forwarded-For': '192.0.2.9', 'X-Forwarded-Proto': 'https' };
    expect(await seen(0, claim)).toEqual(['127.0.0.1', false]);
  });

  it('is counted from the right, past what the client wrote itself', async () => {
    expect(await forwarded(1, '6.6.6.6, 203.0.113.7')).toBe('203.0.113.7');
    expect(await forwarded(2, '6.6.6.6, 203.0.113.7, 10.0.0.2')).toBe('203.0.113.7');
    expect(await forwarded(3, '203.0.113.7, 10.0.0.2')).toBe('203.0.113.7');
    expect(await seen(1)).toEqual(['127.0.0.1', false]);
  });

  it('has one spelling', async () => {
    expect(await forwarded(1, '::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(await forwarded(1, '::FFFF:C000:0201')).toBe('192.0.2.1');
    expect(await forwarded(1, '192.0.2.1:5050')).toBe('192.0.2.1');
    expect(await forwarded(1, '2001:DB8:0:0:0:0:0:1')).toBe('2001:db8::1');
    expect(await forwarded(1, '[2001:db8::1]:443')).toBe('2001:db8::1');
    expect(await forwarded(1, 'fe80::1%eth0')).toBe('fe80::1');
  });

  it('is the proxy itself when it wrote no address', async () => {
    for (const value of ['unknown', '203.0.113.7, _hidden', '1.2.3.4.5', '<script>'])
      expect(await forwarded(1, value)).toBe('127.0.0.1');
  });

  it('came over TLS when the outermost trusted proxy says so', async () => {
    expect(await seen(1, { 'X-Forwarded-Proto': 'https' })).toEqual(['127.0.0.1', true]);
    expect((await seen(1, { 'X-Forwarded-Proto': 'https, http' }))[1]).toBe(false);
    expect((await seen(2, { 'X-Forwarded-Proto': 'http, https, http' }))[1]).toBe(true);
  });
});

describe('security headers', () => {
  const headersOf = async (production: boolean, proto: string) => {
    const set = securityHeaders({ production, trustedProxies: 1 });
    await using server = await serve((req, res) => {
      set(req, res);
      return json(res, 200, {});
    });
    return (await ask(server.url, { headers: { 'X-Forwarded-Proto': proto } })).headers;
  };

  it('are on every answer, and nothing names the software', async () => {
    const headers = await headersOf(false, 'https');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  it('pin https in production behind https only', async () => {
    expect(await headersOf(true, 'https')).toHaveProperty(
      'strict-transport-security',
      'max-age=31536000; includeSubDomains',
    );
    expect(await headersOf(true, 'http')).not.toHaveProperty('strict-transport-security');
    expect(await headersOf(false, 'https')).not.toHaveProperty('strict-transport-security');
  });
});

describe('CORS', () => {
  const SHOP = 'https://app.shop.example';

  const call = async (options: Partial<CorsOptions>, method: string, headers: Record<string, string>) => {
    const policy = cors({ origins: [SHOP], production: true, ...options });
    await using server = await serve(
      (req, res) => policy.handle(req, res) || json(res, 200, { reached: true }),
    );
    return await ask(server.url, { method, headers });
  };
  const preflight = (origin: string, options: Partial<CorsOptions> = {}) =>
    call(options, 'OPTIONS', { Origin: origin, 'Access-Control-Request-Method': 'POST' });

  it('answers the preflight of a listed origin without reaching the API', async () => {
    const answer = await preflight(SHOP);
    expect([answer.status, answer.body.length]).toEqual([204, 0]);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': SHOP,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': expect.stringContaining('Authorization, Content-Type'),
      'access-control-max-age': '7200',
      vary: 'Origin',
    });
  });

  it('lets a listed origin read the answer', async () => {
    const answer = await call({}, 'POST', { Origin: SHOP });
    expect(answer.body.toString()).toBe('{"reached":true}');
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': SHOP,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': expect.stringContaining('Retry-After'),
      vary: 'Origin, Accept-Encoding',
    });
  });

  it.each([
    'https://evil.example',
    'http://app.shop.example',
    'https://app.shop.example:8443',
    'https://app.shop.example.evil.example',
    'https://xapp.shop.example',
    'null',
    '*',
  ])('lets %s read nothing', async (origin) => {
    for (const answer of [await preflight(origin), await call({}, 'POST', { Origin: origin })]) {
      const told = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
      expect([told, answer.headers.vary?.startsWith('Origin')]).toEqual([[], true]);
    }
  });

  it('passes other requests on: without an origin, and OPTIONS that is no preflight', async () => {
    expect((await call({}, 'POST', {})).body.toString()).toBe('{"reached":true}');
    expect((await call({}, 'OPTIONS', { Origin: SHOP })).body.toString()).toBe('{"reached":true}');
  });

  it('takes any origin in development, by its name, and refuses to in production', async () => {
    const anyone = { origins: ['*'], production: false };
    const answer = await preflight('http://localhost:5173', anyone);
    expect(answer.headers['access-control-allow-origin']).toBe('http://localhost:5173');
    expect((await preflight('null', anyone)).headers).not.toHaveProperty('access-control-allow-origin');
    expect(() => cors({ origins: ['*'], production: true })).toThrow(/development only/);
  });

  it('reads origins as people write them, and refuses what is none', () => {
    const policy = cors({ origins: ['https://App.Shop.example:443/'], production: true });
    expect([policy.allows(SHOP), policy.allows(undefined)]).toEqual([true, false]);
    for (const wrong of [
      'app.shop.example',
      'https://a.example/path',
      'ftp://a.example',
      'https://*.example',
    ])
      expect(() => cors({ origins: [wrong], production: true })).toThrow(/CORS_ORIGINS/);
  });
});
