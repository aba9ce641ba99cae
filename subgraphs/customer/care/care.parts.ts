import { badField, conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { complaintReference, feedbackReference } from './care.reference';
import { Complaint } from './complaint.entity';
import { ComplaintResolver } from './complaint.resolver';
import { ComplaintFieldsResolver, ComplaintStatusChangeResolver } from './complaint-fields.resolver';
import { ComplaintStatusChange } from './complaint-status-change.entity';
import { Feedback } from './feedback.entity';
import { FeedbackResolver } from './feedback.resolver';
import { requestFeedbackHandler } from './request-feedback.handler';
import { requestFeedbackTask } from './request-feedback.task';

export const careParts = {
  entities: [Feedback, Complaint, ComplaintStatusChange],
  resolvers: [FeedbackResolver, ComplaintResolver, ComplaintFieldsResolver, ComplaintStatusChangeResolver],
  references: [feedbackReference, complaintReference],
  handlers: [requestFeedbackHandler],
  tasks: [requestFeedbackTask],
  constraints: {
    feedback_once: () => conflict('Feedback on this job was given before.'),
    complaint_service_centre: () =>
      badField('input.serviceCentreId', 'UNKNOWN', 'There is no such service centre.'),
  },
} satisfies Parts;
