import { JwtKeys } from './jwt-keys';

/** What an access token says: who, of which organisation, in which session, and what kind of caller. */
export interface AccessClaims {
  sub: string;
  org: string;
  sid: string;
  kind: string;
  /** The program itself asks on their behalf, and so from no address of theirs. Such a token stays in the house. */
  fromUs?: boolean;
}

/** `expiresAt` is for what outlives a request: a socket is closed when its token ends. */
export interface VerifiedAccess extends AccessClaims {
  expiresAt: Date;
}

export interface AccessTokenOptions {
  /** The first signs, all verify: rotate by putting a new one in front for as long as a token lives. */
  secrets: readonly string[];
  issuer: string;
  audience: string;
}

export class AccessTokens {
  private readonly keys: JwtKeys;

  constructor(private readonly options: AccessTokenOptions) {
    this.keys = new JwtKeys(options.secrets, 'access-token');
  }

  issue({ sub, org, sid, kind, fromUs }: AccessClaims, ttlSeconds: number, now: Date): string {
    return this.keys.sign(
      { sub, org, sid, kind, ...(fromUs ? { fromUs } : {}) },
      this.expected(now),
      ttlSeconds,
    );
  }

  verify(token: string, now: Date): VerifiedAccess | null {
    const payload = this.keys.verify(token, this.expected(now));
    if (!payload) return null;
    const { sub, org, sid, kind, exp } = payload;
    if (![sub, org, sid, kind].every((claim) => typeof claim === 'string' && claim !== '')) return null;
    return {
      sub: sub!,
      org,
      sid,
      kind,
      expiresAt: new Date(exp * 1000),
      ...(payload.fromUs === true ? { fromUs: true } : {}),
    };
  }

  private expected(now: Date) {
    return { issuer: this.options.issuer, audience: this.options.audience, now };
  }
}
