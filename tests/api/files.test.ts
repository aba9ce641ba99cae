import sharp from 'sharp';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { auditOf, eventsOf, eventually, problemsOf, written } from './customers.fixtures';
import { begin, COMPLETE, CREATE, complete, picture, put, read, upload } from './files.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const minutesFromNow = (instant: number): number => Math.round((instant - Date.now()) / 60_000);

describe('an upload', () => {
  it('is announced, sent to a signed address, checked, and fetched again with a thumbnail', async () => {
    const { client } = shop.admin;
    const bytes = await picture();
    const begun = await begin(client, 'IMAGE/PNG', bytes.length, { fileName: ' Dent left.png ' });
    expect(begun).toMatchObject({
      file: { state: 'PENDING', url: null },
      url: expect.stringContaining(begun.file.id),
      expiresAt: expect.any(String),
      method: 'PUT',
      headers: expect.arrayContaining([{ name: 'content-type', value: 'image/png' }]),
    });
    expect(minutesFromNow(Date.parse(begun.expiresAt))).toBe(60);
    expect((await put(begun, bytes)).status).toBe(200);
    const { completeUpload: file } = (await complete(client, begun.file.id)).data;
    expect(file).toMatchObject({
      id: begun.file.id,
      name: 'Dent left.png',
      contentType: 'image/png',
      size: bytes.length,
      state: 'READY',
      problem: null,
      url: expect.stringContaining(begun.file.id),
      thumbnailUrl: expect.stringContaining(begun.file.id),
      version: 2,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    const fetched = await fetch(file.url!);
    expect(fetched.headers.get('content-type')).toBe('image/png');
    expect(fetched.headers.get('content-disposition')).toContain('Dent left.png');
    expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true);
    const small = await fetch(file.thumbnailUrl!);
    expect(small.headers.get('content-type')).toBe('image/webp');
    const facts = await sharp(Buffer.from(await small.arrayBuffer())).metadata();
    expect(facts).toMatchObject({ format: 'webp', width: 320, height: 240 });
    expect(await read(client, file.id)).toMatchObject({ id: file.id, state: 'READY' });
    expect(await eventsOf(graph, file.id)).toEqual(['FileReady']);
    expect((await auditOf(graph, file.id)).map((entry) => entry.action)).toEqual(['create', 'update']);
  });

  it('is given addresses that end after fifteen minutes and cannot be changed', async () => {
    const file = await upload(shop.admin.client, 'image/png', await picture());
    for (const address of [file.url!, file.thumbnailUrl!]) {
      const expires = Number(new URL(address).searchParams.get('expires')) * 1000;
      expect(minutesFromNow(expires)).toBe(15);
      const later = new URL(address);
      later.searchParams.set('expires', '9999999999');
      expect((await fetch(later)).ok).toBe(false);
    }
    const other = await upload(shop.admin.client, 'image/png', await picture(10, 10));
    expect((await fetch(file.url!.replace(file.id, other.id))).ok).toBe(false);
  });

  it('is completed once, however often and however many at once say so', async () => {
    const bytes = await picture();
    const begun = await begin(shop.admin.client, 'image/png', bytes.length);
    await put(begun, bytes);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => complete(shop.admin.client, begun.file.id)),
    );
    expect(answers.map((answer) => answer.data.completeUpload.version)).toEqual(Array(10).fill(2));
    expect((await complete(shop.admin.client, begun.file.id)).data.completeUpload.state).toBe('READY');
    expect(await eventsOf(graph, begun.file.id)).toEqual(['FileReady']);
  });

  it('is one file for a repeated idempotency key', async () => {
    const more = { idempotencyKey: 'upload-once' };
    const one = await begin(shop.admin.client, 'text/csv', 4, more);
    const two = await begin(shop.admin.client, 'text/csv', 4, more);
    expect(two.file.id).toBe(one.file.id);
    expect((await put(two, Buffer.from('a;b\n'))).status).toBe(200);
    expect((await complete(shop.admin.client, one.file.id)).data.completeUpload.state).toBe('READY');
  });

  it.each([
    ['a PDF', 'application/pdf', Buffer.from('%PDF-1.7\n%%EOF\n')],
    ['a table', 'text/csv', Buffer.from('plate;km\nAB123CD;10\n')],
    ['a telephone photo, which is not decoded here', 'image/heic', heic()],
  ])('may be %s, without a thumbnail', async (_, contentType, bytes) => {
    const file = await upload(shop.admin.client, contentType, bytes);
    expect(file).toMatchObject({ contentType, state: 'READY', thumbnailUrl: null });
    expect(Buffer.from(await (await fetch(file.url!)).arrayBuffer()).equals(bytes)).toBe(true);
  });
});

