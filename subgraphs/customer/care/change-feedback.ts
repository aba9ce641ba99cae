import type { Transaction } from '../../../shared/database/transaction';
import type { Context } from '../../../shared/subgraph/context';
import { Feedback } from './feedback.entity';
import { FeedbackStatus, feedbackLifecycle } from './feedback.lifecycle';
import { changeableFeedback, feedbackEntries } from './feedback.loader';

export async function acknowledgeFeedback(
  context: Context,
  id: string,
  expectedVersion: number | null,
): Promise<Feedback> {
  await context.transaction(async (tx) => {
    const feedback = await tx.lock(changeableFeedback, id, expectedVersion);
    await move(tx, feedback, FeedbackStatus.ACKNOWLEDGED, { acknowledgedAt: tx.now }, 'acknowledge');
  });
  return context.loadOrFail(feedbackEntries, id);
}

export async function resolveFeedback(
  context: Context,
  id: string,
  resolution: string | null,
  expectedVersion: number | null,
): Promise<Feedback> {
  const said = resolution?.trim() || null;
  await context.transaction(async (tx) => {
    const feedback = await tx.lock(changeableFeedback, id, expectedVersion);
    const patch = { resolvedAt: tx.now, resolution: said };
    await move(tx, feedback, FeedbackStatus.RESOLVED, patch, 'resolve');
  });
  return context.loadOrFail(feedbackEntries, id);
}

async function move(
  tx: Transaction,
  feedback: Feedback,
  to: FeedbackStatus,
  patch: Partial<Feedback>,
  action: string,
): Promise<void> {
  const { id, status, customerId, serviceCentreId } = feedback;
  feedbackLifecycle.demand(status, to);
  await tx.update(Feedback, feedback, { ...patch, status: to }, action);
  tx.emit({
    name: to === FeedbackStatus.RESOLVED ? 'FeedbackResolved' : 'FeedbackAcknowledged',
    subjectType: 'Feedback',
    subjectId: id,
    payload: { customerId, serviceCentreId },
  });
}
