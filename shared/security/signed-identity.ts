import type { Clock } from '../clock';
import { JwtKeys } from './jwt-keys';

const ISSUER = 'liftbay-gateway';
const TTL_SECONDS = 60;
const REMEMBERED = 1000;

export interface IdentitySignerOptions {
  /** The first signs, all verify. */
  secrets: readonly string[];
  clock: Clock;
}

interface Remembered<Identity> {
  identity: Identity;
  expiresAt: number;
}

/**
 * The gateway tells a subgraph who is asking: a JWT for that subgraph alone, under a key that is derived for
 * it, so that no subgraph can pass a caller's identity on to another.
 */
export class IdentitySigner<Identity extends object> {
  private readonly keys = new Map<string, JwtKeys>();
  private readonly verified = new Map<string, Remembered<Identity>>();

  constructor(private readonly options: IdentitySignerOptions) {}

  sign(identity: Identity, audience: string): string {
    return this.keysFor(audience).sign({ identity }, this.expected(audience), TTL_SECONDS);
  }

  /** Frozen, because one token's identity is handed to every request that carries it. */
  verify(token: string, audience: string): Identity | null {
    const place = `${audience} ${token}`;
    const known = this.verified.get(place);
    if (known && this.options.clock.now().getTime() < known.expiresAt) return known.identity;
    if (known) this.verified.delete(place);
    const payload = this.keysFor(audience).verify(token, this.expected(audience));
    if (!payload || !isObject(payload.identity)) return null;
    const identity = deepFreeze(payload.identity) as Identity;
    this.remember(place, { identity, expiresAt: payload.exp * 1000 });
    return identity;
  }

  /** The oldest goes first; all live equally long, so it is the next to expire as well. */
  private remember(place: string, entry: Remembered<Identity>): void {
    const [oldest] = this.verified.keys();
    if (this.verified.size >= REMEMBERED && oldest !== undefined) this.verified.delete(oldest);
    this.verified.set(place, entry);
  }

  private keysFor(audience: string): JwtKeys {
    let keys = this.keys.get(audience);
    if (!keys) {
      keys = new JwtKeys(this.options.secrets, `identity for ${audience}`);
      this.keys.set(audience, keys);
    }
    return keys;
  }

  private expected(audience: string) {
    return { issuer: ISSUER, audience, now: this.options.clock.now() };
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (isObject(inner)) deepFreeze(inner);
  return Object.freeze(value);
}
