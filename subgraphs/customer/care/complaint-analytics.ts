import { join, type Sql, sql } from '../../../shared/database/sql';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { ComplaintCategory, ComplaintPriority } from './care.enums';
import type { ComplaintAnalyticsArgs } from './complaint.input';
import { complaintLifecycle } from './complaint.lifecycle';
import { complaints } from './complaint.loader';
import type { ComplaintAnalytics } from './complaint-analytics.type';
import { isOpen, isOverdue } from './list-complaints';

/** A figure for each combination there is; for all of them in the row without any. */
interface Figures {
  status: string | null;
  category: string | null;
  priority: string | null;
  total: number;
  open: number;
  overdue: number;
  resolved: number;
  minutes: string | null;
  rated: number;
  satisfaction: string | null;
}

/** One statement reads the rows once, so that the figures agree with each other whatever happens meanwhile. */
export async function complaintAnalytics(
  context: Context,
  args: ComplaintAnalyticsArgs,
): Promise<ComplaintAnalytics> {
  const rows = await context.reader.query<Figures>(
    sql`select t.status, t.category, t.priority, count(*) as total,
          count(*) filter (where ${isOpen()}) as open,
          count(*) filter (where ${isOverdue(context.kernel.clock.now())}) as overdue,
          count(t.resolved_at) as resolved,
          round(avg(extract(epoch from t.resolved_at - t.created_at) / 60))::text as minutes,
          count(t.customer_satisfaction) as rated,
          round(avg(t.customer_satisfaction), 2)::text as satisfaction
        from customer.complaint t where ${conditions(args)} and (${context.reader.visible(complaints)})
        group by grouping sets ((), (t.status), (t.category), (t.priority))`,
  );
  const all = rows.find((row) => !row.status && !row.category && !row.priority)!;
  const counted = <V extends string>(by: 'status' | 'category' | 'priority', values: readonly V[]) =>
    values.map((value) => [value, rows.find((row) => row[by] === value)?.total ?? 0] as const);
  const { total, open, overdue, resolved, minutes, rated, satisfaction } = all;
  return {
    total,
    open,
    overdue,
    resolved,
    meanMinutesToResolve: minutes === null ? null : Number(minutes),
    rated,
    meanSatisfaction: satisfaction === null ? null : Number(satisfaction),
    byStatus: counted('status', complaintLifecycle.states).map(([status, count]) => ({ status, count })),
    byCategory: counted('category', Object.values(ComplaintCategory)).map(([category, count]) => ({
      category,
      count,
    })),
    byPriority: counted('priority', Object.values(ComplaintPriority)).map(([priority, count]) => ({
      priority,
      count,
    })),
  };
}

function conditions({ from, to, serviceCentreId }: ComplaintAnalyticsArgs): Sql {
  if (from && to && from >= to) throw badField('to', 'RANGE', 'The span ends before it begins.');
  const where: Sql[] = [sql`true`];
  if (from) where.push(sql`t.created_at >= ${from}`);
  if (to) where.push(sql`t.created_at < ${to}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  return join(where, ' and ');
}
