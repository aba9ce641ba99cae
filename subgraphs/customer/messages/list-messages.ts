import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Message } from './message.entity';
import type { MessageFilter } from './message.input';
import { shownMessages } from './message.loader';

const NEWEST: ListOrder<Message> = { by: ['createdAt'], descending: true };

export function listMessages(
  context: Context,
  filter: MessageFilter,
  page: PageRequest,
): Promise<Connection<Message>> {
  const { state, channel, kind, customerId, serviceCentreId, relatedId, errorCode } = filter;
  const where: Sql[] = [sql`true`];
  if (state) where.push(sql`t.state = ${state}`);
  if (channel) where.push(sql`t.channel = ${channel}`);
  if (kind) where.push(sql`t.template = ${kind}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (relatedId) where.push(sql`t.related_id = ${relatedId}`);
  if (errorCode) where.push(sql`t.error_code = ${errorCode}`);
  return context.page(shownMessages, join(where, ' and '), NEWEST, page);
}
