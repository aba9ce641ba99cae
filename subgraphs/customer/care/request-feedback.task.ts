import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { createLink } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { customers } from '../crm/customer.loader';
import { customerRecipient } from '../messages/kinds/recipients';
import { senderOf } from '../messages/kinds/sender';
import { tell } from '../messages/kinds/tell';
import { linkAddress } from '../messages/link-address';
import { messages } from '../messages/message.loader';
import { PURPOSES } from '../sign-in/held-link';
import { feedbackEntries } from './feedback.loader';

export const REQUEST_FEEDBACK_TASK = 'request-feedback';
const LINK_SECONDS = 30 * 24 * 60 * 60;

interface Request {
  jobCardId: string;
  customerId: string;
  serviceCentreId: string | null;
}

/** Once for each job, by a link that needs no account. */
export const requestFeedbackTask = defineTask<Request>({
  name: REQUEST_FEEDBACK_TASK,
  parse({ jobCardId, customerId, serviceCentreId }) {
    if (!isId(jobCardId) || !isId(customerId))
      throw new Error('A request for feedback without job or customer.');
    return { jobCardId, customerId, serviceCentreId: isId(serviceCentreId) ? serviceCentreId : null };
  },
  run: (request, context) => requestFeedback(context, request),
});

async function requestFeedback(context: Context, { jobCardId, customerId, serviceCentreId }: Request) {
  const customer = await context.load(customers, customerId);
  const [recipient] = await customerRecipient(context, customerId);
  if (!recipient || !customer || customer.archivedAt) return;
  const sender = await senderOf(context, serviceCentreId);
  await context.transaction(async (tx) => {
    if (await wasAskedOrGiven(tx, jobCardId)) return;
    const { id, token } = await createLink(tx, {
      purpose: PURPOSES.feedback,
      recordType: 'JobCard',
      recordId: jobCardId,
      permissions: { 'feedback:create': 'own' },
      customerId,
      expiresAt: addSeconds(tx.now, LINK_SECONDS),
      singleUse: true,
    });
    const telling = {
      kind: 'FEEDBACK_REQUEST' as const,
      occasion: jobCardId,
      sender,
      serviceCentreId,
      facts: { link: linkAddress(context.kernel.environment, PURPOSES.feedback, token) },
      related: { type: 'JobCard', id: jobCardId },
    };
    await tell(tx, telling, recipient);
    tx.audit('ask for feedback', 'Customer', customerId, { link: id, jobCardId });
  });
}

async function wasAskedOrGiven(tx: Transaction, jobCardId: string): Promise<boolean> {
  const asked = await tx.rows(messages, sql`t.related_id = ${jobCardId} and t.template = 'FEEDBACK_REQUEST'`);
  const given = await tx.rows(feedbackEntries, sql`t.job_card_id = ${jobCardId}`);
  return asked.length > 0 || given.length > 0;
}
