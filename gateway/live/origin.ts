import type { IncomingMessage } from 'node:http';

/** Browsers say whose page opens a socket, and let any: a page must be of this host, or of an origin that may call. */
export function isOwnOrigin(
  { headers: { origin, host } }: IncomingMessage,
  allows: (origin: string) => boolean,
): boolean {
  if (origin === undefined || allows(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
