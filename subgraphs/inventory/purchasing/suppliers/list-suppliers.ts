import { likePattern } from '../../../../shared/database/search';
import { join, type Sql, sql } from '../../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../../shared/paging';
import type { Context } from '../../../../shared/subgraph/context';
import type { Supplier } from './supplier.entity';
import type { SupplierFilter } from './supplier.input';
import { suppliers } from './supplier.loader';

const BY_NAME: ListOrder<Supplier> = { by: ['nameKey'], descending: false };

/** An organisation buys from hundreds, not millions: the search reads through them in their order. */
export function listSuppliers(
  context: Context,
  { search, archived }: SupplierFilter,
  page: PageRequest,
): Promise<Connection<Supplier>> {
  const where: Sql[] = [archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`];
  if (search) {
    const pattern = likePattern(search.trim().toLowerCase());
    where.push(sql`(t.name_key || ' ' || lower(coalesce(t.account_number, ''))) like ${pattern}`);
  }
  return context.page(suppliers, join(where, ' and '), BY_NAME, page);
}
