import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { LocalStorage } from '../../../shared/files/local-storage';
import { LocalServer } from './local-server';

let server: LocalServer;
let storage: LocalStorage;
const key = '0190aa/0190bb-photo';
const bytes = Buffer.from('the bytes of a file');
const chunks = (...parts: string[]) => Readable.from(parts.map((part) => Buffer.from(part)));

beforeEach(async () => {
  ({ server, storage } = await LocalServer.start());
});
afterEach(() => server.stop());

describe('LocalStorage', () => {
  it('writes, tells the size, reads whole or in part, replaces and deletes', async () => {
    await storage.write(key, bytes);
    expect(await storage.stat(key)).toEqual({ size: bytes.length });
    expect(await buffer((await storage.read(key))!)).toEqual(bytes);
    expect(await storage.readStart(key, 9)).toEqual(bytes.subarray(0, 9));
    expect(await storage.readStart(key, 9000)).toEqual(bytes);
    expect(await buffer((await storage.readRange(key, { start: 4, end: 8 }))!)).toEqual(bytes.subarray(4, 9));
    await storage.write(key, Buffer.from('newer'));
    expect(await buffer((await storage.read(key))!)).toEqual(Buffer.from('newer'));
    await storage.delete(key);
    await storage.delete(key);
    expect(await server.files()).toEqual([]);
  });

  it('lists what is under a key, and nothing beside it', async () => {
    for (const name of ['b', 'a']) await storage.write(`org/sheet/${name}`, bytes);
    for (const other of ['org/sheets', 'org/sheet-2/a', 'org/sheet/deeper/a'])
      await storage.write(other, bytes);
    const listed = await storage.list('org/sheet');
    expect(listed.map((file) => file.key).sort()).toEqual(['org/sheet/a', 'org/sheet/b']);
    for (const { writtenAt } of listed) expect(Date.now() - writtenAt.getTime()).toBeLessThan(3600_000);
    expect(await storage.list('org/nothing')).toEqual([]);
    await expect(storage.list('org/..')).rejects.toThrow('Not a storage key');
  });

  it('finds nothing where there is nothing', async () => {
    expect(await storage.stat(key)).toBeNull();
    expect(await storage.stat('0190aa')).toBeNull();
    expect(await storage.read(key)).toBeNull();
    expect(await storage.readStart(key, 10)).toBeNull();
  });

  it.each([
    '',
    '.',
    '..',
    '../x',
    'a/../../x',
    '/etc/passwd',
    'a/',
    'a//b',
    '.partial',
    'a\0b',
    'a\\b',
    'A',
    'a.b',
  ])('refuses the key %j for everything', async (bad) => {
    const grant = { contentType: 'image/png', size: 1, fileName: 'x', inline: false, expiresAt: new Date() };
    for (const attempt of [
      () => storage.write(bad, bytes),
      () => storage.read(bad),
      () => storage.readStart(bad, 1),
      () => storage.stat(bad),
      () => storage.delete(bad),
      () => storage.receive(bad, chunks('x'), 1),
      () => storage.uploadTarget(bad, grant),
      () => storage.downloadUrl(bad, grant),
    ]) {
      await expect(attempt()).rejects.toThrow('Not a storage key');
    }
    expect(await server.files()).toEqual([]);
  });

  it('receives exactly the size, and leaves nothing of what is longer, shorter or broken off', async () => {
    expect(await storage.receive(key, chunks('12345', '678901'), 10)).toBe('too long');
    expect(await storage.receive(key, chunks('12345', '6789'), 10)).toBe('too short');
    const broken = async function* () {
      yield Buffer.from('12345');
      throw new Error('line cut');
    };
    await expect(storage.receive(key, broken(), 10)).rejects.toThrow('line cut');
    expect(await server.files()).toEqual([]);
    expect(await storage.receive(key, chunks('12345', '67890'), 10)).toBe('stored');
    expect(await storage.readStart(key, 99)).toEqual(Buffer.from('1234567890'));
    expect(await server.files()).toHaveLength(1);
  });

  it('receives a key once, however many try at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) => storage.receive(key, chunks(`upload ${n}`), 8)),
    );
    expect(results.filter((result) => result === 'stored')).toHaveLength(1);
    expect(results.filter((result) => result === 'exists already')).toHaveLength(9);
    const winner = results.indexOf('stored');
    expect(await storage.readStart(key, 99)).toEqual(Buffer.from(`upload ${winner}`));
    expect(await server.files()).toHaveLength(1);
  });

  it('clears away at its start what a crash left long ago, and not what is under way', async () => {
    const old = join(server.folder, '.partial', 'old');
    await writeFile(old, 'x');
    await utimes(old, new Date(0), new Date(0));
    await writeFile(join(server.folder, '.partial', 'under-way'), 'x');
    await storage.write(key, bytes);
    await LocalStorage.open({ folder: server.folder, links: server.links });
    expect((await server.files()).sort()).toEqual(['0190bb-photo', 'under-way']);
  });
});
