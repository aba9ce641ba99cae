import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostOf, type PostOptions, post } from '../../../shared/outgoing/post';
import { isPublicAddress } from '../../../shared/outgoing/public-address';
import { serve } from '../gateway/serve';

const BOUNDS = { timeoutMs: 5_000, answerBytes: 1024, toLoopback: true };
const send = (url: string, options: Partial<PostOptions> = {}) =>
  post(new URL(url), '{"a":"è"}', { 'content-type': 'application/json' }, { ...BOUNDS, ...options });

const received = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
};

describe('an address is one of the internet’s', () => {
  test.each(['93.184.216.34', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
    '%s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

/** As URLs may spell them; each stands for an address that is inside. */
const INSIDE = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://１２７.0.0.1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://167772161/',
  'http://100.64.1.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://0xa9fea9fe/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://0300.0250.1.1/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::10.0.0.1]/',
  'http://[64:ff9b:1::1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:7f00:1::]/',
  'http://[2001:db8::1]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fd12:3456::1]/',
  'http://[ff02::1]/',
];

describe('nothing is sent inside', () => {
  test.each(INSIDE)('by %s', async (url) => {
    const resolve = () => Promise.reject(new Error('An address is not looked up.'));
    const posted = await send(url, { toLoopback: false, resolve });
    expect(posted).toMatchObject({ status: null, failure: 'NOT_PUBLIC', answer: '' });
  });

  test.each(INSIDE)('by a name that stands for %s', async (url) => {
    const address = hostOf(new URL(url));
    const posted = await send('http://hooks.example.com/', {
      toLoopback: false,
      resolve: async () => [address],
    });
    expect(posted.failure).toBe('NOT_PUBLIC');
  });

  test('by a name that stands for an address outside and for one inside', async () => {
    const resolve = async () => ['93.184.216.34', '127.0.0.1'];
    expect((await send('http://hooks.example.com/', { toLoopback: false, resolve })).failure).toBe(
      'NOT_PUBLIC',
    );
  });
});

test('the connection goes to the address that was checked: there is no second look-up', async () => {
  const hosts: (string | undefined)[] = [];
  await using server = await serve(async (request, response) => {
    hosts.push(request.headers.host);
    response.end(await received(request));
  });
  let lookUps = 0;
  // Not there for the system’s own resolver: whoever looked again would not find it.
  const resolve = async () => [lookUps++ === 0 ? '127.0.0.1' : '10.0.0.1'];
  const url = `http://rebinding.invalid:${server.port}/hook`;
  expect(await send(url, { resolve })).toMatchObject({ status: 200, failure: null, answer: '{"a":"è"}' });
  expect([lookUps, hosts]).toEqual([1, [`rebinding.invalid:${server.port}`]]);
  expect((await send(url, { resolve })).failure).toBe('NOT_PUBLIC');
  expect(hosts).toHaveLength(1);
});

describe('an answer', () => {
  const answering = (answer: (response: ServerResponse) => void) =>
    serve(async (request, response) => {
      await received(request);
      answer(response);
    });

  it('that leads elsewhere is an answer, and nobody goes there', async () => {
    const paths: (string | undefined)[] = [];
    await using server = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await send(`${server.url}/hook`)).toMatchObject({ status: 307, failure: null });
    expect(paths).toEqual(['/hook']);
  });

  it('without an end is read to its first kilobyte', async () => {
    let isGone: Promise<void> = Promise.resolve();
    await using server = await answering((response) => {
      isGone = new Promise((resolve) => response.once('close', resolve));
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });
    const posted = await send(server.url);
    expect([posted.status, posted.answer]).toEqual([200, 'x'.repeat(1024)]);
    await isGone;
  });

  it.each(['head', 'body'])('whose %s does not come is not waited for', async (part) => {
    await using server = await answering((response) => {
      if (part === 'body') response.writeHead(200).write('begun');
    });
    const posted = await send(server.url, { timeoutMs: 200 });
    expect(posted).toMatchObject({ status: null, failure: 'TIMEOUT' });
    expect(posted.milliseconds).toBeLessThan(5_000);
  });
});

test('who is not there, or takes too long to be found, is told apart', async () => {
  const nobody = await send('http://hooks.example.com/', {
    resolve: () => Promise.reject(new Error('NXDOMAIN')),
  });
  expect(nobody.failure).toBe('UNRESOLVED');
  const never = { resolve: () => new Promise<string[]>(() => {}), timeoutMs: 50 };
  expect((await send('http://hooks.example.com/', never)).failure).toBe('TIMEOUT');
  expect((await send('http://127.0.0.1:1/')).failure).toBe('CONNECTION');
  await using server = await serve((_request, response) => response.end());
  expect((await send(`https://127.0.0.1:${server.port}/`)).failure).toBe('CONNECTION');
});
