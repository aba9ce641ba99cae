import { deriveSecret, keyedHash } from '../../../shared/security/secrets';
import { equalInConstantTime, hashToken, newToken } from '../../../shared/security/tokens';

const master = 'a master secret of enough characters, at least 32';

describe('deriveSecret', () => {
  it('agrees with HKDF-SHA256 worked out by hand for this secret and purpose', () => {
    // openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt key:"$master" -kdfopt info:mail HKDF
    expect(deriveSecret(master, 'mail').toString('hex')).toBe(
      '5e15f54f0d8ebfb9b1561ec17c306e08d6ecfd20c2d15a3eee37043790623bdc',
    );
  });

  it('gives another key for another purpose or another secret', () => {
    const keys = [deriveSecret(master, 'a'), deriveSecret(master, 'b'), deriveSecret(`${master}!`, 'a')].map(
      (key) => key.toString('hex'),
    );
    expect(new Set(keys).size).toBe(3);
    expect(deriveSecret(master, 'a').toString('hex')).toBe(keys[0]);
  });

  it('refuses a short secret', () => {
    expect(() => deriveSecret('short', 'mail')).toThrow('at least 32 characters');
  });
});

describe('keyedHash', () => {
  it('is the same for the same text, and different without the secret or for another purpose', () => {
    const hash = keyedHash(master, 'email', 'anna@example.com');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(keyedHash(master, 'email', 'anna@example.com')).toBe(hash);
    expect(keyedHash(master, 'phone', 'anna@example.com')).not.toBe(hash);
    expect(keyedHash(`${master}!`, 'email', 'anna@example.com')).not.toBe(hash);
    expect(keyedHash(master, 'email', 'anna@example.co')).not.toBe(hash);
  });
});

describe('tokens', () => {
  it('are random, URL-safe and as long as asked', () => {
    const tokens = Array.from({ length: 200 }, () => newToken());
    expect(new Set(tokens).size).toBe(200);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(newToken(16), 'base64url')).toHaveLength(16);
  });

  it('are kept as SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('are compared whole, also when their lengths differ', () => {
    expect(equalInConstantTime('abc', 'abc')).toBe(true);
    expect(equalInConstantTime('abc', 'abd')).toBe(false);
    expect(equalInConstantTime('abc', 'abcd')).toBe(false);
    expect(equalInConstantTime('abcd', 'abc')).toBe(false);
    expect(equalInConstantTime('', 'a')).toBe(false);
  });
});
