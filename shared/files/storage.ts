import type { Readable } from 'node:stream';

/** Where and how a client sends a file's bytes: one request, exactly these headers, exactly this size. */
export interface UploadTarget {
  url: string;
  method: 'PUT';
  headers: Record<string, string>;
}

export interface UploadGrant {
  contentType: string;
  size: number;
  expiresAt: Date;
}

export interface DownloadGrant {
  expiresAt: Date;
  /** The name that a browser saves it under; made safe here. */
  fileName: string;
  contentType: string;
  /** Shown in the page rather than saved; only for what a browser shows without running it. */
  inline: boolean;
}

/**
 * Bytes under keys of our own making. An upload target writes a key once: when bytes have been checked, no
 * second use of the same link can put others in their place. `write` is ours and may replace.
 */
export interface FileStorage {
  uploadTarget(key: string, grant: UploadGrant): Promise<UploadTarget>;
  downloadUrl(key: string, grant: DownloadGrant): Promise<string>;
  read(key: string): Promise<Readable | null>;
  /** The first bytes, at most this many: enough to tell a type. */
  readStart(key: string, bytes: number): Promise<Buffer | null>;
  stat(key: string): Promise<{ size: number } | null>;
  write(key: string, data: Buffer, contentType: string): Promise<void>;
  /** The same of a file on this machine, however large. */
  writeFile(key: string, path: string, contentType: string): Promise<void>;
  /** No complaint when there is no such file. */
  delete(key: string): Promise<void>;
  /** The files whose keys are this one, a slash and one more part. */
  list(key: string): Promise<ListedFile[]>;
}

export interface ListedFile {
  key: string;
  writtenAt: Date;
}

const KEY = /^[a-z0-9][a-z0-9-]{0,79}(\/[a-z0-9][a-z0-9-]{0,79}){0,3}$/;

/** One to four parts of small letters, digits and hyphens. Without dots nothing climbs out of a folder. */
export function assertStorageKey(key: string): void {
  if (!KEY.test(key)) throw new Error('Not a storage key');
}
