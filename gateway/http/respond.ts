import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ApiError } from '../../shared/errors';
import { encodingFor, isCompressible, pack } from './compression';
import { headersOf, statusOf } from './error-head';
import { vary } from './vary';

/** Sends a whole answer, compressed as the client likes. Does nothing for a client that has left. */
export async function send(
  res: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: OutgoingHttpHeaders & { 'Content-Type': string },
): Promise<void> {
  const contentType = headers['Content-Type'];
  const bytes = Buffer.byteLength(body);
  const encoding = encodingFor(bytes, contentType, res.req.headers['accept-encoding']);
  // A text stays one: it goes out in one piece with its head, bytes take a piece of their own.
  const packed = encoding && (await pack(body, encoding));
  if (res.destroyed || res.headersSent) return;
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() === 'vary') vary(res, String(value));
    else if (value !== undefined) res.setHeader(name, value);
  }
  if (isCompressible(contentType)) vary(res, 'Accept-Encoding');
  if (encoding) res.setHeader('Content-Encoding', encoding);
  // Of an answer that is not sent again it would be the length.
  if (status !== 304) res.setHeader('Content-Length', packed ? packed.length : bytes);
  res.statusCode = status;
  res.end(packed ?? body);
}

export const JSON_CONTENT = 'application/json; charset=utf-8';

/** Answers hold personal data, so no cache keeps them unless `headers` says otherwise. */
export function json(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): Promise<void> {
  return send(res, status, JSON.stringify(body), {
    'Content-Type': JSON_CONTENT,
    'Cache-Control': 'no-store',
    ...headers,
  });
}

/** An error that stops a request before GraphQL sees it, in GraphQL's shape, with the status of its code. */
export function refuse(
  res: ServerResponse,
  error: ApiError,
  requestId?: string,
  contentType = JSON_CONTENT,
): Promise<void> {
  const { http: _head, ...extensions } = error.extensions;
  const status = statusOf(error);
  const headers: OutgoingHttpHeaders = { 'Content-Type': contentType, ...headersOf(error) };
  // The rest of a body that is too large is not waited for.
  if (status === 413) headers.Connection = 'close';
  const answer = {
    message: error.message,
    extensions: requestId ? { ...extensions, requestId } : extensions,
  };
  return json(res, status, { errors: [answer] }, headers);
}
