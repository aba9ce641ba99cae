import { reachOf } from '../../../shared/access/identity';
import { idList, join, raw, type Sql, sql } from '../../../shared/database/sql';
import { type Connection, Keyset, type PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { BillingDocument } from './billing-document.type';
import type { BillingDocumentFilter } from './document.input';
import { DOCUMENT_SOURCES, type DocumentSource } from './document-sources';

type Documents = Connection<BillingDocument>;

const COLUMNS = sql`t.id, t.created_at as "createdAt", t.number, t.total_minor as "totalMinor", t.currency,
  t.customer_id as "customerId", t.vehicle_id as "vehicleId", t.service_centre_id as "serviceCentreId"`;
const IN_TABLE = { column: (property: string) => raw(property === 'id' ? 'id' : 'created_at') };
const IN_LIST = { column: (property: string) => raw(`"${property}"`) };

const newestFirst = (page: PageRequest, columns: typeof IN_TABLE): Keyset<BillingDocument> =>
  new Keyset<BillingDocument>({ by: ['createdAt'], descending: true }, page, columns);

/** The kinds that they may look into at all. */
const sourcesFor = ({ identity }: Context): DocumentSource[] =>
  DOCUMENT_SOURCES.filter(({ read }) => reachOf(identity, read.permission!));

/**
 * A page of each table by its own index, and the page of them all out of those: it costs the same however many there
 * are.
 */
function pageOfAll(context: Context, sources: readonly DocumentSource[], where: Sql, page: PageRequest): Sql {
  const own = newestFirst(page, IN_TABLE);
  const branches = sources.map(
    ({ kind, read, status }) => sql`(select ${kind}::text as kind, ${status} as status, ${COLUMNS}
      from ${context.database.table(read.entity).name} t
      where ${where} and ${own.predicate} and (${context.reader.visible(read)}) ${own.tail})`,
  );
  return sql`select t.* from (${join(branches, ' union all ')}) t ${newestFirst(page, IN_LIST).tail}`;
}

/** Of all that the condition selects, and nothing but this of each. */
function each(context: Context, sources: readonly DocumentSource[], what: Sql, where: Sql): Sql {
  const branches = sources.map(
    ({ read }) => sql`select ${what} as what from ${context.database.table(read.entity).name} t
      where ${where} and (${context.reader.visible(read)})`,
  );
  return sql`(${join(branches, ' union all ')})`;
}

async function countOf(context: Context, sources: readonly DocumentSource[], where: Sql): Promise<number> {
  if (!sources.length) return 0;
  const [row] = await context.reader.query<{ count: number }>(
    sql`select count(*) as count from ${each(context, sources, sql`1`, where)} t`,
  );
  return row!.count;
}

export async function listDocuments(
  context: Context,
  filter: BillingDocumentFilter,
  page: PageRequest,
): Promise<Documents> {
  const { kind } = filter;
  const sources = sourcesFor(context).filter((source) => !kind || kind.includes(source.kind));
  const where = conditions(filter);
  const rows = sources.length
    ? await context.reader.query<BillingDocument>(pageOfAll(context, sources, where, page))
    : [];
  return newestFirst(page, IN_LIST).connection(rows, () => countOf(context, sources, where));
}

function conditions(filter: BillingDocumentFilter): Sql {
  const { customerId, vehicleId, serviceCentreId, number, from, to } = filter;
  const where: Sql[] = [sql`true`];
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (vehicleId) where.push(sql`t.vehicle_id = ${vehicleId}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (number) where.push(sql`t.number = ${number.trim().toUpperCase()}`);
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  return join(where, ' and ');
}

type Parent = 'customerId' | 'vehicleId';
const PARENTS: Readonly<Record<Parent, Sql>> = {
  customerId: sql`t.customer_id`,
  vehicleId: sql`t.vehicle_id`,
};

/** The documents of a customer or a vehicle: for many of them at once, one statement. */
export const documentsOf = (
  context: Context,
  parent: Parent,
  id: string,
  page: PageRequest,
): Promise<Documents> =>
  context.batch(JSON.stringify(['documents', parent, page.first, page.after]), id, (ids) =>
    pagesByParent(context, parent, ids, page),
  );

async function pagesByParent(
  context: Context,
  parent: Parent,
  ids: readonly string[],
  page: PageRequest,
): Promise<Documents[]> {
  const sources = sourcesFor(context);
  const column = PARENTS[parent];
  const rows = sources.length
    ? await context.reader.query<BillingDocument>(
        sql`select c.* from unnest(${idList(ids)}::uuid[]) as p(id)
          cross join lateral (${pageOfAll(context, sources, sql`${column} = p.id`, page)}) c`,
      )
    : [];
  const count = (id: string) =>
    context.batch(`count of documents ${parent}`, id, (all) => countsByParent(context, sources, column, all));
  return ids.map((id) =>
    newestFirst(page, IN_LIST).connection(
      rows.filter((row) => row[parent] === id),
      () => count(id),
    ),
  );
}

async function countsByParent(
  context: Context,
  sources: readonly DocumentSource[],
  column: Sql,
  ids: readonly string[],
): Promise<number[]> {
  if (!sources.length) return ids.map(() => 0);
  const of = sql`${column} = any(${idList(ids)}::uuid[])`;
  const rows = await context.reader.query<{ what: string; count: number }>(
    sql`select t.what, count(*) as count from ${each(context, sources, column, of)} t group by t.what`,
  );
  const byParent = new Map(rows.map(({ what, count }) => [what, count]));
  return ids.map((id) => byParent.get(id) ?? 0);
}
