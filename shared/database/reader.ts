import type { PoolClient } from 'pg';
import type { ObjectLiteral } from 'typeorm';
import type { Identity } from '../access/identity';
import type { Database } from './database';
import { type Readable, visibleTo } from './readable';
import { type Sql, sql } from './sql';

const SCOPE = "select set_config('liftbay.organisation', $1, false)";

/**
 * Reads for one tenant. Each read takes a connection, sends the tenant and the statement in one flight, and
 * gives the connection back at once: nobody holds one while something else is awaited.
 */
export class Reader {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  async query<T>(statement: Sql): Promise<T[]> {
    const client = await this.database.pool.connect();
    try {
      const [, rows] = await Promise.all([this.scope(client), this.database.send<T>(client, statement)]);
      client.release();
      return rows;
    } catch (error) {
      // The connection may be in any state; the pool replaces it.
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }

  /** The rows of a type that this identity may see, among those the predicate selects (table alias `t`). */
  async rows<E extends ObjectLiteral>(type: Readable<E>, where: Sql, tail: Sql = sql``): Promise<E[]> {
    const table = this.database.table(type.entity);
    const found = await this.query<Record<string, unknown>>(
      sql`select ${table.select} from ${table.name} t where (${where}) and (${this.visible(type)}) ${tail}`,
    );
    return found.map((row) => table.fromRow(row));
  }

  async count<E extends ObjectLiteral>(type: Readable<E>, where: Sql): Promise<number> {
    const table = this.database.table(type.entity);
    const [row] = await this.query<{ count: number }>(
      sql`select count(*) as count from ${table.name} t where (${where}) and (${this.visible(type)})`,
    );
    return row!.count;
  }

  /** What this identity may see of a type, as a predicate over the alias `t`. */
  visible<E extends ObjectLiteral>(type: Readable<E>): Sql {
    return visibleTo(type, this.identity);
  }

  private scope(client: PoolClient) {
    return client.query({ name: 'scope', text: SCOPE, values: [this.identity.organisationId ?? ''] });
  }
}
