import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Feedback } from './feedback.entity';
import { type FeedbackFilter, FeedbackOrder } from './feedback.input';
import { feedbackEntries } from './feedback.loader';

const ORDERS: Record<FeedbackOrder, ListOrder<Feedback>> = {
  [FeedbackOrder.NEWEST]: { by: ['createdAt'], descending: true },
  [FeedbackOrder.LOWEST]: { by: ['rating', 'createdAt'], descending: false },
};

export function listFeedback(
  context: Context,
  filter: FeedbackFilter,
  order: FeedbackOrder,
  page: PageRequest,
): Promise<Connection<Feedback>> {
  const { status, serviceCentreId, customerId, jobCardId, feedbackType, ratingAtMost } = filter;
  const where: Sql[] = [sql`true`];
  if (status) where.push(sql`t.status = any(${status}::text[])`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (jobCardId) where.push(sql`t.job_card_id = ${jobCardId}`);
  if (feedbackType) where.push(sql`t.feedback_type = ${feedbackType}`);
  if (ratingAtMost) where.push(sql`t.rating <= ${ratingAtMost}`);
  return context.page(feedbackEntries, join(where, ' and '), ORDERS[order], page);
}
