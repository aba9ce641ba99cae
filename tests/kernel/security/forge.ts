import { createHmac } from 'node:crypto';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const decodePart = (token: string, part: 0 | 1): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[part]!, 'base64url').toString());

/** A JWT put together by hand, as an attacker would: any header, any claims, signed with any key or with none. */
export function forge(header: object, claims: object, key?: string | Buffer, hash = 'sha256'): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${key === undefined ? '' : createHmac(hash, key).update(signed).digest('base64url')}`;
}

/** The same token with one character of one part changed. */
export function tamper(token: string, part: 0 | 1 | 2, at: number): string {
  const parts = token.split('.');
  const text = parts[part]!;
  parts[part] = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
  return parts.join('.');
}
