import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Complaint } from './complaint.entity';
import { type ComplaintFilter, ComplaintOrder } from './complaint.input';
import { OPEN_COMPLAINTS } from './complaint.lifecycle';
import { complaints } from './complaint.loader';

const ORDERS: Record<ComplaintOrder, ListOrder<Complaint>> = {
  [ComplaintOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [ComplaintOrder.OLDEST]: { by: ['createdAt'], descending: false },
  [ComplaintOrder.DUE]: { by: ['dueAt'], descending: false },
};
const DIGITS = 6;

export function listComplaints(
  context: Context,
  filter: ComplaintFilter,
  order: ComplaintOrder,
  page: PageRequest,
): Promise<Connection<Complaint>> {
  const { status, serviceCentreId, customerId, assigneeId, category, priority, overdue, search } = filter;
  const where: Sql[] = [sql`true`];
  if (status) where.push(sql`t.status = any(${status}::text[])`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (assigneeId) where.push(sql`t.assignee_id = ${assigneeId}`);
  if (category) where.push(sql`t.category = ${category}`);
  if (priority) where.push(sql`t.priority = ${priority}`);
  if (overdue != null) where.push(sql`(${isOverdue(context.kernel.clock.now())}) = ${overdue}`);
  if (search) where.push(sql`t.number = ${spokenNumber(search)}`);
  return context.page(complaints, join(where, ' and '), ORDERS[order], page);
}

export const isOpen = (): Sql => sql`t.status = any(${[...OPEN_COMPLAINTS]}::text[])`;

export const isOverdue = (now: Date): Sql => sql`${isOpen()} and t.due_at < ${now}`;

/** The number that somebody means who typed `CMP-000123`, `cmp123` or `123`. */
const spokenNumber = (typed: string): string =>
  `CMP-${String(Number(typed.replace(/\D/g, ''))).padStart(DIGITS, '0')}`;
