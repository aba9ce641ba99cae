import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { S3Storage } from '../../../shared/files/s3-storage';
import { S3Server } from './s3-server';

let time = Date.parse('2026-11-20T10:00:00Z');
const now = () => new Date(time);
const inAMinute = () => new Date(time + 60_000);
const account = {
  region: 'eu-central-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUt/EXAMPLE+KEY',
};
const key = '0190aa/0190bb-photo';
const path = `/bucket/${key}`;
const bytes = Buffer.from('the bytes of a file');

let server: S3Server;
let storage: S3Storage;

const open = (changes: Partial<ConstructorParameters<typeof S3Storage>[0]> = {}) =>
  new S3Storage({ endpoint: server.endpoint, bucket: 'bucket', ...account, clock: { now }, ...changes });

beforeAll(async () => {
  server = await S3Server.start({ ...account, now });
  storage = open();
});
beforeEach(() => {
  server.objects.clear();
  server.requests.length = 0;
});
afterAll(() => server.stop());

it('is tried against a server that agrees with the example in the documentation of S3', async () => {
  const example = await S3Server.start({
    region: 'us-east-1',
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    now: () => new Date('2013-05-24T00:00:00Z'),
  });
  const ask = (signature: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const query =
        'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3' +
        '%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host' +
        `&X-Amz-Signature=${signature}`;
      const headers = { host: 'examplebucket.s3.amazonaws.com' };
      get(`${example.endpoint}/test.txt?${query}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
  const published = 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404';
  try {
    expect(await ask(published)).toBe(404);
    expect(await ask(published.replace('a', 'b'))).toBe(403);
  } finally {
    await example.stop();
  }
});

describe('our own calls', () => {
  it('write, tell the size, read whole or from the start, and delete', async () => {
    await storage.write(key, bytes, 'text/plain');
    expect(server.objects.get(path)).toEqual({ data: bytes, contentType: 'text/plain' });
    expect(await storage.stat(key)).toEqual({ size: bytes.length });
    expect(await buffer((await storage.read(key))!)).toEqual(bytes);
    expect(await storage.readStart(key, 9)).toEqual(bytes.subarray(0, 9));
    expect(await storage.readStart(key, 9000)).toEqual(bytes);
    await storage.delete(key);
    expect(server.objects.size).toBe(0);
  });

  it('list what is under a key, over several pages, and nothing beside it', async () => {
    for (const name of ['c', 'a', 'b']) await storage.write(`org/sheet/${name}`, bytes, 'text/plain');
    await storage.write('org/sheets', bytes, 'text/plain');
    await storage.write('org/sheet-2/a', bytes, 'text/plain');
    expect(await storage.list('org/sheet')).toEqual(
      ['a', 'b', 'c'].map((name) => ({ key: `org/sheet/${name}`, writtenAt: now() })),
    );
    expect(await storage.list('org/nothing')).toEqual([]);
    await expect(storage.list('org/..')).rejects.toThrow('Not a storage key');
  });

  it('find nothing where there is nothing', async () => {
    expect(await storage.stat(key)).toBeNull();
    expect(await storage.read(key)).toBeNull();
    expect(await storage.readStart(key, 10)).toBeNull();
    await storage.delete(key);
  });

  it('read the start of an empty file as empty', async () => {
    server.objects.set(path, { data: Buffer.alloc(0), contentType: 'text/plain' });
    expect(await storage.readStart(key, 10)).toEqual(Buffer.alloc(0));
  });

  it('replace a file that is there', async () => {
    await storage.write(key, bytes, 'text/plain');
    await storage.write(key, Buffer.from('newer'), 'image/webp');
    expect(server.objects.get(path)).toEqual({ data: Buffer.from('newer'), contentType: 'image/webp' });
  });

  it('carry two megabytes unchanged', async () => {
    const large = Buffer.alloc(2 * 1024 * 1024, 'pattern');
    await storage.write(key, large, 'application/pdf');
    expect((await buffer((await storage.read(key))!)).equals(large)).toBe(true);
  });

  it('are refused with a wrong secret, key, region or clock, and say so', async () => {
    for (const [changes, code] of [
      [{ secretAccessKey: 'another' }, '403 (SignatureDoesNotMatch)'],
      [{ accessKeyId: 'AKIDOTHER' }, '403 (InvalidAccessKeyId)'],
      [{ region: 'us-east-1' }, '403 (InvalidAccessKeyId)'],
      [{ clock: { now: () => new Date(time - 3_600_000) } }, '403 (RequestTimeTooSkewed)'],
    ] as const) {
      await expect(open(changes).write(key, bytes, 'text/plain')).rejects.toThrow(code);
    }
    expect(server.objects.size).toBe(0);
  });

  it('try again when the server is busy, and give up after three times', async () => {
    server.mishaps.push('unavailable');
    await storage.write(key, bytes, 'text/plain');
    expect(server.objects.get(path)?.data).toEqual(bytes);
    server.mishaps.push('unavailable', 'unavailable', 'unavailable');
    await expect(storage.stat(key)).rejects.toThrow('503');
  });

  it('end when the server does not answer in time', async () => {
    server.mishaps.push('hang');
    await expect(open({ timeoutMs: 50 }).read(key)).rejects.toThrow(/timeout/i);
  });

  it('refuse a key that is not ours, before any request', async () => {
    for (const bad of ['', '../other', 'a/../b', '/a', 'a//b', 'A', 'a.b', 'a%2fb', 'a?x=1', 'a/b/c/d/e']) {
      await expect(storage.write(bad, bytes, 'text/plain')).rejects.toThrow('storage key');
      await expect(storage.read(bad)).rejects.toThrow('storage key');
      await expect(
        storage.uploadTarget(bad, { contentType: 'image/png', size: 1, expiresAt: inAMinute() }),
      ).rejects.toThrow('storage key');
    }
    expect(server.requests).toEqual([]);
  });
});

describe('an upload target', () => {
  const target = () =>
    storage.uploadTarget(key, { contentType: 'image/png', size: bytes.length, expiresAt: inAMinute() });
  const put = async (url: string, headers: Record<string, string>, body: Buffer<ArrayBuffer>) => {
    const response = await fetch(url, { method: 'PUT', headers, body });
    return [response.status, /<Code>(.*)<\/Code>/.exec(await response.text())?.[1]];
  };

  it('takes exactly the file that was announced', async () => {
    const { url, method, headers } = await target();
    expect(method).toBe('PUT');
    expect(await put(url, headers, bytes)).toEqual([200, undefined]);
    expect(server.objects.get(path)).toEqual({ data: bytes, contentType: 'image/png' });
    expect(url).not.toContain(account.secretAccessKey);
  });

  it('takes it once: other bytes do not get in after the first were checked', async () => {
    const { url, headers } = await target();
    await put(url, headers, bytes);
    const other = Buffer.from(bytes).reverse();
    expect(await put(url, headers, other)).toEqual([412, 'PreconditionFailed']);
    expect(await put(url, { 'content-type': 'image/png' }, other)).toEqual([403, 'SignatureDoesNotMatch']);
    expect(server.objects.get(path)?.data).toEqual(bytes);
  });

  it.each([
    ['a byte more', { body: Buffer.concat([bytes, Buffer.from('!')]) }, 'SignatureDoesNotMatch'],
    ['a byte less', { body: bytes.subarray(1) }, 'SignatureDoesNotMatch'],
    ['another type', { headers: { 'content-type': 'text/html' } }, 'SignatureDoesNotMatch'],
    ['another key', { change: ['photo', 'other'] }, 'SignatureDoesNotMatch'],
    ['a longer life', { change: ['X-Amz-Expires=60', 'X-Amz-Expires=600'] }, 'SignatureDoesNotMatch'],
    ['fewer signed headers', { change: ['content-length%3B', ''] }, 'SignatureDoesNotMatch'],
    ['no signature', { change: ['X-Amz-Signature', 'X-Amz-Nothing'] }, 'AccessDenied'],
  ] as const)('refuses %s', async (_, difference, code) => {
    const { url, headers } = await target();
    const {
      body = bytes,
      headers: other = {},
      change = ['', ''],
    } = difference as {
      body?: Buffer<ArrayBuffer>;
      headers?: Record<string, string>;
      change?: [string, string];
    };
    expect(await put(url.replace(...change), { ...headers, ...other }, body)).toEqual([403, code]);
    expect(server.objects.size).toBe(0);
  });

  it('expires', async () => {
    const { url, headers } = await target();
    time += 60_001;
    expect(await put(url, headers, bytes)).toEqual([403, 'AccessDenied']);
    expect(server.objects.size).toBe(0);
  });

  it('can be made for a server without conditional writes', async () => {
    const plain = open({ conditionalWrites: false });
    const { url, headers } = await plain.uploadTarget(key, {
      contentType: 'image/png',
      size: bytes.length,
      expiresAt: inAMinute(),
    });
    expect(headers).toEqual({ 'content-type': 'image/png' });
    expect(await put(url, headers, bytes)).toEqual([200, undefined]);
  });

  it('is not made for the past or for more than a week', async () => {
    const grant = { contentType: 'image/png', size: 1 };
    for (const expiresAt of [now(), new Date(time + 8 * 24 * 3600_000)]) {
      await expect(storage.uploadTarget(key, { ...grant, expiresAt })).rejects.toThrow('one second to seven');
    }
  });
});

describe('a download link', () => {
  const link = (inline: boolean, fileName = "Zoltán's (1) * 100% + több.png") =>
    storage.downloadUrl(key, { expiresAt: inAMinute(), fileName, contentType: 'image/png', inline });

  beforeEach(() => server.objects.set(path, { data: bytes, contentType: 'application/octet-stream' }));

  it('serves the file under the type and the name that we say', async () => {
    const response = await fetch(await link(false));
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toMatch(/^private/);
    const disposition = response.headers.get('content-disposition')!;
    expect(disposition).toMatch(
      /^attachment; filename="Zolt_n's \(1\) _ 100_ \+ t_bb\.png"; filename\*=UTF-8''/,
    );
    const encoded = disposition.split("UTF-8''")[1]!;
    expect(decodeURIComponent(encoded)).toBe("Zoltán's (1) _ 100% + több.png");
  });

  it('shows inline only when asked', async () => {
    const disposition = async (inline: boolean) =>
      (await fetch(await link(inline))).headers.get('content-disposition')!.split(';')[0];
    expect(await disposition(true)).toBe('inline');
    expect(await disposition(false)).toBe('attachment');
  });

  it('is for reading this file only, in this form, until it expires', async () => {
    const url = await link(false);
    const status = async (changed: string, method = 'GET') => (await fetch(changed, { method })).status;
    expect(await status(url)).toBe(200);
    expect(await status(url, 'DELETE')).toBe(403);
    expect(await status(url, 'PUT')).toBe(403);
    expect(await status(url.replace('photo', 'other'))).toBe(403);
    expect(await status(url.replace('attachment', 'inline'))).toBe(403);
    expect(await status(url.replace('image%2Fpng', 'text%2Fhtml'))).toBe(403);
    time += 60_001;
    expect(await status(url)).toBe(403);
    expect(server.objects.has(path)).toBe(true);
  });
});

it('works with temporary credentials, whose session token is signed too', async () => {
  const temporary = open({ sessionToken: 'session+token/==' });
  await temporary.write(key, bytes, 'text/plain');
  const grant = { expiresAt: inAMinute(), fileName: 'a.txt', contentType: 'text/plain', inline: false };
  const url = await temporary.downloadUrl(key, grant);
  expect(new URL(url).searchParams.get('X-Amz-Security-Token')).toBe('session+token/==');
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
});

it('writes a file of this machine, whole and under its own hash', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'liftbay-s3-'));
  try {
    const large = Buffer.alloc(3_000_000, 'rows of a file ');
    await writeFile(join(folder, 'file'), large);
    await storage.writeFile(key, join(folder, 'file'), 'text/csv');
    expect(await buffer((await storage.read(key))!)).toEqual(large);
    expect(await storage.stat(key)).toEqual({ size: large.length });
  } finally {
    await rm(folder, { recursive: true });
  }
});
