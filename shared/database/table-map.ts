import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { ApplyValueTransformers } from 'typeorm/util/ApplyValueTransformers';
import { Projection } from './projection';
import { join, raw, type Sql, sql } from './sql';

/** Sets of columns of one table that statements are kept for; whoever asks for yet another gets all columns. */
const MOST_PROJECTIONS = 100;

/** How an entity's properties and a table's columns correspond, taken from TypeORM's metadata once. */
export interface Table<E> {
  name: Sql;
  label: string;
  /** All columns. */
  all: Projection<E>;
  has(property: string): boolean;
  column(property: keyof E & string): Sql;
  /** Values as the columns hold them (encrypted, if the column is). Properties that are no column are an error. */
  toColumns(values: Partial<E>): { property: string; column: Sql; value: unknown }[];
  /** These columns and no others; all of them for null. */
  projection(properties: ReadonlySet<string> | null): Projection<E>;
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
  const columnOf = (property: string) => {
    const column = columns.get(property);
    if (!column) throw new Error(`${metadata.name} has no column for "${property}".`);
    return column;
  };
  const projected = metadata.columns.map(({ propertyName, databaseName, transformer }) => ({
    property: propertyName,
    name: databaseName,
    fromStored: transformer
      ? (value: unknown): unknown => ApplyValueTransformers.transformFrom(transformer, value)
      : null,
  }));
  const all = new Projection<ObjectLiteral>(metadata.name, projected, []);
  const projections = new Map<string, Projection<ObjectLiteral>>();
  /** What was asked for before, with the very set. */
  const known = new WeakMap<ReadonlySet<string>, Projection<ObjectLiteral>>();
  const find = (properties: ReadonlySet<string>): Projection<ObjectLiteral> => {
    const wanted = projected.filter(({ property }) => properties.has(property));
    const key = wanted.map(({ property }) => property).join();
    let projection = projections.get(key);
    if (!projection) {
      if (projections.size >= MOST_PROJECTIONS) return all;
      const missing = metadata.columns.map((c) => c.propertyName).filter((name) => !properties.has(name));
      projection = new Projection(metadata.name, wanted, missing);
      projections.set(key, projection);
    }
    return projection;
  };
  return {
    name: raw(`"${metadata.schema}"."${metadata.tableName}"`),
    label: metadata.name,
    all,
    has: (property) => columns.has(property),
    column: (property) => raw(`"${columnOf(property).databaseName}"`),
    toColumns: (values) =>
      Object.entries(values)
        .filter(([, value]) => value !== undefined)
        .map(([property, value]) => {
          const column = columnOf(property);
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
    projection(properties) {
      if (!properties) return all;
      let projection = known.get(properties);
      if (!projection) {
        projection = find(properties);
        known.set(properties, projection);
      }
      return projection;
    },
  };
}

/** `"a" = $1, "b" = $2` */
export const assignments = (columns: { column: Sql; value: unknown }[]): Sql =>
  join(columns.map(({ column, value }) => sql`${column} = ${value}`));
