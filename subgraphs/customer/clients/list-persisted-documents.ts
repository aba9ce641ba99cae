import { empty, idList, join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import { apiClients } from './api-client.loader';
import type { PersistedDocument } from './persisted-document.entity';
import { persistedDocuments } from './persisted-document.loader';

export interface DocumentFilter {
  clientId: string | null;
  deprecated: boolean;
}

/** The newest first. */
export async function listPersistedDocuments(
  context: Context,
  { clientId, deprecated }: DocumentFilter,
  page: PageRequest,
): Promise<Connection<PersistedDocument>> {
  const where: Sql[] = [sql`true`];
  if (clientId) where.push(sql`t.client_id = ${(await context.loadOrFail(apiClients, clientId)).id}`);
  if (deprecated) where.push(sql`t.id = any(${idList(await usingDeprecated(context, where))}::uuid[])`);
  return context.page(
    persistedDocuments,
    join(where, ' and '),
    { by: ['createdAt'], descending: true },
    page,
  );
}

/** What is deprecated the program says, not the database: each is looked at, and what was found is remembered. */
async function usingDeprecated(context: Context, where: readonly Sql[]): Promise<string[]> {
  const columns = new Set(['id', 'body']);
  const all = await context.reader.rows(persistedDocuments, join(where, ' and '), empty, columns);
  return all.flatMap(({ id, body }) => (context.kernel.documents.look(body).deprecated.length ? [id] : []));
}
