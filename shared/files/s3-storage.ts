import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsClient, AwsV4Signer } from 'aws4fetch';
import type { Clock } from '../clock';
import { contentDisposition, encodeStrictly, withCharset } from './content-disposition';
import {
  assertStorageKey,
  type DownloadGrant,
  type FileStorage,
  type ListedFile,
  type UploadGrant,
  type UploadTarget,
} from './storage';

export interface S3Options {
  /** Of any server that speaks S3: `https://s3.eu-central-1.amazonaws.com`, `http://minio:9000`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  clock: Clock;
  /** For one request with all its bytes. */
  timeoutMs?: number;
  /**
   * Off only for a server without conditional writes (`If-None-Match: *`, in S3 since 2024): an upload link can
   * then be used again, with other bytes, until it expires.
   */
  conditionalWrites?: boolean;
}

interface Call {
  headers?: Record<string, string>;
  body?: Buffer<ArrayBuffer> | Blob;
}

const LONGEST_LINK_SECONDS = 7 * 24 * 3600;
const RETRIES = 2;

/** Files in a bucket, addressed path-style. Clients send and fetch the bytes themselves, over presigned links. */
export class S3Storage implements FileStorage {
  private readonly client: AwsClient;
  private readonly base: string;
  private readonly timeoutMs: number;

  constructor(private readonly options: S3Options) {
    const { accessKeyId, secretAccessKey, sessionToken, region } = options;
    const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
    this.client = new AwsClient({ ...credentials, region, service: 's3', retries: RETRIES });
    this.base = `${options.endpoint.replace(/\/+$/, '')}/${options.bucket}`;
    this.timeoutMs = options.timeoutMs ?? 30_000;
  }

  /** Type and size are signed: a request with others does not match its signature. */
  async uploadTarget(key: string, { contentType, size, expiresAt }: UploadGrant): Promise<UploadTarget> {
    const headers: Record<string, string> = { 'content-type': contentType };
    if (this.options.conditionalWrites !== false) headers['if-none-match'] = '*';
    const signed = { ...headers, 'content-length': String(size) };
    return { url: await this.presign('PUT', key, expiresAt, {}, signed), method: 'PUT', headers };
  }

  async downloadUrl(key: string, grant: DownloadGrant): Promise<string> {
    const { contentType, fileName, inline, expiresAt } = grant;
    return this.presign('GET', key, expiresAt, {
      'response-content-type': withCharset(contentType),
      'response-content-disposition': contentDisposition(fileName, contentType, inline),
      'response-cache-control': 'private, max-age=300',
    });
  }

  async read(key: string): Promise<Readable | null> {
    const response = await this.call('GET', key, [200, 404]);
    if (response.status === 404 || !response.body) return null;
    return Readable.fromWeb(response.body);
  }

  async readStart(key: string, bytes: number): Promise<Buffer | null> {
    const headers = { range: `bytes=0-${bytes - 1}` };
    const response = await this.call('GET', key, [200, 206, 404, 416], { headers });
    // 416: an empty file has no first byte.
    if (response.status === 416) return Buffer.alloc(0);
    if (response.status === 404 || !response.body) return null;
    const chunks: Uint8Array[] = [];
    let length = 0;
    // Leaving the loop cancels the rest, should the server have answered with the whole file.
    for await (const chunk of Readable.fromWeb(response.body)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= bytes) break;
    }
    return Buffer.concat(chunks).subarray(0, bytes);
  }

  async stat(key: string): Promise<{ size: number } | null> {
    const response = await this.call('HEAD', key, [200, 404]);
    return response.status === 404 ? null : { size: Number(response.headers.get('content-length')) };
  }

  async write(key: string, data: Buffer, contentType: string): Promise<void> {
    const body = Buffer.from(data);
    const headers = {
      'content-type': contentType,
      'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
    };
    await this.call('PUT', key, [200], { headers, body });
  }

  /** A blob of a file is read while it is sent, and its length is known. */
  async writeFile(key: string, path: string, contentType: string): Promise<void> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    const headers = { 'content-type': contentType, 'x-amz-content-sha256': hash.digest('hex') };
    await this.call('PUT', key, [200], { headers, body: await openAsBlob(path) });
  }

  async delete(key: string): Promise<void> {
    await this.call('DELETE', key, [200, 204, 404]);
  }

  async list(key: string): Promise<ListedFile[]> {
    assertStorageKey(key);
    const files: ListedFile[] = [];
    let more: string | undefined;
    do {
      const query = { 'list-type': '2', prefix: `${key}/`, ...(more ? { 'continuation-token': more } : {}) };
      const address = withStrictQuery(
        Object.assign(new URL(this.base), { search: `${new URLSearchParams(query)}` }),
      );
      const page = await (await this.fetch('GET', address, [200])).text();
      files.push(...listedIn(page));
      more = textIn(page, 'NextContinuationToken');
    } while (more);
    return files;
  }

  private call(method: string, key: string, expected: readonly number[], call: Call = {}): Promise<Response> {
    return this.fetch(method, this.address(key), expected, call);
  }

  private async fetch(
    method: string,
    address: string,
    expected: readonly number[],
    { headers, body }: Call = {},
  ): Promise<Response> {
    const response = await this.client.fetch(address, {
      method,
      ...(headers ? { headers } : {}),
      ...(body ? { body } : {}),
      signal: AbortSignal.timeout(this.timeoutMs),
      aws: { allHeaders: true, datetime: awsTime(this.options.clock.now()) },
    });
    if (expected.includes(response.status)) return response;
    const code = /<Code>(\w{1,60})<\/Code>/.exec(await response.text())?.[1] ?? 'no code';
    throw new Error(`The file storage answered ${method} with ${response.status} (${code})`);
  }

  private async presign(
    method: 'GET' | 'PUT',
    key: string,
    expiresAt: Date,
    parameters: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<string> {
    const now = this.options.clock.now();
    const seconds = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
    if (seconds < 1 || seconds > LONGEST_LINK_SECONDS) {
      throw new Error('A presigned link lives for one second to seven days');
    }
    const url = new URL(this.address(key));
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    url.searchParams.set('X-Amz-Expires', String(seconds));
    const { accessKeyId, secretAccessKey, sessionToken, region } = this.options;
    const signer = new AwsV4Signer({
      method,
      url: url.toString(),
      headers,
      accessKeyId,
      secretAccessKey,
      ...(sessionToken ? { sessionToken } : {}),
      region,
      service: 's3',
      datetime: awsTime(now),
      cache: this.client.cache,
      signQuery: true,
      allHeaders: true,
    });
    return withStrictQuery((await signer.sign()).url);
  }

  private address(key: string): string {
    assertStorageKey(key);
    return `${this.base}/${key}`;
  }
}

/** Keys are of our own making, with nothing in them that XML would write otherwise. */
function listedIn(page: string): ListedFile[] {
  return [...page.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry]) => ({
    key: textIn(entry!, 'Key') ?? '',
    writtenAt: new Date(textIn(entry!, 'LastModified') ?? ''),
  }));
}

const textIn = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];

const awsTime = (instant: Date): string => instant.toISOString().replace(/[:-]|\.\d{3}/g, '');

/** URLSearchParams writes + for a space and leaves * alone; servers sign %20 and %2A, and not all see the same. */
function withStrictQuery(url: URL): string {
  const query = Array.from(
    url.searchParams,
    ([name, value]) => `${encodeStrictly(name)}=${encodeStrictly(value)}`,
  );
  return `${url.origin}${url.pathname}?${query.join('&')}`;
}
