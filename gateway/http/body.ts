import type { IncomingMessage } from 'node:http';
import { ApiError } from '../../shared/errors';

export interface BodyOptions {
  maxBytes: number;
}

/**
 * A client that is still sending does not read our answer, and closing on it loses the answer. So a body that is
 * too large is read to its end and thrown away, unless it is larger than this many times what is allowed.
 */
const PATIENCE = 4;

/** The request's body as JSON. Throws what to answer: 413 too large, 415 not JSON or compressed, 400 malformed. */
export async function readJsonBody(req: IncomingMessage, options: BodyOptions): Promise<unknown> {
  requireJson(req);
  const body = await readBody(req, options);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw badRequest(400, 'body', 'JSON', 'The request body is not valid JSON in UTF-8.');
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

  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of withoutDestroying(req)) {
    size += chunk.length;
    if (size > maxBytes * PATIENCE) throw tooLarge();
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > maxBytes) throw tooLarge();
  return Buffer.concat(chunks);
}

/** The usual iterator destroys the request when it is left early, while our answer still needs its socket. */
async function* withoutDestroying(req: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* req.iterator({ destroyOnReturn: false });
  } catch {
    throw badRequest(
      400,
      'body',
      'INCOMPLETE',
      'The connection closed before the request body was complete.',
    );
  }
}

function requireJson(req: IncomingMessage): void {
  const [type = '', ...parameters] = (req.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = !charset || /^charset="?utf-?8"?$/.test(charset);
  if (type === 'application/json' && isUtf8) return;
  throw badRequest(415, 'Content-Type', 'MEDIA_TYPE', 'Send the request as application/json in UTF-8.');
}

/** A few kilobytes can unpack to gigabytes, and no client of a GraphQL API needs to send compressed. */
function refuseCompressed(req: IncomingMessage): void {
  const encoding = req.headers['content-encoding']?.trim().toLowerCase();
  if (encoding && encoding !== 'identity')
    throw badRequest(415, 'Content-Encoding', 'MEDIA_TYPE', 'Send the request body uncompressed.');
}

const badRequest = (status: number, path: string, code: string, message: string) =>
  new ApiError('BAD_INPUT', message, { fields: [{ path, code, message }], http: { status } });
