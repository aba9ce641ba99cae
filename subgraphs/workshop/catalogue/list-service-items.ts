import { likePattern } from '../../../shared/database/search';
import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { ServiceItem } from './service-item.entity';
import type { ServiceItemFilter } from './service-item.input';
import { serviceItems } from './service-item.loader';

const BY_NAME: ListOrder<ServiceItem> = { by: ['name'], descending: false };

/** An organisation offers hundreds of things, not millions: the search reads through them in their order. */
export function listServiceItems(
  context: Context,
  { active, serviceCentreId, search }: ServiceItemFilter,
  page: PageRequest,
): Promise<Connection<ServiceItem>> {
  const where: Sql[] = [sql`true`];
  if (active != null) where.push(sql`t.active = ${active}`);
  if (serviceCentreId)
    where.push(sql`(t.service_centre_ids = '{}' or ${serviceCentreId} = any(t.service_centre_ids))`);
  if (search) where.push(sql`(t.code || ' ' || t.name) ilike ${likePattern(search)}`);
  return context.page(serviceItems, join(where, ' and '), BY_NAME, page);
}
