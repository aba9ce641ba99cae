import type { GatewayContext } from '../context';
import type { GatewayDatabase } from '../database';
import type { Principals } from '../principals';
import type { ClientUse } from './client-use';

/** How long an answer is remembered when no word of a change comes. */
const REMEMBERED_MS = 5_000;
const MOST_REMEMBERED = 2_000;

interface Remembered {
  organisationId: string;
  body: Promise<string | undefined>;
  until: number;
}

/** What each third party may run: nothing but what was registered for it, as the database says now. */
export class RegisteredDocuments {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly database: GatewayDatabase,
    principals: Principals,
    private readonly use: ClientUse,
  ) {
    principals.onForgotten((organisationId) => this.forget(organisationId));
  }

  /** The text, if this client may run it. That it does is noted. */
  async textOf({ identity, facts }: GatewayContext, hash: string): Promise<string | undefined> {
    const body = await this.find(identity.organisationId!, identity.actorId!, hash);
    if (body !== undefined) this.use.note(identity, hash, facts);
    return body;
  }

  private find(organisationId: string, clientId: string, hash: string): Promise<string | undefined> {
    const key = `${clientId}:${hash}`;
    const now = Date.now();
    const known = this.remembered.get(key);
    if (known && known.until > now) return known.body;
    const body = this.read(organisationId, clientId, hash);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, { organisationId, body, until: now + REMEMBERED_MS });
    body.catch(() => this.remembered.delete(key));
    return body;
  }

  private async read(organisationId: string, clientId: string, hash: string): Promise<string | undefined> {
    const [row] = await this.database.read<{ body: string }>(
      organisationId,
      'select * from customer.registered_document($1, $2)',
      [clientId, hash],
    );
    return row?.body;
  }

  private forget(organisationId: string): void {
    for (const [key, entry] of this.remembered)
      if (entry.organisationId === organisationId) this.remembered.delete(key);
  }
}
