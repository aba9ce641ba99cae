import { PathSigner } from '../../../shared/security/signed-url';

const signer = new PathSigner('a secret for links, 32 characters or more', 'files');
const now = new Date('2026-11-20T10:00:00Z');
const expiresAt = new Date(now.getTime() + 60_000);
const extra = { type: 'image/png', name: 'Számla & több = 100%.png' };
const signed = signer.signPath('/files/a-1', { method: 'PUT', expiresAt, extra });

describe('PathSigner', () => {
  it('gives the extras back to whoever holds the link', () => {
    expect(signer.verifyPath(signed, 'PUT', now)).toEqual(extra);
    expect(signer.verifyPath(signed, 'put', now)).toEqual(extra);
    expect(signer.verifyPath(signer.signPath('/x', { method: 'GET', expiresAt }), 'GET', now)).toEqual({});
  });

  it('ends when it says', () => {
    expect(signer.verifyPath(signed, 'PUT', new Date(expiresAt.getTime() - 1))).toEqual(extra);
    expect(signer.verifyPath(signed, 'PUT', expiresAt)).toBeNull();
  });

  it.each([
    ['another method', signed, 'GET'],
    ['another path', signed.replace('a-1', 'a-2'), 'PUT'],
    ['the same path spelt differently', signed.replace('a-1', 'a%2D1'), 'PUT'],
    ['a later expiry', signed.replace(/expires=\d+/, 'expires=9999999999'), 'PUT'],
    ['no expiry', signed.replace(/expires=\d+&?/, ''), 'PUT'],
    ['another type', signed.replace('png&', 'svg&'), 'PUT'],
    ['one more parameter', `${signed}&admin=1`, 'PUT'],
    ['a parameter given twice', `${signed}&type=text%2Fhtml`, 'PUT'],
    ['a parameter fewer', signed.replace(/name=[^&]+&/, ''), 'PUT'],
    ['no signature', signed.replace(/&signature=.*/, ''), 'PUT'],
    ['an empty signature', signed.replace(/signature=.*/, 'signature='), 'PUT'],
    ['a cut signature', signed.slice(0, -1), 'PUT'],
    ['two signatures, the right one last', signed.replace('signature=', 'signature=x&signature='), 'PUT'],
    ['no query', '/files/a-1', 'PUT'],
    ['nothing', '', 'PUT'],
  ])('refuses %s', (_, url, method) => {
    expect(url).not.toBe(method === 'PUT' ? signed : '');
    expect(signer.verifyPath(url, method, now)).toBeNull();
  });

  it('is refused under another secret or for another purpose', () => {
    const others = [
      new PathSigner('a secret for links, 32 characters or more', 'reports'),
      new PathSigner('another secret for links, of 32 characters', 'files'),
    ];
    for (const other of others) expect(other.verifyPath(signed, 'PUT', now)).toBeNull();
  });

  it('does not confuse where one value ends and the next begins', () => {
    const a = signer.signPath('/f', { method: 'GET', expiresAt, extra: { a: 'x&b=y' } });
    expect(signer.verifyPath(a, 'GET', now)).toEqual({ a: 'x&b=y' });
    const signature = new URLSearchParams(a.split('?')[1]).get('signature');
    const split = `/f?a=x&b=y&expires=${expiresAt.getTime() / 1000}&signature=${signature}`;
    expect(signer.verifyPath(split, 'GET', now)).toBeNull();
  });

  it('refuses to sign what it could not verify', () => {
    expect(() => signer.signPath('/f?x=1', { method: 'GET', expiresAt })).toThrow('query');
    expect(() => signer.signPath('/f', { method: 'GET', expiresAt, extra: { signature: 'x' } })).toThrow(
      'reserved',
    );
  });
});
