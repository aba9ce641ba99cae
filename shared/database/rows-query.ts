import * as pg from 'pg';
import { serialize } from 'pg-protocol';
import type { Projection } from './projection';

interface RowDescription {
  fields: readonly { dataTypeID: number }[];
}

interface DataRow {
  fields: readonly (string | null)[];
}

/** What pg's connection can be told to send for a query. */
interface Wire {
  parsedStatements: Readonly<Record<string, string | undefined>>;
  _send(message: Buffer): void;
}

/** Left out of pg's types: how values are written for the database. */
const { prepareValue } = (
  pg as unknown as { utils: { prepareValue(value: unknown): string | Buffer | null } }
).utils;

/** pg's own way of sending a query, left out of its types as well. */
const { prepare } = pg.Query.prototype as unknown as { prepare(this: pg.Query, wire: Wire): void };

/** What follows is always the same. In one piece with it, because each piece costs the socket as much as some rows. */
const EXECUTE_AND_SYNC = Buffer.concat([serialize.execute(), serialize.sync()]);

export interface PreparedText {
  name: string | undefined;
  text: string;
  values: unknown[];
}

type Done<E> = (error: Error | null, rows: E[]) => void;

/**
 * A statement whose rows are made of their columns as they arrive. pg's own prepares an object for each answer and
 * fills in another for each row; for fifty rows that costs more than reading them. What is overridden is how pg's
 * client talks to any query, cursors and streams included.
 */
export class RowsQuery<E> extends pg.Query {
  declare name: string | undefined;
  declare values: unknown[];
  declare callback: Done<E>;
  private readonly found: E[] = [];
  private problem: Error | null = null;

  constructor(
    { name, text, values }: PreparedText,
    private readonly projection: Projection<E>,
    done: Done<E>,
  ) {
    super(text);
    this.name = name;
    this.values = values;
    this.callback = done;
  }

  /** What the columns are is asked once: the answer would be the same, and costs as much as some rows. */
  prepare(wire: Wire): void {
    const { name, values } = this;
    if (!name || wire.parsedStatements[name] === undefined || !this.projection.isDescribed) {
      prepare.call(this, wire);
      return;
    }
    const bind = serialize.bind({ statement: name, values, valueMapper: prepareValue });
    wire._send(Buffer.concat([bind, EXECUTE_AND_SYNC]));
  }

  handleRowDescription({ fields }: RowDescription): void {
    this.projection.describe(fields);
  }

  handleDataRow({ fields }: DataRow): void {
    if (this.problem) return;
    try {
      this.found.push(this.projection.toRow(fields));
    } catch (error) {
      this.problem = error as Error;
    }
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.callback(this.problem, this.found);
  }

  handleError(error: Error): void {
    this.callback(this.problem ?? error, []);
  }
}
