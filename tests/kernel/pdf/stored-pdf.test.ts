import { randomUUID } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { S3Storage } from '../../../shared/files/s3-storage';
import type { FileStorage } from '../../../shared/files/storage';
import type { PdfContent } from '../../../shared/pdf/blocks';
import { forgetPdfs, type PdfPlace, pdfUrl, type StoredPdf } from '../../../shared/pdf/stored-pdf';
import type { Kernel } from '../../../shared/subgraph/kernel';
import { readPdf, wordsOf } from '../../harness/pdf';
import { LocalServer } from '../files/local-server';
import { S3Server } from '../files/s3-server';
import { content, said } from './content';

const account = { region: 'eu-central-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a secret of S3' };
let local: LocalServer;
let s3: S3Server;
let storages: Record<string, FileStorage>;
let time: number;
const clock = { now: () => new Date(time) };
beforeEach(async () => {
  time = Date.now();
  const started = await LocalServer.start();
  local = started.server;
  local.time = time;
  s3 = await S3Server.start({ ...account, now: clock.now });
  const options = { endpoint: s3.endpoint, bucket: 'bucket', ...account, clock };
  storages = { local: started.storage, S3: new S3Storage(options) };
});
afterEach(async () => {
  await local.stop();
  await s3.stop();
});

const place = (): PdfPlace => ({ organisationId: randomUUID(), kind: 'sheet', recordId: randomUUID() });
const linkTo = (storage: FileStorage, at: PdfPlace, what: PdfContent, more: Partial<StoredPdf> = {}) =>
  pdfUrl({ storage, clock } as Kernel, { ...at, fileName: 'SH-1.pdf', content: what, ...more });
const keysOf = async (storage: FileStorage, { organisationId, kind, recordId }: PdfPlace) =>
  (await storage.list(`${organisationId}/${kind}/${recordId}`)).map(({ key }) => key);
const writes = () => s3.requests.filter((request) => request.startsWith('PUT'));

describe.each(['local', 'S3'])('%s', (name) => {
  it('gives a link that serves the document, under its name, until it expires', async () => {
    const url = await linkTo(storages[name]!, place(), content([said('Hello')]));
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename="SH-1.pdf"; filename*=UTF-8''SH-1.pdf`,
    );
    expect(wordsOf(await readPdf(Buffer.from(await response.arrayBuffer())))).toContain('Hello');
    time += 15 * 60_000 + 2_000;
    local.time = time;
    expect((await fetch(url)).status).toBe(name === 'local' ? 410 : 403);
  });

  it('keeps the same content once, another content beside it', async () => {
    const [storage, at] = [storages[name]!, place()];
    await linkTo(storage, at, content([said('one')]));
    await linkTo(storage, at, content([said('one')]));
    const [first, ...others] = await keysOf(storage, at);
    expect(others).toEqual([]);
    await linkTo(storage, at, content([said('two')]));
    expect(await keysOf(storage, at)).toHaveLength(2);
    expect(await keysOf(storage, at)).toContain(first);
    await linkTo(storage, place(), content([said('one')]));
    expect(await keysOf(storage, at)).toHaveLength(2);
  });

  it('leaves what is frozen as it was first rendered', async () => {
    const [storage, at] = [storages[name]!, place()];
    await linkTo(storage, at, content([said('as issued')]), { frozen: 'snapshot 1' });
    const [key] = await keysOf(storage, at);
    const bytes = await buffer((await storage.read(key!))!);
    await linkTo(storage, at, content([said('with a better layout')]), { frozen: 'snapshot 1' });
    expect(await keysOf(storage, at)).toEqual([key]);
    expect(await buffer((await storage.read(key!))!)).toEqual(bytes);
  });

  it('forgets all of one record, and nothing of another', async () => {
    const [storage, at, other] = [storages[name]!, place(), place()];
    for (const text of ['one', 'two', 'three']) await linkTo(storage, at, content([said(text)]));
    await linkTo(storage, other, content([said('one')]));
    await forgetPdfs(storage, at);
    await forgetPdfs(storage, at);
    expect(await keysOf(storage, at)).toEqual([]);
    expect(await keysOf(storage, other)).toHaveLength(1);
  });
});

it('of fifty who ask at once, one makes it', async () => {
  const [storage, at, what] = [storages.S3!, place(), content([said('Hello')])];
  const urls = await Promise.all(Array.from({ length: 50 }, () => linkTo(storage, at, what)));
  expect(writes()).toHaveLength(1);
  expect(new Set(urls).size).toBe(1);
  expect((await fetch(urls[0]!)).status).toBe(200);
});

it('who asks after a failure gets it made', async () => {
  const [storage, at, what] = [storages.local!, place(), content([said('Hello')])];
  const images = async () => {
    throw new Error('The picture cannot be read.');
  };
  await expect(linkTo(storage, at, what, { images })).rejects.toThrow('The picture');
  expect((await fetch(await linkTo(storage, at, what))).status).toBe(200);
});

it('pictures are fetched when it is rendered, and not for what is there already', async () => {
  const [storage, at, what] = [storages.local!, place(), content([said('Hello')])];
  let fetched = 0;
  const images = async () => {
    fetched += 1;
    return new Map<string, Buffer>();
  };
  for (let times = 0; times < 3; times += 1) await linkTo(storage, at, what, { images });
  expect(fetched).toBe(1);
});

it('a new version takes away those that no link reaches any more', async () => {
  const [storage, at] = [storages.local!, place()];
  await linkTo(storage, at, content([said('old')]));
  await linkTo(storage, at, content([said('older')]));
  const [old] = await keysOf(storage, at);
  const twoHoursAgo = new Date(time - 2 * 3600_000);
  await utimes(join(local.folder, old!), twoHoursAgo, twoHoursAgo);
  await linkTo(storage, at, content([said('new')]));
  const left = await keysOf(storage, at);
  expect(left).toHaveLength(2);
  expect(left).not.toContain(old);
});
