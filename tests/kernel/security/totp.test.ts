import { createHmac } from 'node:crypto';
import {
  hashRecoveryCode,
  newRecoveryCodes,
  newTotpSecret,
  totpUrl,
  verifyTotp,
} from '../../../shared/security/totp';

/** RFC 6238's own test secret, "12345678901234567890", in base32. */
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);

/** RFC 4226 worked out here, so that the library is compared with the standard and not with itself. */
function codeOf(secretBytes: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secretBytes).update(counter).digest();
  const offset = mac[19]! & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
const rfcCode = (step: number): string => codeOf(Buffer.from('12345678901234567890'), step);

describe('TOTP', () => {
  it('takes the codes of RFC 6238', () => {
    for (const [seconds, code] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_234_567_890, '005924'],
      [2_000_000_000, '279037'],
    ] as const) {
      expect(verifyTotp(rfcSecret, code, at(seconds), null)).toBe(Math.floor(seconds / 30));
      expect(rfcCode(Math.floor(seconds / 30))).toBe(code);
    }
  });

  it('takes a code one step off and none further', () => {
    const step = 1000;
    const now = at(step * 30 + 15);
    expect([-2, -1, 0, 1, 2].map((off) => verifyTotp(rfcSecret, rfcCode(step + off), now, null))).toEqual([
      null,
      999,
      1000,
      1001,
      null,
    ]);
  });

  it('takes each code once: not again, and none of an earlier step after a later one', () => {
    const now = at(1000 * 30);
    const used = verifyTotp(rfcSecret, rfcCode(1000), now, null);
    expect(used).toBe(1000);
    expect(verifyTotp(rfcSecret, rfcCode(1000), now, used)).toBeNull();
    expect(verifyTotp(rfcSecret, rfcCode(999), now, used)).toBeNull();
    expect(verifyTotp(rfcSecret, rfcCode(1001), now, used)).toBe(1001);
    expect(verifyTotp(rfcSecret, rfcCode(1000), now, 0)).toBe(1000);
  });

  it('reads a code as people type it and refuses what is none', () => {
    const now = at(59);
    expect(verifyTotp(rfcSecret, ' 287 082 ', now, null)).toBe(1);
    for (const code of ['', '28708', '2870820', '28708a', '٢٨٧٠٨٢', '287082'.repeat(1000)]) {
      expect(verifyTotp(rfcSecret, code, now, null)).toBeNull();
    }
  });

  it('makes secrets of 160 bits and the address for an authenticator', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    const url = new URL(totpUrl(secret, 'Bay & Co', 'anna@example.com'));
    expect(url.protocol).toBe('otpauth:');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      secret,
      issuer: 'Bay & Co',
      digits: '6',
      period: '30',
      algorithm: 'SHA1',
    });
    expect(decodeURIComponent(url.pathname)).toContain('anna@example.com');
  });
});

describe('recovery codes', () => {
  const secret = 'a secret for the hashes, of 32 characters or more';

  it('are ten different ones of 60 bits, easy to read aloud', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const seen = new Set(newRecoveryCodes(400).join('').replaceAll('-', ''));
    expect(seen.size).toBe(32);
  });

  it('are found again however they are typed', () => {
    const hash = hashRecoveryCode('7K3M-01QT-XY0Z', secret);
    for (const typed of ['7k3m01qtxy0z', ' 7K3M 01QT XY0Z ', '7k3m-olqt-xyoz', '7K3M-OIQT-XY0Z']) {
      expect(hashRecoveryCode(typed, secret)).toBe(hash);
    }
    expect(hashRecoveryCode('7K3M-01QT-XY01', secret)).not.toBe(hash);
  });

  it('cannot be looked up without the secret', () => {
    expect(hashRecoveryCode('7K3M-01QT-XY0Z', secret)).not.toBe(
      hashRecoveryCode('7K3M-01QT-XY0Z', `${secret}!`),
    );
  });
});
