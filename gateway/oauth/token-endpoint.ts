import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROGRAM } from '../../shared/access/identity';
import { ApiError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import type { Log } from '../../shared/log';
import type { SubgraphLink } from '../../shared/subgraph/peers';
import { clientAddress } from '../http/client-address';
import { json } from '../http/respond';
import { invalidClient, invalidRequest, OAuthError } from './oauth-error';
import { readTokenRequest, type TokenRequest } from './token-request';

export interface TokenEndpointOptions {
  /** Who has the clients. */
  subgraph(): SubgraphLink | undefined;
  trustedProxies: number;
  log: Log;
}

interface Issued {
  accessToken: string;
  expiresAt: string;
  scopes: string[];
}

const PATH = '/oauth/token';
const NOT_KEPT = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };
const ISSUE = `mutation ($clientId: ID!, $secret: String!, $scopes: [String!]) {
  issueClientToken(clientId: $clientId, secret: $secret, scopes: $scopes) { accessToken expiresAt scopes } }`;

/** OAuth 2.0 for third parties: an access token for client credentials (RFC 6749, section 4.4). */
export function tokenEndpoint(options: TokenEndpointOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if ((request.url ?? '').split('?', 1)[0] !== PATH) return false;
    try {
      const { accessToken, expiresAt, scopes } = await issue(request, options);
      const seconds = Math.round((new Date(expiresAt).getTime() - Date.now()) / 1000);
      const token = {
        access_token: accessToken,
        token_type: 'Bearer',
        expires_in: seconds,
        scope: scopes.join(' '),
      };
      await json(response, 200, token, NOT_KEPT);
    } catch (error) {
      const { code, message, status, headers } = asOAuth(error, options.log);
      await json(response, status, { error: code, error_description: message }, { ...NOT_KEPT, ...headers });
    }
    return true;
  };
}

async function issue(request: IncomingMessage, options: TokenEndpointOptions): Promise<Issued> {
  const asked: TokenRequest = await readTokenRequest(request);
  if (!isId(asked.clientId)) throw invalidClient('The client is unknown, or its secret is not good.');
  const facts = {
    requestId: randomUUID(),
    address: clientAddress(request, options.trustedProxies),
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    refreshToken: null,
  };
  const result = await options.subgraph()?.execute({ query: ISSUE, variables: { ...asked } }, PROGRAM, facts);
  const issued = result?.data?.issueClientToken as Issued | undefined;
  if (issued) return issued;
  throw result?.errors?.[0] ?? new Error('Nobody issues tokens at the moment.');
}

function asOAuth(error: unknown, log: Log): OAuthError {
  if (error instanceof OAuthError) return error;
  const { code, retryAfter } = (error as ApiError).extensions ?? {};
  const { message } = error as Error;
  if (code === 'INVALID_CREDENTIALS') return invalidClient(message);
  if (code === 'BAD_INPUT') {
    const { fields, http } = (error as ApiError).extensions as {
      fields?: { code: string }[];
      http?: unknown;
    };
    const isScope = !http && fields?.some((field) => field.code === 'SCOPE');
    return isScope ? new OAuthError('invalid_scope', message) : invalidRequest(message);
  }
  if (code === 'PAYLOAD_TOO_LARGE') return invalidRequest(message, 413);
  if (code === 'RATE_LIMITED')
    return new OAuthError('temporarily_unavailable', message, 429, { 'Retry-After': String(retryAfter) });
  log.error('no token was issued', error);
  return new OAuthError('temporarily_unavailable', 'No token can be issued at the moment. Try again.', 503);
}
