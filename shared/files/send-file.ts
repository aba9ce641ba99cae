import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { notFound } from '../errors';
import { contentDisposition, withCharset } from './content-disposition';
import type { GrantedDownload } from './local-links';
import type { LocalStorage } from './local-storage';

interface Range {
  start: number;
  end: number;
}

/** Answers GET and HEAD: the whole file, or the one part that a Range header asks for. */
export async function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  storage: LocalStorage,
  { key, contentType, fileName, inline }: GrantedDownload,
): Promise<void> {
  const facts = await storage.stat(key);
  if (!facts) throw notFound('File');
  const range = requestedRange(req, facts.size);
  if (range === 'unsatisfiable') {
    res.writeHead(416, { 'content-range': `bytes */${facts.size}`, 'content-length': 0 }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: facts.size - 1 };
  const hasBody = req.method === 'GET' && facts.size > 0;
  const bytes = hasBody ? await storage.readRange(key, { start, end }) : null;
  if (hasBody && !bytes) throw notFound('File');
  res.writeHead(range ? 206 : 200, {
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=300',
    'content-type': withCharset(contentType),
    'content-disposition': contentDisposition(fileName, contentType, inline),
    'content-length': end - start + 1,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${facts.size}` } : {}),
  });
  if (bytes) await pipeline(bytes, res);
  else res.end();
}

/**
 * Null means the whole file: no header, several parts, a form that we do not know, or an If-Range, whose
 * validator we never gave out (RFC 9110, 14.2).
 */
function requestedRange(req: IncomingMessage, size: number): Range | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(req.headers.range ?? '');
  if (!match || req.headers['if-range'] !== undefined) return null;
  const [, first, last] = match;
  if (!first && !last) return null;
  if (!first) {
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size - 1 } : 'unsatisfiable';
  }
  const start = Number(first);
  const end = last ? Math.min(Number(last), size - 1) : size - 1;
  if (last && Number(last) < start) return null;
  return start < size ? { start, end } : 'unsatisfiable';
}
