/** The errors of RFC 6749, section 5.2, and one for too many attempts, of which it says nothing. */
export type OAuthCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable';

export class OAuthError extends Error {
  constructor(
    readonly code: OAuthCode,
    message: string,
    readonly status = 400,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

export const invalidRequest = (message: string, status = 400, headers = {}): OAuthError =>
  new OAuthError('invalid_request', message, status, headers);

export const invalidClient = (message: string): OAuthError =>
  new OAuthError('invalid_client', message, 401, {
    'WWW-Authenticate': 'Basic realm="liftbay", charset="UTF-8"',
  });
