import type { Parts } from '../../../shared/subgraph/parts';
import { askForApprovalHandlers } from './ask-for-approval.handler';
import { askForApprovalTask } from './ask-for-approval.task';

/** Asking customers about work that the workshop proposes. */
export const approvalsParts = {
  handlers: askForApprovalHandlers,
  tasks: [askForApprovalTask],
} satisfies Parts;
