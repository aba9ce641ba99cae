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
  const given = String(request.headers['x-request-id'] ?? '');
  const requestId = REQUEST_ID.test(given) ? given : randomUUID();
  const refreshToken = readRefreshCookie(request.headers.cookie);
  const facts = { ...placeOf(request, options), requestId, refreshToken };
  const identity = await identityOf(request.headers.authorization, facts.address, options.principals);
  return { identity, facts, tellsCost: request.headers['x-tell-cost'] !== undefined, reply: {} };
}

/** Where a request or a socket comes from. */
export const placeOf = (request: IncomingMessage, { trustedProxies }: CallerOptions) => ({
  address: clientAddress(request, trustedProxies),
  userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
});

/** Whose socket or stream it is: asked again at each event, because rights and sessions end in between. */
export class LiveCaller {
  constructor(
    private readonly options: CallerOptions,
    private readonly place: ReturnType<typeof placeOf>,
    private readonly authorization: string | undefined,
  ) {}

  async now(): Promise<GatewayContext> {
    const { place, authorization, options } = this;
    return {
      identity: await identityOf(authorization, place.address, options.principals),
      facts: { ...place, requestId: randomUUID(), refreshToken: null },
      tellsCost: false,
      reply: {},
    };
  }

  /** When their token ends; null for those who came without one. */
  get endsAt(): Date | null {
    const token = this.authorization && tokenIn(this.authorization);
    return (token && this.options.principals?.endOf(token)) || null;
  }
}

async function identityOf(
  authorization: string | undefined,
  address: string,
  principals: Principals | null,
): Promise<Identity> {
  if (!authorization || !principals) return ANONYMOUS;
  const token = tokenIn(authorization);
  const identity = token ? await principals.identify(token, address) : null;
  if (!identity) throw unauthenticated('The access token is not valid, or its session has ended.');
  return identity;
}

const tokenIn = (authorization: string): string | undefined => /^Bearer ([\w.-]+)$/.exec(authorization)?.[1];
