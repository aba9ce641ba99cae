import { join, raw, type Sql } from './sql';
import { type Parser, parserOf } from './type-parsers';

/** A column as entities call it, and what its stored value becomes. */
export interface ProjectedColumn {
  property: string;
  name: string;
  fromStored: ((value: unknown) => unknown) | null;
}

type RowClass = new () => Record<string, unknown>;

/** Some columns of a table, and the rows that are made of them. */
export class Projection<E> {
  /** `t.plate as "plate", …` */
  readonly select: Sql;
  private readonly Row: RowClass;
  private parsers: readonly Parser[] | null = null;

  constructor(
    table: string,
    private readonly columns: readonly ProjectedColumn[],
    missing: readonly string[],
  ) {
    this.Row = rowClass(table, missing);
    this.select = join(columns.map(({ name, property }) => raw(`t."${name}" as "${property}"`)));
  }

  get isDescribed(): boolean {
    return this.parsers !== null;
  }

  /** The columns' types, as the database tells them; they are always the same. */
  describe(fields: readonly { dataTypeID: number }[]): void {
    this.parsers ??= fields.map(({ dataTypeID }) => parserOf(dataTypeID));
  }

  /** From the text of a row's values, in the order of `select`. */
  toRow(values: readonly (string | null)[]): E {
    const { columns, parsers, Row } = this;
    const row = new Row();
    for (let index = 0; index < columns.length; index += 1) {
      const { property, fromStored } = columns[index]!;
      const text = values[index]!;
      const value = text === null ? null : parsers![index]!(text);
      row[property] = fromStored ? fromStored(value) : value;
    }
    return row as E;
  }
}

/** A column that was left out is no null: whoever reads it is told. */
function rowClass(table: string, missing: readonly string[]): RowClass {
  class Row {}
  // What a union of records goes by. Not a column, so on all rows at once.
  Object.defineProperty(Row.prototype, '__typename', { value: table });
  for (const property of missing)
    Object.defineProperty(Row.prototype, property, {
      get() {
        throw new Error(
          `${table}.${property} was not read: name it in @Reads of the field resolver that needs it.`,
        );
      },
    });
  return Row as RowClass;
}
