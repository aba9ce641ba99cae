import { sql } from '../../../shared/database/sql';
import { ERASED_TEXT, type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { exportedRecords, personalRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { complaintSteps, complaints } from './complaint.loader';
import { ComplaintStatusChange } from './complaint-status-change.entity';
import { feedbackEntries } from './feedback.loader';

const feedbackPersonalData = personalRecords({
  section: 'feedback',
  table: 'customer.feedback',
  type: feedbackEntries,
  of: (customerId) => sql`t.customer_id = ${customerId}`,
  erased: () => ({ comment: null, resolution: null }),
  keptBecause: 'Ratings are counted; the words are erased.',
});

const complaintsPersonalData = personalRecords({
  section: 'complaints',
  table: 'customer.complaint',
  type: complaints,
  of: (customerId) => sql`t.customer_id = ${customerId}`,
  erased: () => ({ description: ERASED_TEXT, resolution: null }),
  keptBecause: 'Complaints are counted and were answered for; the words are erased.',
});

/** Steps are written once; a function of the database takes the words out of them, and can do nothing else. */
const stepsPersonalData: PersonalData = {
  ...exportedRecords({
    section: 'complaintHistory',
    table: 'customer.complaint_status_change',
    type: complaintSteps,
    of: (
      customerId,
    ) => sql`exists (select from customer.complaint c where c.organisation_id = t.organisation_id
      and c.id = t.complaint_id and c.customer_id = ${customerId})`,
  }),
  async erase(tx, customerId) {
    const rows = await tx.query<{ id: string }>(
      sql`select customer.erase_complaint_reasons(${customerId}) as id`,
    );
    const ids = rows.map(({ id }) => id);
    await redactAudit(tx, ComplaintStatusChange.name, ids);
    return { erased: { complaintHistory: ids.length }, kept: [] };
  },
};

export const carePersonalData = together(feedbackPersonalData, stepsPersonalData, complaintsPersonalData);
