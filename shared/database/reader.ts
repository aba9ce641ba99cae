import type { PoolClient } from 'pg';
import type { ObjectLiteral } from 'typeorm';
import type { Identity } from '../access/identity';
import type { Database } from './database';
import { inOneWrite } from './one-write';
import type { Projection } from './projection';
import { type Readable, visibleTo } from './readable';
import { type Planned, type Sql, sql } from './sql';

const SCOPE =
  "select set_config('liftbay.organisation', $1, false), set_config('plan_cache_mode', $2, false)";

/** Those that will do; where a session has none of them, it is set to the first. */
const PLAN_CACHE_MODES: Record<Planned, readonly [string, ...string[]]> = {
  'as PostgreSQL likes': ['auto'],
  whichever: ['auto', 'force_generic_plan'],
  once: ['force_generic_plan'],
  'each time': ['force_custom_plan'],
};

/**
 * Reads for one tenant. Each read takes a connection, sends the statement, in one flight with the tenant unless the
 * connection's session is that tenant's already, and gives the connection back at once: nobody holds one while
 * something else is awaited.
 */
export class Reader {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  query<T>(statement: Sql): Promise<T[]> {
    return this.lend(statement, (client) => this.database.send<T>(client, statement));
  }

  /** Rows of a projection's columns. */
  project<E>(statement: Sql, projection: Projection<E>): Promise<E[]> {
    return this.database.together.read(this.identity.organisationId, statement, (leaves) =>
      this.lend(statement, (client) => {
        leaves();
        return this.database.sendForRows(client, statement, projection);
      }),
    );
  }

  private async lend<T>(statement: Sql, read: (client: PoolClient) => Promise<T[]>): Promise<T[]> {
    const { settings } = this.database;
    const organisation = this.identity.organisationId ?? '';
    const modes = PLAN_CACHE_MODES[statement.planned];
    const client = await this.database.connect();
    try {
      if (modes.some((mode) => settings.are(client, `${organisation},${mode}`))) {
        const rows = await read(client);
        client.release();
        return rows;
      }
      const scope = { name: 'scope', text: SCOPE, values: [organisation, modes[0]] };
      const [, rows] = await Promise.all(
        inOneWrite(client, () => [client.query(scope), read(client)] as const),
      );
      settings.became(client, `${organisation},${modes[0]}`);
      client.release();
      return rows;
    } catch (error) {
      // The connection may be in any state; the pool replaces it.
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }

  /**
   * The rows of a type that this identity may see, among those the predicate selects (table alias `t`); with the
   * columns that are named, or all.
   */
  async rows<E extends ObjectLiteral>(
    type: Readable<E>,
    where: Sql,
    tail: Sql = sql``,
    columns: ReadonlySet<string> | null = null,
  ): Promise<E[]> {
    const table = this.database.table(type.entity);
    const projection = table.projection(columns);
    return this.project(
      sql`select ${projection.select} from ${table.name} t where (${where}) and (${this.visible(type)}) ${tail}`,
      projection,
    );
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
}
