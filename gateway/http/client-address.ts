import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { TLSSocket } from 'node:tls';

/**
 * The address a request came from, as the outermost proxy of ours saw it. Each proxy appends the address it was
 * called from to X-Forwarded-For, so counting from the right by the number of our proxies passes over whatever
 * the client wrote there itself. With no proxy the header is not looked at.
 */
export function clientAddress(req: IncomingMessage, trustedProxies: number): string {
  const own = normalise(req.socket.remoteAddress ?? '') ?? 'unknown';
  const forwarded = listOf(req, 'x-forwarded-for').slice(-trustedProxies);
  if (trustedProxies === 0 || forwarded.length === 0) return own;
  // Fewer entries than proxies: the request came in behind the first of them, which is its client then.
  return normalise(forwarded[0] ?? '') ?? own;
}

/** Whether the client spoke TLS: to us, or to the outermost of our proxies. */
export function isSecure(req: IncomingMessage, trustedProxies: number): boolean {
  if (req.socket instanceof TLSSocket) return true;
  if (trustedProxies === 0) return false;
  return listOf(req, 'x-forwarded-proto').slice(-trustedProxies)[0]?.toLowerCase() === 'https';
}

function listOf(req: IncomingMessage, header: string): string[] {
  return String(req.headers[header] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/** One spelling for one address, so that limits per address are not passed by writing it differently. */
function normalise(entry: string): string | undefined {
  const address = withoutPort(entry).replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const kind = isIP(mapped);
  if (kind === 4) return mapped;
  if (kind !== 6) return undefined;
  const compressed = new URL(`http://[${mapped}]`).hostname.slice(1, -1);
  return mappedFromHex(compressed) ?? compressed;
}

/** Some proxies add the port: `192.0.2.1:5050`, `[2001:db8::1]:5050`. */
function withoutPort(entry: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(entry)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(entry)?.[1] ?? entry;
}

/** `::ffff:c000:201` is 192.0.2.1 as well. */
function mappedFromHex(address: string): string | undefined {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address) ?? [];
  if (high === undefined || low === undefined) return undefined;
  const bytes = [Number.parseInt(high, 16), Number.parseInt(low, 16)].flatMap((word) => [
    word >> 8,
    word & 255,
  ]);
  return bytes.join('.');
}
