import DataLoader from 'dataloader';
import type { ObjectLiteral } from 'typeorm';
import { type Connection, Keyset, type ListOrder, type PageRequest } from '../paging';
import type { Database } from './database';
import type { Readable } from './readable';
import type { Reader } from './reader';
import { idList, sql } from './sql';

export interface Children<E extends ObjectLiteral> {
  type: Readable<E>;
  parent: keyof E & string;
  order: ListOrder<E>;
  request: PageRequest;
  /** The columns to read, with the parent's among them; null for all. */
  columns: ReadonlySet<string> | null;
}

/** The same page of many parents: one statement, each parent with its own limit. */
export function pagesByParent<E extends ObjectLiteral>(
  reader: Reader,
  database: Database,
  { type, parent, order, request, columns }: Children<E>,
): DataLoader<string, Connection<E>> {
  const table = database.table(type.entity);
  const column = table.column(parent);
  const counts = new DataLoader<string, number>(async (ids) => {
    const rows = await reader.query<{ parent: string; count: number }>(
      sql`select t.${column} as parent, count(*) as count from ${table.name} t
          where t.${column} = any(${idList(ids)}::uuid[]) and (${reader.visible(type)}) group by t.${column}`,
    );
    const byParent = new Map(rows.map((row) => [row.parent, row.count]));
    return ids.map((id) => byParent.get(id) ?? 0);
  });
  return new DataLoader(async (ids) => {
    const keyset = new Keyset<E>(order, request, table);
    const projection = table.projection(columns);
    const rows = await reader.project(
      sql`select c.* from unnest(${idList(ids)}::uuid[]) as p(id) cross join lateral (
            select ${projection.select} from ${table.name} t
            where t.${column} = p.id and ${keyset.predicate} and (${reader.visible(type)}) ${keyset.tail}) c`,
      projection,
    );
    const byParent = new Map<string, E[]>(ids.map((id) => [id, []]));
    for (const row of rows) byParent.get(row[parent] as string)!.push(row);
    return ids.map((id) => keyset.connection(byParent.get(id)!, () => counts.load(id)));
  });
}
