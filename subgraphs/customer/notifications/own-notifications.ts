import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import { oneself } from '../sign-in/oneself';
import { Notification } from './notification.entity';
import type { NotificationFilter } from './notification.input';
import { notifications } from './notification.loader';

const NEWEST: ListOrder<Notification> = { by: ['createdAt'], descending: true };

export function ownNotifications(
  context: Context,
  { unread, category }: NotificationFilter,
  page: PageRequest,
): Promise<Connection<Notification>> {
  const where = [ownOf(context)];
  if (unread != null) where.push(unread ? sql`t.read_at is null` : sql`t.read_at is not null`);
  if (category) where.push(sql`t.category = ${category}`);
  return context.page(notifications, join(where, ' and '), NEWEST, page);
}

export function countUnread(context: Context): Promise<number> {
  return context.reader.count(notifications, sql`${ownOf(context)} and t.read_at is null`);
}

const ownOf = ({ identity }: Context): Sql => sql`t.user_id = ${oneself(identity).userId}`;

/** Reading it again does not change when it was read. */
export async function markRead(context: Context, id: string, read: boolean): Promise<Notification> {
  oneself(context.identity);
  await context.transaction(async (tx) => {
    const notification = await tx.lock(notifications, id);
    if (read !== (notification.readAt !== null))
      await tx.update(Notification, notification, { readAt: read ? tx.now : null }, 'read');
  });
  return context.loadOrFail(notifications, id);
}

/** How many were new. */
export async function markAllRead(context: Context): Promise<number> {
  const { userId } = oneself(context.identity);
  return context.transaction(async (tx) => {
    const read = await tx.query(
      sql`update customer.notification t set read_at = ${tx.now}, updated_at = ${tx.now}, version = t.version + 1
          where t.organisation_id = ${tx.organisationId} and t.user_id = ${userId} and t.read_at is null returning t.id`,
    );
    if (read.length) tx.audit('read all', 'User', userId, { notifications: read.length });
    return read.length;
  });
}

export async function deleteNotification(context: Context, id: string): Promise<boolean> {
  oneself(context.identity);
  await context.transaction(async (tx) => tx.delete(Notification, await tx.lock(notifications, id)));
  return true;
}
