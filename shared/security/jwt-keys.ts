import { createSecretKey, type KeyObject } from 'node:crypto';
import { JsonWebTokenError, type JwtPayload, sign, verify } from 'jsonwebtoken';
import { deriveSecret } from './secrets';

export interface Expected {
  issuer: string;
  audience: string;
  now: Date;
}

/**
 * HS256 and nothing else, under keys derived for one purpose from one or more secrets: the first signs, all
 * verify, and the token's `kid` says which. The key id is derived too, so that there is none to configure.
 */
export class JwtKeys {
  private readonly keys = new Map<string, KeyObject>();
  private readonly firstId: string;

  constructor(secrets: readonly string[], purpose: string) {
    for (const secret of secrets) {
      const id = deriveSecret(secret, `${purpose} key id`).toString('base64url').slice(0, 8);
      this.keys.set(id, createSecretKey(deriveSecret(secret, purpose)));
    }
    const [firstId] = this.keys.keys();
    if (!firstId) throw new Error(`There is no secret for ${purpose}`);
    this.firstId = firstId;
  }

  sign(claims: object, { issuer, audience, now }: Expected, ttlSeconds: number): string {
    const issuedAt = toSeconds(now);
    const payload = { ...claims, iss: issuer, aud: audience, iat: issuedAt, exp: issuedAt + ttlSeconds };
    return sign(payload, this.keys.get(this.firstId)!, { algorithm: 'HS256', keyid: this.firstId });
  }

  /** The payload, with its `exp`; null for anything that is not exactly ours and current. */
  verify(token: string, { issuer, audience, now }: Expected): (JwtPayload & { exp: number }) | null {
    const key = this.keys.get(keyIdOf(token));
    if (!key) return null;
    try {
      const payload = verify(token, key, {
        algorithms: ['HS256'],
        issuer,
        audience,
        clockTimestamp: toSeconds(now),
      });
      return hasExpiry(payload) ? payload : null;
    } catch (error) {
      if (error instanceof JsonWebTokenError || error instanceof SyntaxError) return null;
      throw error;
    }
  }
}

const toSeconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);

/** jsonwebtoken takes a token without `exp` as one that lives for ever. */
const hasExpiry = (payload: JwtPayload | string): payload is JwtPayload & { exp: number } =>
  typeof payload === 'object' && typeof payload.exp === 'number';

/** Read before anything is verified, and used only to choose among our own keys. */
function keyIdOf(token: string): string {
  try {
    const header: unknown = JSON.parse(
      Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString(),
    );
    const named = typeof header === 'object' && header !== null && 'kid' in header;
    return named && typeof header.kid === 'string' ? header.kid : '';
  } catch {
    return '';
  }
}
