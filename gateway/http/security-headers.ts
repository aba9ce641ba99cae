import type { IncomingMessage, ServerResponse } from 'node:http';
import { isSecure } from './client-address';

export interface SecurityHeaderOptions {
  production: boolean;
  trustedProxies: number;
}

const HEADERS = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  // An API's answers are not pages; what is one sets a policy of its own afterwards.
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
});

const ONE_YEAR = 31_536_000;

/** Sets the headers that every answer carries. To be called before anything else writes to the response. */
export function securityHeaders({ production, trustedProxies }: SecurityHeaderOptions) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    for (const [name, value] of HEADERS) res.setHeader(name, value);
    // A developer's localhost must not be pinned to https for a year.
    if (production && isSecure(req, trustedProxies))
      res.setHeader('Strict-Transport-Security', `max-age=${ONE_YEAR}; includeSubDomains`);
  };
}
