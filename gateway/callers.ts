import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ANONYMOUS, type Identity } from '../shared/access/identity';
import { unauthenticated } from '../shared/errors';
import type { GatewayContext } from './context';
import { clientAddress } from './http/client-address';
import type { Principals } from './principals';
import { readRefreshCookie } from './refresh-cookie';

const REQUEST_ID = /^[\w-]{8,64}$/;

export interface CallerOptions {
  /** Null: identity is switched off, everybody is anonymous (development and conformance runs only). */
  principals: Principals | null;
  trustedProxies: number;
}

/** Who calls, from the headers. A token that is not good is an error, not an anonymous caller. */
export async function callerOf(request: IncomingMessage, options: CallerOptions): Promise<GatewayContext> {
  const address = clientAddress(request, options.trustedProxies);
  const given = String(request.headers['x-request-id'] ?? '');
  const facts = {
    requestId: REQUEST_ID.test(given) ? given : randomUUID(),
    address,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    refreshToken: readRefreshCookie(request.headers.cookie),
  };
  return {
    identity: await identityOf(request.headers.authorization, address, options.principals),
    facts,
    reply: {},
  };
}

async function identityOf(
  authorization: string | undefined,
  address: string,
  principals: Principals | null,
): Promise<Identity> {
  if (!authorization || !principals) return ANONYMOUS;
  const token = /^Bearer ([\w.-]+)$/.exec(authorization)?.[1];
  const identity = token ? await principals.identify(token, address) : null;
  if (!identity) throw unauthenticated('The access token is not valid, or its session has ended.');
  return identity;
}
