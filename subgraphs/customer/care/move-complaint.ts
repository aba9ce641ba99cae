import type { Transaction } from '../../../shared/database/transaction';
import { Complaint } from './complaint.entity';
import { type ComplaintStatus, complaintLifecycle } from './complaint.lifecycle';
import { ComplaintStatusChange } from './complaint-status-change.entity';

interface Step {
  /** For the audit log. */
  action: string;
  reason?: string | null;
  patch?: Partial<Complaint>;
}

/** Takes a locked complaint to its next state, writes the step into its history, and announces it. */
export async function moveComplaint(
  tx: Transaction,
  complaint: Complaint,
  to: ComplaintStatus,
  { action, reason, patch }: Step,
): Promise<void> {
  const { id, status, serviceCentreId, customerId } = complaint;
  complaintLifecycle.demand(status, to);
  await tx.update(Complaint, complaint, { ...patch, status: to }, action);
  await recordStep(tx, id, status, to, reason);
  tx.emit({
    name: 'ComplaintStatusChanged',
    subjectType: 'Complaint',
    subjectId: id,
    payload: { serviceCentreId, customerId, from: status, to },
  });
}

export async function recordStep(
  tx: Transaction,
  complaintId: string,
  fromStatus: ComplaintStatus | null,
  toStatus: ComplaintStatus,
  reason?: string | null,
): Promise<void> {
  const changedById = tx.identity.kind === 'USER' ? tx.identity.actorId : null;
  await tx.insert(ComplaintStatusChange, {
    complaintId,
    fromStatus,
    toStatus,
    reason: reason?.trim() || null,
    changedById,
  });
}
