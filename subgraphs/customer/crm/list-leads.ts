import { likePattern, newestHits } from '../../../shared/database/search';
import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Lead } from './lead.entity';
import { type LeadFilter, LeadOrder } from './lead.input';
import { leads } from './lead.loader';

const ORDERS: Record<LeadOrder, ListOrder<Lead>> = {
  [LeadOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [LeadOrder.OLDEST]: { by: ['createdAt'], descending: false },
};

export function listLeads(
  context: Context,
  filter: LeadFilter,
  order: LeadOrder,
  page: PageRequest,
): Promise<Connection<Lead>> {
  const where = conditions(filter);
  if (filter.search) where.push(sql`t.id = any(array(${hits(context, where, filter.search)}))`);
  return context.page(leads, join(where, ' and '), ORDERS[order], page);
}

function conditions({ status, serviceCentreId, assigneeId, source }: LeadFilter): Sql[] {
  const where: Sql[] = [sql`true`];
  if (status) where.push(sql`t.status = any(${status}::text[])`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (assigneeId) where.push(sql`t.assignee_id = ${assigneeId}`);
  if (source) where.push(sql`t.source = ${source}`);
  return where;
}

/** By the trigram index, with every other condition inside: a limit before them would crowd out what was asked for. */
function hits({ identity }: Context, others: Sql[], search: string): Sql {
  const words = search
    .trim()
    .split(/\s+/)
    .map((word) => sql`t.words ilike ${likePattern(word)}`);
  const where = [...others, ...words];
  if (identity.serviceCentreIds)
    where.push(sql`t.service_centre_id = any(${[...identity.serviceCentreIds]}::uuid[])`);
  return newestHits(sql`select t.id, t.created_at from customer.lead_search t where ${join(where, ' and ')}`);
}
