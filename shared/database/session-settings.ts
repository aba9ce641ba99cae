import type { PoolClient } from 'pg';

/**
 * What the session of each connection is set to, so that a connection that stays with one tenant is not told again.
 * Only `Reader` sets anything for a session, outside of transactions; a transaction's own settings end with it, but
 * whoever lends a connection for one forgets it here, because what a rollback takes back must not be believed.
 */
export class SessionSettings {
  private readonly known = new WeakMap<PoolClient, string>();

  are(client: PoolClient, settings: string): boolean {
    return this.known.get(client) === settings;
  }

  /** To be called once the database has confirmed them. */
  became(client: PoolClient, settings: string): void {
    this.known.set(client, settings);
  }

  forget(client: PoolClient): void {
    this.known.delete(client);
  }
}
