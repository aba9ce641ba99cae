import { join, type Sql, sql } from '../../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../../shared/paging';
import type { Context } from '../../../../shared/subgraph/context';
import type { TimeEntry } from './time-entry.entity';
import { type TimeEntryFilter, TimeEntryOrder } from './time-entry.input';
import { timeEntries } from './time-entry.loader';

export const NEWEST_ENTRY: ListOrder<TimeEntry> = { by: ['startedAt'], descending: true };
const ORDERS: Record<TimeEntryOrder, ListOrder<TimeEntry>> = {
  [TimeEntryOrder.NEWEST]: NEWEST_ENTRY,
  [TimeEntryOrder.OLDEST]: { by: ['startedAt'], descending: false },
};

export function listTimeEntries(
  context: Context,
  filter: TimeEntryFilter,
  order: TimeEntryOrder,
  page: PageRequest,
): Promise<Connection<TimeEntry>> {
  const { technicianId, serviceCentreId, jobCardId, running, from, to } = filter;
  const where: Sql[] = [sql`true`];
  if (technicianId) where.push(sql`t.technician_id = ${technicianId}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (jobCardId) where.push(sql`t.job_card_id = ${jobCardId}`);
  if (running != null) where.push(running ? sql`t.ended_at is null` : sql`t.ended_at is not null`);
  if (from) where.push(sql`t.started_at >= ${from}`);
  if (to) where.push(sql`t.started_at < ${to}`);
  return context.page(timeEntries, join(where, ' and '), ORDERS[order], page);
}