describe('an upload is refused before it begins', () => {
  const MEGABYTES = 1024 * 1024;
  it.each([
    ['an image of 60 MB', { contentType: 'image/jpeg', size: 60 * MEGABYTES }, 'size: FILE_TOO_LARGE'],
    ['an image of 10 MB and a byte', { size: 10 * MEGABYTES + 1 }, 'size: FILE_TOO_LARGE'],
    ['a document of 26 MB', { contentType: 'application/pdf', size: 26 * MEGABYTES }, 'size: FILE_TOO_LARGE'],
    ['nothing', { size: 0 }, 'size: INVALID_SIZE'],
    ['a page that runs scripts', { contentType: 'text/html' }, 'contentType: TYPE_NOT_ALLOWED'],
    ['a drawing that runs scripts', { contentType: 'image/svg+xml' }, 'contentType: TYPE_NOT_ALLOWED'],
    ['a name with a path', { fileName: '../../etc/passwd' }, 'fileName: INVALID_FILE_NAME'],
    ['no name', { fileName: '  ' }, 'fileName: INVALID_FILE_NAME'],
  ])('when it is %s', async (_, input, problem) => {
    const before = await written(graph, shop);
    const answer = await shop.admin.client.send(CREATE, {
      input: { fileName: 'a.png', contentType: 'image/png', size: 100, ...input },
    });
    expect(answer.code).toBe('BAD_INPUT');
    expect(problemsOf(answer)).toEqual([problem]);
    expect(await written(graph, shop)).toEqual(before);
  });
});

describe('what is not what was announced', () => {
  const cases: [string, string, () => Promise<Buffer>, string][] = [
    [
      'a page under an image’s name',
      'image/png',
      async () => Buffer.from('<html></html>'),
      'CONTENT_MISMATCH',
    ],
    ['a JPEG as a PNG', 'image/png', jpeg, 'CONTENT_MISMATCH'],
    ['an image as text', 'text/plain', picture, 'CONTENT_MISMATCH'],
    ['half an image', 'image/jpeg', async () => (await jpeg()).subarray(0, 2000), 'IMAGE_NOT_READABLE'],
  ];
  it.each(cases)('is rejected and deleted: %s', async (_, contentType, made, problem) => {
    const { client } = shop.admin;
    const bytes = await made();
    const begun = await begin(client, contentType, bytes.length);
    expect((await put(begun, bytes)).status).toBe(200);
    expect((await put(begun, bytes)).ok).toBe(false);
    const answer = await complete(client, begun.file.id);
    expect(answer.code).toBe('BAD_INPUT');
    expect(problemsOf(answer)).toEqual([`fileId: ${problem}`]);
    expect(await read(client, begun.file.id)).toMatchObject({ state: 'REJECTED', problem, url: null });
    expect(problemsOf(await complete(client, begun.file.id))).toEqual([`fileId: ${problem}`]);
    expect(await eventsOf(graph, begun.file.id)).toEqual(['FileRejected']);
    // A key is written once, so that it can be written again shows that nothing is there any more.
    expect((await put(begun, bytes)).status).toBe(200);
  });

  it('is rejected when its size is another', async () => {
    const begun = await begin(shop.admin.client, 'text/plain', 5);
    await put(begun, Buffer.from('12345'));
    await graph.sql('update customer.file set size = 6 where id = $1', [begun.file.id]);
    expect(problemsOf(await complete(shop.admin.client, begun.file.id))).toEqual(['fileId: SIZE_MISMATCH']);
  });

  it('waits while nothing has been sent', async () => {
    const begun = await begin(shop.admin.client, 'text/plain', 5);
    expect(problemsOf(await complete(shop.admin.client, begun.file.id))).toEqual(['fileId: NOT_UPLOADED']);
    expect((await put(begun, Buffer.from('123456'))).ok).toBe(false);
    await put(begun, Buffer.from('12345'));
    expect((await complete(shop.admin.client, begun.file.id)).data.completeUpload.state).toBe('READY');
  });
});

describe('the job that forgets uploads', () => {
  const bringForward = (id: string) =>
    graph.sql(
      `select graphile_worker.reschedule_jobs(array_agg(j.id), now()) from graphile_worker._private_jobs j
       where j.payload->>'fileId' = $1`,
      [id],
    );

  it('is due a day after the upload was announced', async () => {
    const begun = await begin(shop.admin.client, 'text/plain', 5);
    const [job] = await graph.sql<{ hours: number }>(
      `select round(extract(epoch from run_at - now()) / 3600)::int as hours
       from graphile_worker._private_jobs where payload->>'fileId' = $1`,
      [begun.file.id],
    );
    expect(job).toEqual({ hours: 24 });
  });

  it('removes what was never completed, with its bytes, and keeps what was', async () => {
    const { client } = shop.admin;
    const bytes = Buffer.from('12345');
    const kept = await upload(client, 'text/plain', bytes);
    const begun = await begin(client, 'text/plain', bytes.length);
    await put(begun, bytes);
    await bringForward(kept.id);
    await bringForward(begun.file.id);
    await eventually(async () => {
      const jobs = await graph.sql(
        `select id from graphile_worker._private_jobs where payload->>'fileId' = any($1)`,
        [[kept.id, begun.file.id]],
      );
      expect(jobs).toEqual([]);
    });
    expect(await read(client, begun.file.id)).toBeNull();
    expect((await client.send(COMPLETE, { id: begun.file.id })).code).toBe('NOT_FOUND');
    expect((await put(begun, bytes)).status).toBe(200);
    expect((await fetch((await read(client, kept.id))!.url!)).status).toBe(200);
  });
});

function jpeg(): Promise<Buffer> {
  return sharp({
    create: {
      width: 900,
      height: 700,
      channels: 3,
      background: '#c81e1e',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .jpeg()
    .toBuffer();
}

/** The first box of what a telephone writes. */
function heic(): Buffer {
  return Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(64)]);
}
