import type { Identity, RequestFacts } from '../../shared/access/identity';
import { newId } from '../../shared/ids';
import type { Log } from '../../shared/log';
import type { GatewayDatabase } from '../database';

/** As often as a use is written down, of one secret and one document: what is shown is good to the minute. */
const NOTED_EVERY_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/** Notes that a third party's secret is in use, and what runs with it. Nobody waits for it. */
export class ClientUse {
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly database: GatewayDatabase,
    private readonly log: Log,
  ) {}

  note({ organisationId, sessionId }: Identity, hash: string, facts: RequestFacts): void {
    const key = `${sessionId}:${hash}`;
    const now = Date.now();
    if ((this.noted.get(key) ?? 0) > now - NOTED_EVERY_MS) return;
    if (this.noted.size >= MOST_REMEMBERED) this.noted.clear();
    this.noted.set(key, now);
    const { address, userAgent, requestId } = facts;
    this.database
      .read(organisationId!, 'select customer.note_client_use($1, $2, $3, $4, $5, $6)', [
        sessionId,
        hash,
        newId(),
        address,
        userAgent,
        requestId,
      ])
      .catch((error: unknown) => this.log.error('the use of a client was not noted', error));
  }
}
