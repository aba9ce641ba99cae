import { reachOf } from '../../../shared/access/identity';
import { likePattern, newestHits } from '../../../shared/database/search';
import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Customer } from './customer.entity';
import { type CustomerFilter, CustomerOrder } from './customer.input';
import { customers } from './customer.loader';

const ORDERS: Record<CustomerOrder, ListOrder<Customer>> = {
  [CustomerOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [CustomerOrder.OLDEST]: { by: ['createdAt'], descending: false },
  [CustomerOrder.NAME]: { by: ['nameKey'], descending: false },
};
const PHONE_LIKE = /^[+\d][\d\s()./-]{2,}$/;

export function listCustomers(
  context: Context,
  filter: CustomerFilter,
  order: CustomerOrder,
  page: PageRequest,
): Promise<Connection<Customer>> {
  const where = filter.archived ? [sql`t.archived_at is not null`] : [sql`t.archived_at is null`];
  if (filter.search) where.push(sql`t.id = any(array(${hits(context, where[0]!, filter)}))`);
  else if (filter.serviceCentreId)
    where.push(sql`exists (select from customer.customer_centre c where c.organisation_id = t.organisation_id
      and c.customer_id = t.id and c.service_centre_id = ${filter.serviceCentreId})`);
  return context.page(customers, join(where, ' and '), ORDERS[order], page);
}

/**
 * By the trigram index. Every other condition is inside, too: a limit before them would let the customers of
 * other service centres crowd out one's own.
 */
function hits({ identity }: Context, inUse: Sql, { search, serviceCentreId }: CustomerFilter): Sql {
  const where = [inUse, matchesCustomer(search!)];
  if (serviceCentreId) where.push(sql`t.centres @> array[${serviceCentreId}]::uuid[]`);
  if (reachOf(identity, 'customers:read') === 'own') where.push(sql`t.id = ${identity.customerId}`);
  else if (identity.serviceCentreIds) where.push(sql`t.centres && ${[...identity.serviceCentreIds]}::uuid[]`);
  return newestHits(
    sql`select t.id, t.created_at from customer.customer_search t where ${join(where, ' and ')}`,
  );
}

/** All the words; or the whole as the digits of a phone, whose leading zeros are not part of E.164. */
export function matchesCustomer(search: string): Sql {
  const words = search
    .trim()
    .split(/\s+/)
    .map((word) => sql`t.words ilike ${likePattern(word)}`);
  const digits = PHONE_LIKE.test(search.trim()) ? search.replace(/\D/g, '').replace(/^0+/, '') : '';
  const all = join(words, ' and ');
  // Digits alone are looked for as they are already; each pattern is a walk through the index.
  if (!digits || digits === search.trim()) return sql`(${all})`;
  return sql`((${all}) or t.words like ${likePattern(digits)})`;
}
