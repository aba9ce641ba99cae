import { AccessTokens } from '../../../shared/security/access-token';
import { deriveSecret } from '../../../shared/security/secrets';
import { decodePart, forge, tamper } from './forge';

const secret = 'the first signing secret, 32 characters or more';
const newer = 'the second signing secret, 32 characters or more';
const options = { issuer: 'https://api.example.com', audience: 'graph' };
const tokens = new AccessTokens({ ...options, secrets: [secret] });
const now = new Date('2026-11-20T10:00:00Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const claims = { sub: 'u1', org: 'o1', sid: 's1', kind: 'user' };
const key = deriveSecret(secret, 'access-token');

describe('AccessTokens', () => {
  const token = tokens.issue(claims, 900, now);
  const header = decodePart(token, 0);
  const payload = decodePart(token, 1);

  it('gives back the claims and the end, and nothing else', () => {
    expect(tokens.verify(token, later(899))).toEqual({ ...claims, expiresAt: later(900) });
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT', kid: expect.any(String) });
    expect(payload).toEqual({
      ...claims,
      iss: options.issuer,
      aud: options.audience,
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 900,
    });
  });

  it('refuses an expired token, from the second it ends', () => {
    expect(tokens.verify(token, later(900))).toBeNull();
    expect(tokens.verify(token, later(100_000))).toBeNull();
  });

  it('takes a token forged with the right key, which shows that the forgeries below fail for their own reason', () => {
    expect(tokens.verify(forge(header, payload, key), now)).toMatchObject(claims);
  });

  it.each([
    ['alg none without a signature', () => forge({ ...header, alg: 'none' }, payload)],
    ['alg none with a signature', () => forge({ ...header, alg: 'none' }, payload, key)],
    ['alg NONE in capitals', () => forge({ ...header, alg: 'NONE' }, payload)],
    ['HS384 under the right key', () => forge({ ...header, alg: 'HS384' }, payload, key, 'sha384')],
    ['HS512 under the right key', () => forge({ ...header, alg: 'HS512' }, payload, key, 'sha512')],
    ['RS256 in the header', () => forge({ ...header, alg: 'RS256' }, payload, key)],
    ['the bare secret as the key', () => forge(header, payload, secret)],
    ['another key', () => forge(header, payload, deriveSecret(newer, 'access-token'))],
    ['an empty key', () => forge(header, payload, '')],
    ['no key id', () => forge({ alg: 'HS256', typ: 'JWT' }, payload, key)],
    ['an unknown key id', () => forge({ ...header, kid: 'x' }, payload, key)],
    ['a key id that is no text', () => forge({ ...header, kid: { a: 1 } }, payload, key)],
    ['a key id from the prototype', () => forge({ ...header, kid: '__proto__' }, payload, key)],
    ['no expiry', () => forge(header, { ...payload, exp: undefined }, key)],
    ['an expiry that is text', () => forge(header, { ...payload, exp: '9999999999' }, key)],
    ['another issuer', () => forge(header, { ...payload, iss: 'https://evil.example' }, key)],
    ['no issuer', () => forge(header, { ...payload, iss: undefined }, key)],
    ['another audience', () => forge(header, { ...payload, aud: 'billing' }, key)],
    ['no audience', () => forge(header, { ...payload, aud: undefined }, key)],
    ['no organisation', () => forge(header, { ...payload, org: undefined }, key)],
    ['an empty subject', () => forge(header, { ...payload, sub: '' }, key)],
    ['claims that are no object', () => forge(header, [], key)],
  ])('refuses %s', (_, make) => {
    expect(tokens.verify(make(), now)).toBeNull();
  });

  it('refuses a token with any one character changed', () => {
    token.split('.').forEach((part, index) => {
      for (let at = 0; at < part.length; at += 1) {
        expect(tokens.verify(tamper(token, index as 0 | 1 | 2, at), now)).toBeNull();
      }
    });
  });

  it('answers null, and does not throw, for what is no token', () => {
    const garbage = `${token.split('.')[0]}.bm90IGpzb24.c2lnbmF0dXJl`;
    for (const text of ['', '.', '..', 'a.b', 'a.b.c', 'Bearer x', `${token}.x`, ` ${token}`, garbage]) {
      expect(tokens.verify(text, now)).toBeNull();
    }
  });

  it('verifies under every secret and signs with the first, so that secrets can be rotated', () => {
    const rotated = new AccessTokens({ ...options, secrets: [newer, secret] });
    expect(rotated.verify(token, now)).toMatchObject(claims);
    const fresh = rotated.issue(claims, 900, now);
    expect(rotated.verify(fresh, now)).toMatchObject(claims);
    expect(tokens.verify(fresh, now)).toBeNull();
    expect(new AccessTokens({ ...options, secrets: [newer] }).verify(token, now)).toBeNull();
  });

  it('refuses to start without a good secret', () => {
    expect(() => new AccessTokens({ ...options, secrets: [] })).toThrow('no secret');
    expect(() => new AccessTokens({ ...options, secrets: ['short'] })).toThrow('at least 32 characters');
  });
});
