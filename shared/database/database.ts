import { createHash } from 'node:crypto';
import { type Pool, type PoolClient, types } from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { SnakeNaming } from './naming';
import type { Sql } from './sql';
import { TableMap } from './table-map';

const INT8 = 20;
const DATE = 1082;
/** Distinct statement texts that are prepared on a connection; what comes after runs unprepared. */
const MOST_PREPARED = 500;

type Parser = (text: string) => unknown;

/** bigint as a number (an unsafe one is an error, not a rounding), dates as text: a day has no time zone. */
const typeParsers = {
  getTypeParser(oid: number, format?: string): Parser {
    if (format === 'binary') return types.getTypeParser(oid, 'binary') as Parser;
    if (oid === INT8) return safeInteger;
    if (oid === DATE) return (text) => text;
    return types.getTypeParser(oid) as Parser;
  },
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError('A bigint outside the safe range came from the database.');
  return value;
}

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

export interface DatabaseOptions {
  url: string;
  entities: (new () => ObjectLiteral)[];
  poolSize: number;
  applicationName: string;
}

/** One role's access to the database: a pool, and the entities' tables as their metadata describes them. */
export class Database {
  private readonly names = new Map<string, string>();
  private readonly tables: TableMap;
  /** Called with each statement's text: tests count them, nothing else listens. */
  onStatement: ((text: string) => void) | null = null;

  private constructor(
    private readonly source: DataSource,
    readonly pool: Pool,
  ) {
    this.tables = new TableMap(source);
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    const source = await new DataSource({
      type: 'postgres',
      url: options.url,
      entities: options.entities,
      installExtensions: false,
      synchronize: false,
      namingStrategy: new SnakeNaming(),
      applicationName: options.applicationName,
      poolSize: options.poolSize,
      connectTimeoutMS: 10_000,
      extra: {
        pipeline: true,
        types: typeParsers,
        connectionTimeoutMillis: 10_000,
        idleTimeoutMillis: 60_000,
        options: '-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
      },
    }).initialize();
    const pool = (source.driver as unknown as { master: Pool }).master;
    survive(pool);
    return new Database(source, pool);
  }

  table<E extends ObjectLiteral>(entity: EntityTarget<E>) {
    return this.tables.of(entity);
  }

  get metadata() {
    return this.source.entityMetadatas;
  }

  /** Sends one statement, prepared once per connection. */
  async send<T>(client: PoolClient, statement: Sql): Promise<T[]> {
    this.onStatement?.(statement.text);
    const { rows } = await client.query({
      name: this.statementName(statement.text),
      text: statement.text,
      values: statement.values as unknown[],
    });
    return rows as T[];
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  private statementName(text: string): string | undefined {
    let name = this.names.get(text);
    if (name === undefined && this.names.size < MOST_PREPARED) {
      name = `l${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
      this.names.set(text, name);
    }
    return name;
  }
}
