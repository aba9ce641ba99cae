import { randomUUID } from 'node:crypto';
import { copyFile, type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { LocalLinks } from './local-links';
import {
  assertStorageKey,
  type DownloadGrant,
  type FileStorage,
  type ListedFile,
  type UploadGrant,
  type UploadTarget,
} from './storage';

/** Not a storage key, so no file can be there. On the same file system as the files, for renaming. */
const PARTIAL = '.partial';
const ABANDONED_AFTER_MS = 24 * 3600 * 1000;

export type Received = 'stored' | 'too long' | 'too short' | 'exists already';

/** Files in a folder, for one machine. `localEndpoint` serves the links. */
export class LocalStorage implements FileStorage {
  private constructor(
    private readonly folder: string,
    private readonly links: LocalLinks,
  ) {}

  /** Makes the folder, and clears away what a crash left of uploads long ago. */
  static async open({ folder, links }: { folder: string; links: LocalLinks }): Promise<LocalStorage> {
    const partial = join(folder, PARTIAL);
    await mkdir(partial, { recursive: true, mode: 0o700 });
    for (const name of await readdir(partial)) {
      const path = join(partial, name);
      const facts = await unlessMissing(stat(path));
      if (facts && Date.now() - facts.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
    }
    return new LocalStorage(folder, links);
  }

  async uploadTarget(key: string, grant: UploadGrant): Promise<UploadTarget> {
    const headers = { 'content-type': grant.contentType };
    return { url: this.links.upload(key, grant), method: 'PUT', headers };
  }

  async downloadUrl(key: string, grant: DownloadGrant): Promise<string> {
    return this.links.download(key, grant);
  }

  async read(key: string): Promise<Readable | null> {
    return this.readRange(key);
  }

  /** `end` is included, as in a Range header. */
  async readRange(key: string, range: { start?: number; end?: number } = {}): Promise<Readable | null> {
    const file = await unlessMissing(open(this.path(key), 'r'));
    return file === null ? null : file.createReadStream(range);
  }

  async readStart(key: string, bytes: number): Promise<Buffer | null> {
    const file = await unlessMissing(open(this.path(key), 'r'));
    if (!file) return null;
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async stat(key: string): Promise<{ size: number } | null> {
    const facts = await unlessMissing(stat(this.path(key)));
    return facts?.isFile() ? { size: facts.size } : null;
  }

  /** The type is not kept: a download link says what it serves. */
  async write(key: string, data: Buffer): Promise<void> {
    await this.viaPartial(key, async (file, partial) => {
      await file.writeFile(data);
      await file.sync();
      await rename(partial, this.path(key));
      await syncFolder(dirname(this.path(key)));
    });
  }

  async writeFile(key: string, path: string): Promise<void> {
    await this.viaPartial(key, async (file, partial) => {
      await copyFile(path, partial);
      await file.sync();
      await rename(partial, this.path(key));
      await syncFolder(dirname(this.path(key)));
    });
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  async list(key: string): Promise<ListedFile[]> {
    const entries = await unlessMissing(readdir(this.path(key), { withFileTypes: true }));
    const files: ListedFile[] = [];
    for (const entry of entries ?? []) {
      const facts = entry.isFile() ? await unlessMissing(stat(join(this.path(key), entry.name))) : null;
      if (facts) files.push({ key: `${key}/${entry.name}`, writtenAt: facts.mtime });
    }
    return files;
  }

  /** Takes in exactly `size` bytes under a new key; anything else leaves nothing behind. */
  async receive(key: string, bytes: AsyncIterable<Buffer>, size: number): Promise<Received> {
    return this.viaPartial(key, async (file, partial) => {
      let received = 0;
      for await (const chunk of bytes) {
        received += chunk.length;
        if (received > size) return 'too long';
        await file.writeFile(chunk);
      }
      if (received < size) return 'too short';
      await file.sync();
      if (!(await linkNew(partial, this.path(key)))) return 'exists already';
      await syncFolder(dirname(this.path(key)));
      return 'stored';
    });
  }

  private async viaPartial<T>(key: string, work: (file: FileHandle, path: string) => Promise<T>): Promise<T> {
    await mkdir(dirname(this.path(key)), { recursive: true, mode: 0o700 });
    const partial = join(this.folder, PARTIAL, randomUUID());
    const file = await open(partial, 'wx', 0o600);
    try {
      return await work(file, partial);
    } finally {
      await file.close();
      await rm(partial, { force: true });
    }
  }

  private path(key: string): string {
    assertStorageKey(key);
    return join(this.folder, key);
  }
}

/** Unlike a rename, a link never replaces what is there. */
async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  return true;
}

/** A new name is durable only when its folder is written, too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;
