import type { IncomingMessage } from 'node:http';
import { readBody } from '../http/body';
import { invalidClient, invalidRequest, OAuthError } from './oauth-error';

export interface TokenRequest {
  clientId: string;
  secret: string;
  scopes: string[] | null;
}

const MOST_BYTES = 16 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** Client credentials as RFC 6749 has them: a form, with the secret in it or in the Authorization header. */
export async function readTokenRequest(request: IncomingMessage): Promise<TokenRequest> {
  if (request.method !== 'POST') throw invalidRequest('Ask for tokens by POST.', 405, { Allow: 'POST' });
  if (request.url?.includes('?'))
    throw invalidRequest('Nothing is taken from the address: it stands in logs. Send a form.');
  const type = request.headers['content-type']?.split(';', 1).join().trim().toLowerCase();
  if (type !== FORM) throw invalidRequest(`Send the request as ${FORM}.`);
  const form = new URLSearchParams((await readBody(request, { maxBytes: MOST_BYTES })).toString('utf8'));
  const grant = once(form, 'grant_type');
  if (grant === null) throw invalidRequest('`grant_type` is missing.');
  if (grant !== 'client_credentials')
    throw new OAuthError('unsupported_grant_type', 'Only client_credentials is granted here.');
  const scope = once(form, 'scope');
  return { ...credentialsIn(request, form), scopes: scope?.split(' ').filter(Boolean) ?? null };
}

function credentialsIn(
  request: IncomingMessage,
  form: URLSearchParams,
): Pick<TokenRequest, 'clientId' | 'secret'> {
  const { authorization } = request.headers;
  const [id, secret] = [once(form, 'client_id'), once(form, 'client_secret')];
  if (authorization === undefined) {
    if (id === null || secret === null)
      throw invalidClient('Say which client it is: by the Authorization header, or in the form.');
    return { clientId: id, secret };
  }
  if (secret !== null) throw invalidRequest('Send the secret once: in the header or in the form.');
  const basic = basicIn(authorization);
  if (id !== null && id !== basic.clientId) throw invalidRequest('Header and form name different clients.');
  return basic;
}

/** Id and secret are form-encoded before they are joined, as section 2.3.1 wants them. */
function basicIn(authorization: string): Pick<TokenRequest, 'clientId' | 'secret'> {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  try {
    if (id && secret) return { clientId: decoded(id), secret: decoded(secret) };
  } catch {
    // Half of an escape.
  }
  throw invalidClient('The Authorization header is not of the Basic scheme.');
}

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

function once(form: URLSearchParams, name: string): string | null {
  const [value, ...more] = form.getAll(name);
  if (more.length) throw invalidRequest(`\`${name}\` may be there once.`);
  return value || null;
}
