import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { ApiError, badField, conflict, ERROR_CATALOGUE } from '../errors';
import { FILES_PATH, type GrantedUpload, type LocalLinks } from './local-links';
import type { LocalStorage } from './local-storage';
import { sendFile } from './send-file';

export interface LocalEndpointOptions {
  storage: LocalStorage;
  links: LocalLinks;
  clock: Clock;
  isAllowedOrigin: (origin: string) => boolean;
}

const METHODS = 'GET, HEAD, PUT, OPTIONS';
/** What is still read of a refused upload, so that its sender gets to see the answer. */
const DRAINED_BYTES = 1024 * 1024;
/** How a connection that the client closed half-way shows; there is nobody to answer. */
const CLIENT_LEFT = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

/** Serves the links of a LocalStorage; resolves to false, untouched, for a request that is not for a file. */
export function localEndpoint(options: LocalEndpointOptions) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    if (!req.url?.startsWith(FILES_PATH)) return false;
    setCommonHeaders(req, res, options.isAllowedOrigin);
    try {
      await answer(req, res, req.url, options);
    } catch (error) {
      if (error instanceof ApiError) refuse(req, res, error);
      else if (!CLIENT_LEFT.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
    return true;
  };
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  url: string,
  { storage, links, clock }: LocalEndpointOptions,
): Promise<void> {
  switch (req.method) {
    case 'OPTIONS':
      res.writeHead(204).end();
      return;
    case 'GET':
    case 'HEAD': {
      const granted = links.readDownload(url, clock.now());
      if (!granted) throw invalidLink();
      return sendFile(req, res, storage, granted);
    }
    case 'PUT': {
      const granted = links.readUpload(url, clock.now());
      if (!granted) throw invalidLink();
      await takeIn(req, storage, granted);
      res.writeHead(200).end();
      return;
    }
    default:
      res.writeHead(405, { allow: METHODS }).end();
  }
}

async function takeIn(req: IncomingMessage, storage: LocalStorage, granted: GrantedUpload): Promise<void> {
  const { key, contentType, size } = granted;
  if (req.headers['content-type'] !== contentType) {
    throw badField('contentType', 'TYPE_DIFFERS', `Send the file with the content type ${contentType}.`);
  }
  const announced = req.headers['content-length'];
  if (announced !== undefined && Number(announced) > size) throw tooLong(size);
  if (announced !== undefined && Number(announced) < size) throw tooShort(size);
  const received = await storage.receive(key, req.iterator({ destroyOnReturn: false }), size);
  if (received === 'too long') throw tooLong(size);
  if (received === 'too short') throw tooShort(size);
  if (received === 'exists already') throw conflict('This upload has been made already.');
}

const invalidLink = () =>
  new ApiError('LINK_INVALID', 'The link is changed, expired or not for this method.');

const tooLong = (size: number) =>
  new ApiError('PAYLOAD_TOO_LARGE', `The file is larger than the ${size} bytes that were announced.`);

const tooShort = (size: number) =>
  badField('size', 'SIZE_DIFFERS', `The file is smaller than the ${size} bytes that were announced.`);

function refuse(req: IncomingMessage, res: ServerResponse, error: ApiError): void {
  const body = Buffer.from(JSON.stringify({ errors: [error] }));
  res.writeHead(ERROR_CATALOGUE[error.code].status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  res.end(req.method === 'HEAD' ? undefined : body);
  let drained = 0;
  req.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > DRAINED_BYTES) req.destroy();
  });
}

/** What others have uploaded is shown as what it was checked to be, and never runs in our name. */
function setCommonHeaders(
  req: IncomingMessage,
  res: ServerResponse,
  isAllowedOrigin: (origin: string) => boolean,
): void {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('content-security-policy', "sandbox; default-src 'none'");
  res.setHeader('cross-origin-resource-policy', 'cross-origin');
  res.setHeader('vary', 'Origin');
  const { origin } = req.headers;
  if (!origin || !isAllowedOrigin(origin)) return;
  res.setHeader('access-control-allow-origin', origin);
  res.setHeader('access-control-expose-headers', 'Content-Disposition, Content-Length, Content-Range');
  if (req.method !== 'OPTIONS') return;
  res.setHeader('access-control-allow-methods', METHODS);
  res.setHeader('access-control-allow-headers', 'Content-Type, Range');
  res.setHeader('access-control-max-age', '600');
}
