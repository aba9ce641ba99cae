import type { Reply } from './context';

const NAME = 'liftbay_refresh';

/** The refresh token for browsers: out of reach of scripts, sent to the graph alone, never across sites. */
export function refreshCookie(token: NonNullable<Reply['refreshToken']> | null, secure: boolean): string {
  const attributes = `Path=/graphql; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  if (!token) return `${NAME}=; Max-Age=0; ${attributes}`;
  return `${NAME}=${encodeURIComponent(token.value)}; Expires=${new Date(token.expiresAt).toUTCString()}; ${attributes}`;
}

export function readRefreshCookie(header: string | undefined): string | null {
  const found = (header ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${NAME}=`));
  const value = found?.slice(NAME.length + 1);
  try {
    return value ? decodeURIComponent(value) : null;
  } catch {
    return null;
  }
}
