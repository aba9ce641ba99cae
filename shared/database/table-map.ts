import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { ApplyValueTransformers } from 'typeorm/util/ApplyValueTransformers';
import { join, raw, type Sql, sql } from './sql';

/** How an entity's properties and a table's columns correspond, taken from TypeORM's metadata once. */
export interface Table<E> {
  name: Sql;
  label: string;
  /** `t.plate as "plate", …` */
  select: Sql;
  has(property: string): boolean;
  column(property: keyof E & string): Sql;
  /** Values as the columns hold them (encrypted, if the column is). Properties that are no column are an error. */
  toColumns(values: Partial<E>): { property: string; column: Sql; value: unknown }[];
  fromRow(row: Record<string, unknown>): E;
}

export class TableMap {
  private readonly tables = new Map<unknown, Table<ObjectLiteral>>();

  constructor(private readonly source: DataSource) {}

  of<E extends ObjectLiteral>(entity: EntityTarget<E>): Table<E> {
    let table = this.tables.get(entity);
    if (!table) {
      table = describe(this.source, entity);
      this.tables.set(entity, table);
    }
    return table as unknown as Table<E>;
  }
}

function describe<E extends ObjectLiteral>(
  source: DataSource,
  entity: EntityTarget<E>,
): Table<ObjectLiteral> {
  const metadata = source.getMetadata(entity);
  const columns = new Map(metadata.columns.map((column) => [column.propertyName, column]));
  const transformed = metadata.columns.filter((column) => column.transformer);
  const find = (property: string) => {
    const column = columns.get(property);
    if (!column) throw new Error(`${metadata.name} has no column for "${property}".`);
    return column;
  };
  return {
    name: raw(`"${metadata.schema}"."${metadata.tableName}"`),
    label: metadata.name,
    select: join(metadata.columns.map((c) => raw(`t."${c.databaseName}" as "${c.propertyName}"`))),
    has: (property) => columns.has(property),
    column: (property) => raw(`"${find(property).databaseName}"`),
    toColumns: (values) =>
      Object.entries(values)
        .filter(([, value]) => value !== undefined)
        .map(([property, value]) => {
          const column = find(property);
          const stored = column.transformer
            ? ApplyValueTransformers.transformTo(column.transformer, value)
            : value;
          const json = (column.type === 'jsonb' || column.type === 'json') && stored !== null;
          return {
            property,
            column: raw(`"${column.databaseName}"`),
            value: json ? JSON.stringify(stored) : stored,
          };
        }),
    fromRow(row) {
      for (const column of transformed)
        row[column.propertyName] = ApplyValueTransformers.transformFrom(
          column.transformer!,
          row[column.propertyName],
        );
      return row;
    },
  };
}

/** `"a" = $1, "b" = $2` */
export const assignments = (columns: { column: Sql; value: unknown }[]): Sql =>
  join(columns.map(({ column, value }) => sql`${column} = ${value}`));
