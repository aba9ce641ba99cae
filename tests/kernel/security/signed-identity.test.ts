import { deriveSecret } from '../../../shared/security/secrets';
import { IdentitySigner } from '../../../shared/security/signed-identity';
import { decodePart, forge, tamper } from './forge';

interface Identity {
  user: string;
  permissions: string[];
}

const secret = 'what gateway and subgraphs share, 32 characters';
const identity: Identity = { user: 'u1', permissions: ['customer:read', 'vehicle:read'] };
let time = Date.parse('2026-11-20T10:00:00Z');
const clock = { now: () => new Date(time) };
const signer = () => new IdentitySigner<Identity>({ secrets: [secret], clock });

describe('IdentitySigner', () => {
  it('hands an identity to one subgraph for a minute', () => {
    const token = signer().sign(identity, 'vehicle');
    expect(signer().verify(token, 'vehicle')).toEqual(identity);
    expect(decodePart(token, 1)).toEqual({
      identity,
      iss: 'liftbay-gateway',
      aud: 'vehicle',
      iat: time / 1000,
      exp: time / 1000 + 60,
    });
  });

  it('is refused by every other subgraph, which cannot forge one either', () => {
    const token = signer().sign(identity, 'vehicle');
    expect(signer().verify(token, 'billing')).toBeNull();
    const vehicleKey = deriveSecret(secret, 'identity for vehicle');
    const header = decodePart(token, 0);
    const forBilling = { ...decodePart(token, 1), aud: 'billing' };
    expect(signer().verify(forge(header, forBilling, vehicleKey), 'billing')).toBeNull();
    expect(signer().verify(forge(header, forBilling, vehicleKey), 'vehicle')).toBeNull();
    const billingHeader = decodePart(signer().sign(identity, 'billing'), 0);
    expect(signer().verify(forge(billingHeader, forBilling, vehicleKey), 'billing')).toBeNull();
  });

  it('is refused unsigned, tampered with, from another issuer, or with anything but an object inside', () => {
    const token = signer().sign(identity, 'vehicle');
    const header = decodePart(token, 0);
    const payload = decodePart(token, 1);
    const key = deriveSecret(secret, 'identity for vehicle');
    expect(signer().verify(forge(header, payload, key), 'vehicle')).toEqual(identity);
    for (const bad of [
      forge({ ...header, alg: 'none' }, payload),
      forge(header, { ...payload, iss: 'somebody' }, key),
      forge(header, { ...payload, exp: undefined }, key),
      forge(header, { ...payload, identity: null }, key),
      forge(header, { ...payload, identity: 'u1' }, key),
      forge(header, payload, secret),
      tamper(token, 1, 20),
      tamper(token, 2, 5),
      JSON.stringify(identity),
      '',
    ]) {
      expect(signer().verify(bad, 'vehicle')).toBeNull();
    }
  });

  it('remembers what it has verified, and never beyond the expiry or for another audience', () => {
    const one = signer();
    const token = one.sign(identity, 'vehicle');
    const first = one.verify(token, 'vehicle');
    expect(one.verify(token, 'vehicle')).toBe(first);
    expect(one.verify(token, 'billing')).toBeNull();
    time += 59_999;
    expect(one.verify(token, 'vehicle')).toBe(first);
    time += 1;
    expect(one.verify(token, 'vehicle')).toBeNull();
    expect(one.verify(token, 'vehicle')).toBeNull();
  });

  it('goes on verifying when more tokens have passed than it remembers', () => {
    const one = signer();
    const tokens = Array.from({ length: 1500 }, (_, n) =>
      one.sign({ ...identity, user: `u${n}` }, 'vehicle'),
    );
    const first = one.verify(tokens[0]!, 'vehicle');
    for (const _ of [1, 2]) {
      tokens.forEach((token, n) => {
        expect(one.verify(token, 'vehicle')?.user).toBe(`u${n}`);
      });
    }
    expect(one.verify(tokens[0]!, 'vehicle')).not.toBe(first);
  });

  it('gives out what nobody can change under another request', () => {
    const one = signer();
    const got = one.verify(one.sign(identity, 'vehicle'), 'vehicle');
    expect(() => got!.permissions.push('everything')).toThrow(TypeError);
    expect(() => Object.assign(got!, { user: 'admin' })).toThrow(TypeError);
  });

  it('verifies under an older secret while secrets are rotated', () => {
    const token = signer().sign(identity, 'vehicle');
    const secrets = ['a newer secret of 32 characters or more', secret];
    expect(new IdentitySigner<Identity>({ secrets, clock }).verify(token, 'vehicle')).toEqual(identity);
  });
});
