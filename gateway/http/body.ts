import type { IncomingMessage } from 'node:http';
import { ApiError } from '../../shared/errors';
import { badParameter, badRequest } from './bad-request';

export interface BodyOptions {
  maxBytes: number;
}

/**
 * A client that is still sending does not read our answer, and closing on it loses the answer. So a body that is
 * too large is read to its end and thrown away, unless it is larger than this many times what is allowed.
 */
const PATIENCE = 4;

/** Made once: it keeps nothing from one text to the next, and costs more to make than to use. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The request's body as JSON. Throws what to answer: 413 too large, 415 not JSON or compressed, 400 malformed. */
export async function readJsonBody(req: IncomingMessage, options: BodyOptions): Promise<unknown> {
  requireJson(req);
  const body = await readBody(req, options);
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw badParameter('body', 'JSON', 'The request body is not valid JSON in UTF-8.');
  }
}

/** The body's bytes as they were sent, for what is signed over them. */
export async function readBody(req: IncomingMessage, { maxBytes }: BodyOptions): Promise<Buffer> {
  refuseCompressed(req);
  const tooLarge = () =>
    new ApiError('PAYLOAD_TOO_LARGE', `The request body is larger than ${maxBytes} bytes.`, {
      allowed: maxBytes,
    });
  if (Number(req.headers['content-length'] ?? 0) > maxBytes * PATIENCE) throw tooLarge();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else chunks.length = 0;
      if (size > maxBytes * PATIENCE) finish(tooLarge());
    };
    const end = () => finish(size > maxBytes ? tooLarge() : null);
    const lost = () =>
      finish(
        badParameter('body', 'INCOMPLETE', 'The connection closed before the request body was complete.'),
      );
    const finish = (error: ApiError | null) => {
      req.off('data', take).off('end', end).off('close', lost);
      // The request is not destroyed: our answer still needs its socket.
      if (error) reject(error);
      else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    };
    // A client that left before we listened is not told of again.
    if (req.destroyed) lost();
    else req.on('data', take).on('end', end).on('close', lost);
  });
}

function requireJson(req: IncomingMessage): void {
  const given = req.headers['content-type'] ?? '';
  if (given === 'application/json') return;
  const [type = '', ...parameters] = given.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = !charset || /^charset="?utf-?8"?$/.test(charset);
  if (type === 'application/json' && isUtf8) return;
  throw badRequest(
    { status: 415 },
    'Content-Type',
    'MEDIA_TYPE',
    'Send the request as application/json in UTF-8.',
  );
}

/** A few kilobytes can unpack to gigabytes, and no client of a GraphQL API needs to send compressed. */
function refuseCompressed(req: IncomingMessage): void {
  const encoding = req.headers['content-encoding']?.trim().toLowerCase();
  if (encoding && encoding !== 'identity')
    throw badRequest(
      { status: 415 },
      'Content-Encoding',
      'MEDIA_TYPE',
      'Send the request body uncompressed.',
    );
}
