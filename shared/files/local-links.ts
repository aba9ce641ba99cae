import { PathSigner } from '../security/signed-url';
import { assertStorageKey, type DownloadGrant, type UploadGrant } from './storage';

export const FILES_PATH = '/files/';

export interface GrantedUpload {
  key: string;
  contentType: string;
  size: number;
}

export interface GrantedDownload {
  key: string;
  contentType: string;
  fileName: string;
  inline: boolean;
}

/** Writes and reads the signed links to files in a local folder. */
export class LocalLinks {
  private readonly signer: PathSigner;
  private readonly base: string;

  /** @param publicUrl where clients reach the endpoint, without `/files` */
  constructor({ publicUrl, secret }: { publicUrl: string; secret: string }) {
    this.signer = new PathSigner(secret, 'file links');
    this.base = publicUrl.replace(/\/+$/, '');
  }

  upload(key: string, { contentType, size, expiresAt }: UploadGrant): string {
    return this.link(key, 'PUT', expiresAt, { type: contentType, size: String(size) });
  }

  download(key: string, { contentType, fileName, inline, expiresAt }: DownloadGrant): string {
    const extra = { type: contentType, name: fileName, inline: inline ? '1' : '0' };
    return this.link(key, 'GET', expiresAt, extra);
  }

  readUpload(requestUrl: string, now: Date): GrantedUpload | null {
    const granted = this.granted(requestUrl, 'PUT', now);
    if (!granted) return null;
    const { key, extra } = granted;
    return { key, contentType: extra.type ?? '', size: Number(extra.size) };
  }

  readDownload(requestUrl: string, now: Date): GrantedDownload | null {
    const granted = this.granted(requestUrl, 'GET', now);
    if (!granted) return null;
    const { key, extra } = granted;
    return { key, contentType: extra.type ?? '', fileName: extra.name ?? '', inline: extra.inline === '1' };
  }

  private link(key: string, method: string, expiresAt: Date, extra: Record<string, string>): string {
    assertStorageKey(key);
    return this.base + this.signer.signPath(FILES_PATH + key, { expiresAt, method, extra });
  }

  private granted(requestUrl: string, method: string, now: Date) {
    const key = requestUrl.slice(FILES_PATH.length).split('?', 1)[0]!;
    const extra = this.signer.verifyPath(requestUrl, method, now);
    return extra && { key, extra };
  }
}
