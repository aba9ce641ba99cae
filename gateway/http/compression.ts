import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** Below this, the headers and the work cost more than the bytes saved. */
const SMALLEST = 1024;

const COMPRESSIBLE = /^(?:text\/|application\/(?:[\w.-]+\+)?json|application\/javascript|image\/svg\+xml)/i;

/** Quality 4 is near gzip's speed and smaller; the default of 11 is for files that are compressed once. */
const BROTLI_QUALITY = 4;

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

export const isCompressible = (contentType: string): boolean => COMPRESSIBLE.test(contentType);

/** The encoding of ours that the client likes best, brotli where it does not mind; null for none. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding | null {
  const weights = new Map<string, number>();
  for (const part of (acceptEncoding ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    if (name) weights.set(name, weight ? Number(weight.slice(2)) || 0 : 1);
  }
  const weightOf = (encoding: string) => weights.get(encoding) ?? weights.get('*') ?? 0;
  const brotli = weightOf('br');
  const zipped = weightOf('gzip');
  if (brotli > 0 && brotli >= zipped) return 'br';
  return zipped > 0 ? 'gzip' : null;
}

/** How to send a body of so many bytes; null for as it is. */
export function encodingFor(
  bytes: number,
  contentType: string,
  acceptEncoding: string | undefined,
): Encoding | null {
  return bytes > SMALLEST && isCompressible(contentType) ? chooseEncoding(acceptEncoding) : null;
}

/** Off the main thread. */
export function pack(body: string | Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return gzipAsync(body);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(body),
  };
  return brotliAsync(body, { params });
}

export interface Encoded {
  body: Buffer;
  encoding: Encoding | null;
}

/** Compresses what is worth it; otherwise gives the body back as it is. */
export async function compress(
  body: Buffer,
  contentType: string,
  acceptEncoding: string | undefined,
): Promise<Encoded> {
  const encoding = encodingFor(body.length, contentType, acceptEncoding);
  return { body: encoding ? await pack(body, encoding) : body, encoding };
}
