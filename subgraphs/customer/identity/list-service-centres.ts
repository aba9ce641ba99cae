import { likePattern } from '../../../shared/database/search';
import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { ServiceCentre } from './service-centre.entity';
import type { ServiceCentreFilter } from './service-centre.input';
import { serviceCentres } from './service-centre.loader';

export function listServiceCentres(
  context: Context,
  { active, search }: ServiceCentreFilter,
  page: PageRequest,
): Promise<Connection<ServiceCentre>> {
  const where: Sql[] = [sql`true`];
  if (active != null) where.push(sql`t.active = ${active}`);
  if (search) where.push(sql`concat_ws(' ', t.name, t.code, t.city) ilike ${likePattern(search.trim())}`);
  return context.page(serviceCentres, join(where, ' and '), { by: ['name'], descending: false }, page);
}
