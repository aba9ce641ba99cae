import { generateKey, Keyring } from '../../../shared/security/keyring';

const key1 = generateKey();
const key2 = generateKey();
const old = new Keyring(`k1:${key1}`);
const rotated = new Keyring(`k2:${key2},k1:${key1}`);

const flip = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

describe('Keyring', () => {
  it('opens what it sealed, whatever the text', () => {
    for (const plain of ['', 'x', '+36 30 123 4567', 'Zsófia 日本 🚗', 'a'.repeat(100_000)]) {
      const sealed = rotated.encrypt(plain, 'person.phone');
      expect(rotated.decrypt(sealed, 'person.phone')).toBe(plain);
      expect(rotated.isSealed(sealed)).toBe(true);
    }
  });

  it('seals the same text differently each time and shows nothing of it', () => {
    const sealed = Array.from({ length: 50 }, () => rotated.encrypt('secret words', 'p'));
    expect(new Set(sealed).size).toBe(50);
    expect(sealed.join()).not.toContain(Buffer.from('secret words').toString('base64url').slice(0, 8));
  });

  it('seals with the first key and opens with every key, so that keys can be rotated', () => {
    const before = old.encrypt('kept', 'p');
    expect(rotated.decrypt(before, 'p')).toBe('kept');
    const after = rotated.encrypt('new', 'p');
    expect(after).toMatch(/^v1\.k2\./);
    expect(() => old.decrypt(after, 'p')).toThrow('k2, which is not in the keyring');
    expect(() => new Keyring(`k1:${key2}`).decrypt(before, 'p')).toThrow('changed, or sealed for another');
  });

  it('refuses a value that was sealed for another purpose', () => {
    const sealed = rotated.encrypt('kept', 'user.totp');
    expect(() => rotated.decrypt(sealed, 'user.phone')).toThrow('another purpose');
  });

  it('refuses a value with any one character changed', () => {
    const sealed = rotated.encrypt('kept as it was', 'p');
    for (let at = 0; at < sealed.length; at += 1) {
      expect(() => rotated.decrypt(flip(sealed, at), 'p')).toThrow();
    }
  });

  it('knows one spelling of a sealed value, though base64 would allow several', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (const plain of ['1', '12', '123']) {
      const sealed = rotated.encrypt(plain, 'p');
      const others = Array.from(alphabet, (last) => sealed.slice(0, -1) + last).filter((s) => s !== sealed);
      for (const other of others) expect(() => rotated.decrypt(other, 'p')).toThrow();
    }
  });

  it('refuses a cut tag, a swapped part and plain text', () => {
    const a = rotated.encrypt('first', 'p').split('.');
    const b = rotated.encrypt('other', 'p').split('.');
    expect(() => rotated.decrypt([a[0], a[1], a[2], b[3]].join('.'), 'p')).toThrow('changed');
    const cut = Buffer.from(a[3]!, 'base64url').subarray(0, -1).toString('base64url');
    expect(() => rotated.decrypt([a[0], a[1], a[2], cut].join('.'), 'p')).toThrow();
    for (const text of ['', 'plain', 'v1.k2.x.y', 'v2.k2.aaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaa']) {
      expect(rotated.isSealed(text)).toBe(false);
      expect(() => rotated.decrypt(text, 'p')).toThrow('Not a sealed value');
    }
  });

  it.each([
    ['', 'entry 1 is not of the form id:base64key'],
    ['k1', 'entry 1 is not of the form'],
    [`k1:${key1},`, 'entry 2 is not of the form'],
    [`k1:${key1}:x`, 'entry 1 is not of the form'],
    [`a.b:${key1}`, 'the id must be'],
    [`k1:${key1},k1:${key2}`, 'the id k1 is used twice'],
    ['k1:c2hvcnQ=', '(k1): the key must be 32 bytes'],
    [`k1:${key1.slice(0, -4)}!!!!`, 'the key must be 32 bytes'],
  ])('explains what is wrong with the keyring %#', (text, message) => {
    expect(() => new Keyring(text)).toThrow(message);
  });

  it('never shows key material in an error', () => {
    const failed = () => new Keyring(`k1:${key1}${key2}`);
    expect(failed).toThrow();
    try {
      failed();
    } catch (error) {
      expect(String(error)).not.toContain(key1.slice(0, 12));
    }
  });
});
