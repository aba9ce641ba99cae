import type { IncomingMessage, ServerResponse } from 'node:http';
import { EnvironmentError } from '../../shared/environment';
import { vary } from './vary';

export interface CorsOptions {
  /** Origins of the frontends, such as `https://app.example.com`; `*` for any, in development only. */
  origins: readonly string[];
  production: boolean;
}

export interface Cors {
  /** Whether pages of this origin may call with credentials. Also asked before a WebSocket is accepted. */
  allows(origin: string | undefined): boolean;
  /** Sets the headers; true when the request was a preflight and is answered. */
  handle(req: IncomingMessage, res: ServerResponse): boolean;
}

const METHODS = 'GET, POST';
const REQUEST_HEADERS = [
  'Authorization',
  'Content-Type',
  'Accept-Language',
  'Idempotency-Key',
  'X-Request-Id',
  'X-Tell-Cost',
  'Apollo-Require-Preflight',
  'Apollographql-Client-Name',
  'Apollographql-Client-Version',
].join(', ');
const RESPONSE_HEADERS = 'X-Request-Id, Retry-After, RateLimit, RateLimit-Policy';

/** Two hours: the longest that browsers remember a preflight. */
const MAX_AGE = 7200;

export function cors({ origins, production }: CorsOptions): Cors {
  if (production && origins.includes('*'))
    throw new EnvironmentError('CORS_ORIGINS: "*" is for development only; list the origins.');
  const any = origins.includes('*');
  const exact = new Set(origins.filter((origin) => origin !== '*').map(normalise));

  /** `null` is what sandboxed frames and local files send, so anybody can be it. */
  const allows = (origin: string | undefined) =>
    origin !== undefined && origin !== 'null' && (any || exact.has(origin));

  return {
    allows,
    handle(req, res) {
      vary(res, 'Origin');
      const { origin } = req.headers;
      const preflight =
        req.method === 'OPTIONS' && req.headers['access-control-request-method'] !== undefined;
      if (origin !== undefined && allows(origin)) {
        // The origin itself and never `*`, which browsers refuse beside credentials.
        res.setHeader('Access-Control-Allow-Origin', origin);
        res.setHeader('Access-Control-Allow-Credentials', 'true');
        if (preflight) allowRequest(res);
        else res.setHeader('Access-Control-Expose-Headers', RESPONSE_HEADERS);
      }
      if (preflight) res.writeHead(204).end();
      return preflight;
    },
  };
}

function allowRequest(res: ServerResponse): void {
  res.setHeader('Access-Control-Allow-Methods', METHODS);
  res.setHeader('Access-Control-Allow-Headers', REQUEST_HEADERS);
  res.setHeader('Access-Control-Max-Age', MAX_AGE);
}

/** Written as browsers send it, so that `https://App.example.com/` or a default port is no silent mismatch. */
function normalise(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin || url.host.includes('*'))
    throw new EnvironmentError(`CORS_ORIGINS: "${text}" is not an origin such as https://app.example.com.`);
  return url.origin;
}
