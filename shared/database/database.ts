import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { SnakeNaming } from './naming';
import { PreparedNames } from './prepared-names';
import type { Projection } from './projection';
import { ReadsTogether } from './reads-together';
import { RowsQuery } from './rows-query';
import { SessionSettings } from './session-settings';
import type { Sql } from './sql';
import { TableMap } from './table-map';
import { busy, Turns } from './turns';
import { typeParsers } from './type-parsers';

/**
 * Pages are in memory or on disks without arms. With PostgreSQL's own guess, a plan that fits any values looks
 * dearer than it is, and statements are planned again and again.
 */
const SESSION = [
  '-c timezone=UTC',
  '-c statement_timeout=30000',
  '-c idle_in_transaction_session_timeout=60000',
  '-c random_page_cost=1.1',
].join(' ');

/**
 * A connection that breaks while it is lent out fails the query that it runs, and says so as an event besides: with
 * nobody listening, that event would end the process. TypeORM made the first connection before we could listen for
 * new ones, so they are met when they are lent out.
 */
function survive(pool: Pool): void {
  const met = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (!met.has(client)) client.on('error', () => undefined);
    met.add(client);
  });
}

/** What pg's pool says when it has waited in vain, for one to come back or for a new one; it has no code for it. */
const NONE_IN_TIME =
  /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout)/;
const PATIENCE_MS = 10_000;
/** Of the pool, at the most, to units of work: they wait for locks and disks, and reads must not wait behind them. */
const TO_WORK = 0.7;

export interface DatabaseOptions {
  url: string;
  entities: (new () => ObjectLiteral)[];
  poolSize: number;
  applicationName: string;
  /** A copy of the same database that is a little behind, for reads outside of transactions. */
  replicaUrl?: string | null;
}

/** One role's access to the database: a pool, and the entities' tables as their metadata describes them. */
export class Database {
  private readonly names = new PreparedNames();
  private readonly tables: TableMap;
  readonly settings = new SessionSettings();
  readonly together = new ReadsTogether();
  /** Of units of work. */
  readonly turns: Turns;
  /** Called with each statement's text: tests count them, nothing else listens. */
  onStatement: ((text: string) => void) | null = null;

  private constructor(
    private readonly source: DataSource,
    readonly pool: Pool,
    private readonly replica: Database | null,
    poolSize: number,
  ) {
    this.turns = new Turns(Math.max(1, Math.floor(poolSize * TO_WORK)), PATIENCE_MS);
    this.tables = new TableMap(source);
  }

  static async open({ replicaUrl, ...options }: DatabaseOptions): Promise<Database> {
    const replica = replicaUrl ? await Database.open({ ...options, url: replicaUrl }) : null;
    const source = await new DataSource({
      type: 'postgres',
      url: options.url,
      entities: options.entities,
      installExtensions: false,
      synchronize: false,
      namingStrategy: new SnakeNaming(),
      applicationName: options.applicationName,
      poolSize: options.poolSize,
      connectTimeoutMS: PATIENCE_MS,
      extra: {
        pipeline: true,
        types: typeParsers,
        connectionTimeoutMillis: PATIENCE_MS,
        idleTimeoutMillis: 60_000,
        maxLifetimeSeconds: 3_600,
        options: SESSION,
      },
    }).initialize();
    const pool = (source.driver as unknown as { master: Pool }).master;
    survive(pool);
    return new Database(source, pool, replica, options.poolSize);
  }

  table<E extends ObjectLiteral>(entity: EntityTarget<E>) {
    return this.tables.of(entity);
  }

  /** Where to read what no transaction has to see: the replica, if there is one. */
  get forReading(): Database {
    return this.replica ?? this;
  }

  get metadata() {
    return this.source.entityMetadatas;
  }

  /** A connection of one's own; who waits for one too long is told to try again, whatever the reason. */
  async connect(): Promise<PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      if (error instanceof Error && NONE_IN_TIME.test(error.message)) throw busy();
      throw error;
    }
  }

  /** Sends one statement, prepared once per connection. */
  async send<T>(client: PoolClient, statement: Sql): Promise<T[]> {
    const { rows } = await client.query(this.prepared(statement));
    return rows as T[];
  }

  /** The same, for rows of a projection's columns. */
  sendForRows<E>(client: PoolClient, statement: Sql, projection: Projection<E>): Promise<E[]> {
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, rows: E[]) => (error ? reject(error) : resolve(rows));
      client.query(new RowsQuery(this.prepared(statement), projection, done));
    });
  }

  async close(): Promise<void> {
    await this.replica?.close();
    await this.source.destroy();
  }

  private prepared({ text, values }: Sql) {
    this.onStatement?.(text);
    return { name: this.names.of(text), text, values: values as unknown[] };
  }
}
