import type { Reference } from '../../../shared/subgraph/app';
import { complaints } from './complaint.loader';
import { feedbackEntries } from './feedback.loader';

export const feedbackReference: Reference = { type: 'Feedback', read: feedbackEntries };

export const complaintReference: Reference = { type: 'Complaint', read: complaints };
