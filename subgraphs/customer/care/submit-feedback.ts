import { requireOrganisation } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { revokeLinks, useLink } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { organisations } from '../identity/organisation.loader';
import { PURPOSES } from '../sign-in/held-link';
import { ComplaintCategory, ComplaintPriority, FeedbackType } from './care.enums';
import { Feedback } from './feedback.entity';
import type { SubmitFeedbackInput } from './feedback.input';
import { feedbackLifecycle } from './feedback.lifecycle';
import { givenFeedback } from './feedback.loader';
import { openComplaint } from './open-complaint';
import { requireVisit, type Visit } from './visit';

const DONE = new Set(['COMPLETED', 'DELIVERED']);
const WORST = 1;

const COMPLAINED_ABOUT: Record<FeedbackType, ComplaintCategory> = {
  [FeedbackType.SERVICE]: ComplaintCategory.SERVICE_QUALITY,
  [FeedbackType.PRODUCT]: ComplaintCategory.PARTS,
  [FeedbackType.OVERALL]: ComplaintCategory.OTHER,
};

/** Feedback, and with a low rating the complaint that it opens, together or not at all. */
export async function submitFeedback(context: Context, input: SubmitFeedbackInput): Promise<Feedback> {
  const visit = await requireVisit(context, input.jobCardId, 'feedback:create');
  if (!DONE.has(visit.status))
    throw badField('input.jobCardId', 'NOT_DONE', 'Feedback is for a job that is done.');
  const { id } = await context.once(
    { operation: 'submitFeedback', key: input.idempotencyKey, input },
    async (tx) => ({ id: (await take(tx, visit, input)).id }),
  );
  // The link, or any that asked for the same, is used up: what it opened is closed.
  context.kernel.topics.accessChanged(requireOrganisation(context.identity));
  return context.loadOrFail(givenFeedback, id);
}

async function take(tx: Transaction, visit: Visit, input: SubmitFeedbackInput): Promise<Feedback> {
  const { jobCardId, customerId, serviceCentreId, technicianId } = visit;
  if (tx.identity.kind === 'LINK') await useLink(tx, tx.identity.actorId!);
  const feedback = await tx.insert(Feedback, {
    jobCardId,
    customerId,
    serviceCentreId,
    technicianId,
    rating: input.rating,
    comment: input.comment?.trim() || null,
    feedbackType: input.feedbackType,
    status: feedbackLifecycle.initial,
  });
  await revokeLinks(tx, { recordId: jobCardId, purpose: PURPOSES.feedback });
  tx.emit({
    name: 'FeedbackReceived',
    subjectType: 'Feedback',
    subjectId: feedback.id,
    payload: { customerId, serviceCentreId, rating: feedback.rating },
  });
  const [organisation] = await tx.rows(organisations, sql`t.id = ${tx.organisationId}`);
  if (feedback.rating <= organisation!.lowRating) await complain(tx, feedback);
  return feedback;
}

const complain = (tx: Transaction, feedback: Feedback) =>
  openComplaint(tx, {
    customerId: feedback.customerId,
    serviceCentreId: feedback.serviceCentreId,
    jobCardId: feedback.jobCardId,
    feedbackId: feedback.id,
    category: COMPLAINED_ABOUT[feedback.feedbackType],
    priority: feedback.rating === WORST ? ComplaintPriority.HIGH : ComplaintPriority.MEDIUM,
    description: feedback.comment ?? `A rating of ${feedback.rating}, without a comment.`,
  });
