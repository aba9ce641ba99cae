import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address';

/** Why nothing was answered. */
export type PostFailure = 'NOT_PUBLIC' | 'UNRESOLVED' | 'TIMEOUT' | 'CONNECTION';

export interface Posted {
  /** Null when nothing was answered. */
  status: number | null;
  failure: PostFailure | null;
  /** The beginning of the answer. */
  answer: string;
  milliseconds: number;
}

export interface PostOptions {
  /** From the connection's first step to the last byte that is read of the answer. */
  timeoutMs: number;
  /** Bytes of the answer that are read; the rest is not waited for. */
  answerBytes: number;
  /** For development and tests: this machine may be called as well. */
  toLoopback: boolean;
  /** All addresses of a name. */
  resolve?(host: string): Promise<readonly string[]>;
}

class NotSent extends Error {
  constructor(readonly failure: PostFailure) {
    super(failure);
  }
}

/**
 * Posts to an address that somebody else chose. The name is looked up once, all that it stands for is checked, and the
 * connection goes to the very address that was checked. Redirects are answers like others.
 */
export async function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: PostOptions,
): Promise<Posted> {
  const began = performance.now();
  const signal = AbortSignal.timeout(options.timeoutMs);
  const took = () => Math.round(performance.now() - began);
  try {
    const address = await within(signal, addressOf(url, options));
    const { status, answer } = await send({ url, address, body, headers, signal, ...options });
    return { status, failure: null, answer, milliseconds: took() };
  } catch (error) {
    return { status: null, failure: failureOf(error, signal), answer: '', milliseconds: took() };
  }
}

/** A URL's host, as it would be connected to: brackets are of the URL alone. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

export const isAllowed = (address: string, toLoopback: boolean): boolean =>
  isPublicAddress(address) || (toLoopback && isLoopbackAddress(address));

async function addressOf(url: URL, { toLoopback, resolve = addresses }: PostOptions): Promise<string> {
  const host = hostOf(url);
  const found = isIP(host) ? [host] : await resolve(host).catch(() => []);
  const [first] = found;
  if (first === undefined) throw new NotSent('UNRESOLVED');
  // One that is inside among others that are not is no accident.
  if (!found.every((address) => isAllowed(address, toLoopback))) throw new NotSent('NOT_PUBLIC');
  return first;
}

const addresses = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

interface Sending extends PostOptions {
  url: URL;
  address: string;
  body: string;
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
}

function send(sending: Sending): Promise<{ status: number; answer: string }> {
  const { url, address, body, headers, signal, answerBytes } = sending;
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (isSecure ? secure : plain)({
      host: address,
      port: url.port || (isSecure ? 443 : 80),
      // The certificate is the name's, whatever address it has.
      ...(isSecure && !isIP(hostOf(url)) ? { servername: hostOf(url) } : {}),
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      agent: false,
      signal,
      headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body) },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const status = response.statusCode!;
      beginningOf(response, answerBytes).then((answer) => resolve({ status, answer }), reject);
    });
    request.end(body);
  });
}

async function beginningOf(response: IncomingMessage, bytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  // Leaving the loop ends the connection.
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(parts).subarray(0, bytes).toString();
}

/** A look-up cannot be called off, but need not be waited for. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
  return Promise.race([work, late]);
}

function failureOf(error: unknown, signal: AbortSignal): PostFailure {
  if (error instanceof NotSent) return error.failure;
  return signal.aborted ? 'TIMEOUT' : 'CONNECTION';
}
