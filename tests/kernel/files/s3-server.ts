import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface S3ServerOptions {
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  now: () => Date;
}

interface StoredObject {
  data: Buffer;
  contentType: string;
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * A small S3 on loopback that believes nothing: every request's AWS Signature Version 4 is worked out again from
 * the request as it came over the wire, from the public description of the algorithm.
 */
export class S3Server {
  readonly objects = new Map<string, StoredObject>();
  readonly requests: string[] = [];
  /** What to do with the next requests instead of serving them. */
  readonly mishaps: Array<'hang' | 'unavailable'> = [];
  private readonly server: Server;

  private constructor(private readonly options: S3ServerOptions) {
    this.server = createServer((req, res) => {
      this.answer(req, res).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        res.writeHead(error.status, { 'content-type': 'application/xml' });
        res.end(`<?xml version="1.0"?><Error><Code>${error.code}</Code></Error>`);
      });
    });
  }

  static async start(options: S3ServerOptions): Promise<S3Server> {
    const s3 = new S3Server(options);
    await new Promise<void>((resolve) => s3.server.listen(0, '127.0.0.1', resolve));
    return s3;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    this.requests.push(`${req.method} ${req.url}`);
    const mishap = this.mishaps.shift();
    if (mishap === 'hang') return;
    const body = await buffer(req);
    if (mishap === 'unavailable') throw new Refusal(503, 'SlowDown');
    const [rawPath = '', rawQuery = ''] = req.url!.split('?');
    // A plus sign is a plus sign here: the strictest reading that servers have.
    const query = rawQuery
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]);
    const parameters = new Map(query);
    if (parameters.has('X-Amz-Signature')) this.checkPresigned(req, rawPath, query);
    else this.checkHeader(req, rawPath, query, body);
    this.serve(req, res, decodeURIComponent(rawPath), parameters, body);
  }

  private checkPresigned(req: IncomingMessage, path: string, query: [string, string][]): void {
    const parameters = new Map(query);
    const need = (name: string): string => {
      const value = parameters.get(name);
      if (value === undefined) throw new Refusal(400, 'AuthorizationQueryParametersError');
      return value;
    };
    if (need('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256')
      throw new Refusal(400, 'AuthorizationQueryParametersError');
    const date = need('X-Amz-Date');
    const age = this.options.now().getTime() - parseDate(date);
    if (age < -15 * 60_000 || age > Number(need('X-Amz-Expires')) * 1000)
      throw new Refusal(403, 'AccessDenied');
    const expected = this.signature({
      req,
      path,
      query: query.filter(([name]) => name !== 'X-Amz-Signature'),
      credential: need('X-Amz-Credential'),
      signedHeaders: need('X-Amz-SignedHeaders'),
      date,
      bodyHash: 'UNSIGNED-PAYLOAD',
    });
    if (expected !== need('X-Amz-Signature')) throw new Refusal(403, 'SignatureDoesNotMatch');
  }

  private checkHeader(req: IncomingMessage, path: string, query: [string, string][], body: Buffer): void {
    const pattern = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
    const match = pattern.exec(req.headers.authorization ?? '');
    if (!match) throw new Refusal(403, 'AccessDenied');
    const date = String(req.headers['x-amz-date']);
    if (Math.abs(this.options.now().getTime() - parseDate(date)) > 15 * 60_000) {
      throw new Refusal(403, 'RequestTimeTooSkewed');
    }
    const bodyHash = String(req.headers['x-amz-content-sha256']);
    if (bodyHash !== 'UNSIGNED-PAYLOAD' && bodyHash !== sha256(body)) {
      throw new Refusal(400, 'XAmzContentSHA256Mismatch');
    }
    const [, credential, signedHeaders, signature] = match as unknown as [string, string, string, string];
    const signed = signedHeaders.split(';');
    const unsigned = Object.keys(req.headers).filter(
      (name) => name.startsWith('x-amz-') && !signed.includes(name),
    );
    if (unsigned.length > 0) throw new Refusal(403, 'AccessDenied');
    const expected = this.signature({ req, path, query, credential, signedHeaders, date, bodyHash });
    if (expected !== signature) throw new Refusal(403, 'SignatureDoesNotMatch');
  }

  private signature(parts: {
    req: IncomingMessage;
    path: string;
    query: [string, string][];
    credential: string;
    signedHeaders: string;
    date: string;
    bodyHash: string;
  }): string {
    const { req, path, query, credential, signedHeaders, date, bodyHash } = parts;
    const { accessKeyId, secretAccessKey, region } = this.options;
    const day = date.slice(0, 8);
    if (credential !== `${accessKeyId}/${day}/${region}/s3/aws4_request`) {
      throw new Refusal(403, 'InvalidAccessKeyId');
    }
    const names = signedHeaders.split(';');
    if (!names.includes('host')) throw new Refusal(403, 'AccessDenied');
    const canonicalQuery = query
      .map(([name, value]) => [encode(name), encode(value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((pair) => pair.join('='))
      .join('&');
    const canonical = [
      req.method,
      path.split('/').map(decodeURIComponent).map(encode).join('/'),
      canonicalQuery,
      ...names.map((name) => `${name}:${String(req.headers[name] ?? '').trim()}`),
      '',
      signedHeaders,
      bodyHash,
    ].join('\n');
    const scope = `${day}/${region}/s3/aws4_request`;
    const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretAccessKey}`, day), region));
    return hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex');
  }

  /** Two keys a page, in their order, so that whoever lists has to go on. */
  private listed(bucket: string, parameters: Map<string, string>): string {
    const start = `${bucket}/${parameters.get('prefix') ?? ''}`;
    const all = [...this.objects.keys()].filter((path) => path.startsWith(start)).sort();
    const from = Number(parameters.get('continuation-token') ?? '0');
    const written = this.options.now().toISOString();
    const entries = all
      .slice(from, from + 2)
      .map((path) => path.slice(bucket.length + 1))
      .map((key) => `<Contents><Key>${key}</Key><LastModified>${written}</LastModified></Contents>`);
    const next = from + 2 < all.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
    return `<?xml version="1.0"?>\n<ListBucketResult>\n${entries.join('\n')}\n${next}</ListBucketResult>`;
  }

  private serve(
    req: IncomingMessage,
    res: ServerResponse,
    path: string,
    parameters: Map<string, string>,
    body: Buffer,
  ): void {
    if (req.method === 'GET' && parameters.get('list-type') === '2') {
      res.writeHead(200, { 'content-type': 'application/xml' }).end(this.listed(path, parameters));
      return;
    }
    const found = this.objects.get(path);
    if (req.method === 'PUT') {
      if (found && req.headers['if-none-match'] === '*') throw new Refusal(412, 'PreconditionFailed');
      this.objects.set(path, { data: body, contentType: String(req.headers['content-type']) });
      res.writeHead(200).end();
      return;
    }
    if (req.method === 'DELETE') {
      this.objects.delete(path);
      res.writeHead(204).end();
      return;
    }
    if (!found) throw new Refusal(404, 'NoSuchKey');
    const headers: Record<string, string | number> = {
      'content-type': parameters.get('response-content-type') ?? found.contentType,
    };
    for (const name of ['content-disposition', 'cache-control']) {
      const wanted = parameters.get(`response-${name}`);
      if (wanted !== undefined) headers[name] = wanted;
    }
    const range = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '');
    if (range && Number(range[1]) >= found.data.length) throw new Refusal(416, 'InvalidRange');
    const data = range ? found.data.subarray(Number(range[1]), Number(range[2]) + 1) : found.data;
    res.writeHead(range ? 206 : 200, { ...headers, 'content-length': data.length });
    res.end(req.method === 'HEAD' ? undefined : data);
  }
}

/** 20261120T100000Z */
function parseDate(text: string): number {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Date.parse(iso);
}
