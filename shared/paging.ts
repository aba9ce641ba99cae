import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { ObjectLiteral } from 'typeorm';
import { join, raw, type Sql, sql } from './database/sql';
import { badField } from './errors';

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 100;

/** `first` and `after`, as every list takes them. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many, at most ${LARGEST_PAGE}. Default ${DEFAULT_PAGE}.`,
  })
  @IsOptional()
  @Min(0)
  @Max(LARGEST_PAGE)
  first?: number;

  @Field(() => String, { nullable: true, description: 'The cursor behind which the page begins.' })
  @IsOptional()
  @MaxLength(500)
  after?: string;
}

@ObjectType({ description: 'Where a page of a list begins and ends.' })
@Directive('@shareable')
export class PageInfo {
  @Field({ description: 'Whether there is more behind this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether the page began behind a cursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last item; pass it as `after` for the next page.',
  })
  endCursor!: string | null;
}

export interface Edge<E> {
  node: E;
  cursor: string;
}

export interface Connection<E> {
  edges: Edge<E>[];
  nodes: E[];
  pageInfo: PageInfo;
  totalCount(): Promise<number>;
}

/** The connection type of a list of `node`. `totalCount` is counted only when it is asked for. */
export function connectionOf<E extends object>(node: ClassType<E>, name: string): ClassType<Connection<E>> {
  @ObjectType(`${name}Edge`, { description: `One item of a list of ${name}.` })
  class EdgeType {
    @Field(() => node, { description: 'The item.' })
    node!: E;

    @Field({ description: 'Where the item stands in this list and order.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The items with their cursors.' })
    edges!: Edge<E>[];

    @Field(() => [node], { description: 'The items alone.' })
    nodes!: E[];

    @Field(() => PageInfo, { description: 'Where the page begins and ends.' })
    pageInfo!: PageInfo;

    countAll!: () => Promise<number>;

    @Field(() => Int, {
      description: 'How many there are in all with this filter. Costs a count; ask only if shown.',
    })
    totalCount(): Promise<number> {
      return this.countAll();
    }
  }
  return ConnectionType as unknown as ClassType<Connection<E>>;
}

/** An order of a list: columns that are never null, all in one direction; the id is added to make it total. */
export interface ListOrder<E> {
  by: (keyof E & string)[];
  descending: boolean;
}

export interface PageRequest {
  first?: number | null;
  after?: string | null;
}

interface Columns<E> {
  column(property: keyof E & string): Sql;
}

/** Keyset paging: the predicate behind a cursor, the order, and the cursor of a row. */
export class Keyset<E extends ObjectLiteral> {
  readonly size: number;
  /** The columns that the order goes by. */
  readonly keys: (keyof E & string)[];

  constructor(
    private readonly order: ListOrder<E>,
    private readonly request: PageRequest,
    private readonly columns: Columns<E>,
  ) {
    this.size = request.first ?? DEFAULT_PAGE;
    this.keys = [...order.by, 'id'];
  }

  get predicate(): Sql {
    if (!this.request.after) return sql`true`;
    const values = decodeCursor(this.request.after, this.keys.length);
    const operator = raw(this.order.descending ? '<' : '>');
    return sql`(${join(this.expressions())}) ${operator} (${join(values)})`;
  }

  get tail(): Sql {
    const direction = raw(this.order.descending ? ' desc' : ' asc');
    const terms = this.expressions().map((expression) => sql`${expression}${direction}`);
    // As text: not knowing how few rows are wanted, PostgreSQL takes a tenth of the table for it.
    return sql`order by ${join(terms)} limit ${raw(String(Math.trunc(this.size) + 1))}`;
  }

  connection(rows: E[], countAll: () => Promise<number>): Connection<E> {
    const nodes = rows.length > this.size ? rows.slice(0, this.size) : rows;
    const cursorOf = (row: E | undefined) => (row ? this.cursor(row) : null);
    // Cursors are made for those who ask: most answers are of nodes alone, and lack the columns for them.
    return {
      nodes,
      edges: () => nodes.map((node) => ({ node, cursor: () => this.cursor(node) })),
      pageInfo: {
        hasNextPage: rows.length > this.size,
        hasPreviousPage: Boolean(this.request.after),
        startCursor: () => cursorOf(nodes[0]),
        endCursor: () => cursorOf(nodes.at(-1)),
      },
      countAll,
    } as unknown as Connection<E>;
  }

  private cursor(row: E): string {
    return Buffer.from(JSON.stringify(this.keys.map((key) => row[key]))).toString('base64url');
  }

  private expressions(): Sql[] {
    return this.keys.map((key) => sql`t.${this.columns.column(key)}`);
  }
}

function decodeCursor(cursor: string, length: number): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const plain = (value: unknown) => typeof value === 'string' || typeof value === 'number';
    if (Array.isArray(values) && values.length === length && values.every(plain)) return values;
  } catch {
    // Falls through to the one answer for every cursor that we did not make.
  }
  throw badField('after', 'CURSOR', 'This cursor is not from this list and order.');
}
