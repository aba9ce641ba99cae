import { inCentres, readable, type Viewer } from '../../../shared/database/readable';
import { type Sql, sql } from '../../../shared/database/sql';
import { Feedback } from './feedback.entity';

/**
 * Staff see what was said about their service centres, technicians about the jobs that were theirs, customers what
 * they said themselves; a link that asks for feedback opens that of its job.
 */
function visibleFeedback({ identity, reach }: Viewer): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`t.service_centre_id`);
  if (identity.link)
    return identity.link.recordType === 'JobCard'
      ? sql`t.job_card_id = ${identity.link.recordId}`
      : sql`false`;
  return identity.customerId
    ? sql`t.customer_id = ${identity.customerId}`
    : sql`t.technician_id = ${identity.actorId}`;
}

export const feedbackEntries = readable({
  entity: Feedback,
  permission: 'feedback:read',
  called: 'Feedback',
  visible: visibleFeedback,
});

export const changeableFeedback = { ...feedbackEntries, permission: 'feedback:update' };

/** Who may give feedback is answered with what they gave, whether or not they may read any. */
export const givenFeedback = { ...feedbackEntries, permission: 'feedback:create' };
