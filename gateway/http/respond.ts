import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type ApiError, ERROR_CATALOGUE } from '../../shared/errors';
import { compress, isCompressible } from './compression';
import { vary } from './vary';

/** Sends a whole answer, compressed as the client likes. Does nothing for a client that has left. */
export async function send(
  res: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: OutgoingHttpHeaders & { 'Content-Type': string },
): Promise<void> {
  const plain = typeof body === 'string' ? Buffer.from(body) : body;
  const contentType = headers['Content-Type'];
  const encoded = await compress(plain, contentType, res.req.headers['accept-encoding']);
  if (res.destroyed || res.headersSent) return;
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() === 'vary') vary(res, String(value));
    else if (value !== undefined) res.setHeader(name, value);
  }
  if (isCompressible(contentType)) vary(res, 'Accept-Encoding');
  if (encoded.encoding) res.setHeader('Content-Encoding', encoded.encoding);
  res.setHeader('Content-Length', encoded.body.length);
  res.statusCode = status;
  res.end(encoded.body);
}

/** Answers hold personal data, so no cache keeps them unless `headers` says otherwise. */
export function json(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): Promise<void> {
  return send(res, status, JSON.stringify(body), {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
}

/** An error that stops a request before GraphQL sees it, in GraphQL's shape, with the status of its code. */
export function refuse(res: ServerResponse, error: ApiError, requestId?: string): Promise<void> {
  const { http, ...extensions } = error.extensions;
  const status = statusOf(error);
  // The rest of a body that is too large is not waited for.
  const headers: OutgoingHttpHeaders = status === 413 ? { Connection: 'close' } : {};
  if (typeof extensions.retryAfter === 'number') headers['Retry-After'] = Math.ceil(extensions.retryAfter);
  const answer = {
    message: error.message,
    extensions: requestId ? { ...extensions, requestId } : extensions,
  };
  return json(res, status, { errors: [answer] }, headers);
}

/** `extensions.http.status`, which Apollo Server reads too, is for a status that no code stands for alone. */
export function statusOf(error: ApiError): number {
  const http: unknown = error.extensions.http;
  if (typeof http === 'object' && http && 'status' in http && typeof http.status === 'number')
    return http.status;
  return ERROR_CATALOGUE[error.code].status;
}
