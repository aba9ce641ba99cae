import { createHmac } from 'node:crypto';
import { deriveSecret } from './secrets';
import { equalInConstantTime } from './tokens';

const EXPIRES = 'expires';
const SIGNATURE = 'signature';

export interface PathGrant {
  expiresAt: Date;
  method: string;
  /** Whatever else the link settles; readable in it, and not to be changed. */
  extra?: Readonly<Record<string, string>>;
}

/** Links that carry their own permission: path, method, expiry and extras, under an HMAC in the query string. */
export class PathSigner {
  private readonly key: Buffer;

  constructor(secret: string, purpose: string) {
    this.key = deriveSecret(secret, purpose);
  }

  /** @param path the path alone, percent-encoded as it will be requested */
  signPath(path: string, { expiresAt, method, extra = {} }: PathGrant): string {
    if (path.includes('?')) throw new Error('The path to sign has a query already');
    if (EXPIRES in extra || SIGNATURE in extra) throw new Error(`${EXPIRES} and ${SIGNATURE} are reserved`);
    const expires = String(Math.floor(expiresAt.getTime() / 1000));
    const query = new URLSearchParams({ ...extra, [EXPIRES]: expires });
    query.set(SIGNATURE, this.signature(method, path, query));
    return `${path}?${query}`;
  }

  /** The extras, or null for a link that is changed, expired, or for another method. */
  verifyPath(pathAndQuery: string, method: string, now: Date): Record<string, string> | null {
    const cut = pathAndQuery.indexOf('?');
    if (cut < 0) return null;
    const query = new URLSearchParams(pathAndQuery.slice(cut + 1));
    const given = query.get(SIGNATURE) ?? '';
    query.delete(SIGNATURE);
    if (!equalInConstantTime(given, this.signature(method, pathAndQuery.slice(0, cut), query))) return null;
    const { [EXPIRES]: expires, ...extra } = Object.fromEntries(query);
    return now.getTime() < Number(expires) * 1000 ? extra : null;
  }

  private signature(method: string, path: string, query: URLSearchParams): string {
    const parameters = [...query].sort(([a], [b]) => (a < b ? -1 : 1));
    const signed = JSON.stringify([method.toUpperCase(), path, parameters]);
    return createHmac('sha256', this.key).update(signed).digest('base64url');
  }
}
