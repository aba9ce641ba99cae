import { addSeconds } from '../../../shared/clock';
import type { Transaction } from '../../../shared/database/transaction';
import { ComplaintPriority } from './care.enums';
import { Complaint } from './complaint.entity';
import { complaintLifecycle } from './complaint.lifecycle';
import { recordStep } from './move-complaint';

const DAY = 24 * 60 * 60;
/** By when a complaint is to be resolved, unless somebody says otherwise. */
const DAYS_TO_RESOLVE: Record<ComplaintPriority, number> = {
  [ComplaintPriority.LOW]: 10,
  [ComplaintPriority.MEDIUM]: 5,
  [ComplaintPriority.HIGH]: 2,
  [ComplaintPriority.URGENT]: 1,
};

type Facts = Pick<Complaint, 'customerId' | 'serviceCentreId' | 'category' | 'priority' | 'description'> &
  Partial<Pick<Complaint, 'jobCardId' | 'feedbackId' | 'dueAt'>>;

export const dueAfter = (begun: Date, priority: ComplaintPriority): Date =>
  addSeconds(begun, DAYS_TO_RESOLVE[priority] * DAY);

/** For every way by which a complaint comes in: it has its number, its first step, and is announced. */
export async function openComplaint(tx: Transaction, facts: Facts): Promise<Complaint> {
  const { serviceCentreId, customerId } = facts;
  // The series stays locked until COMMIT, so the number is taken as late as can be.
  const number = await tx.nextNumber(serviceCentreId, 'complaint');
  const complaint = await tx.insert(Complaint, {
    ...facts,
    dueAt: facts.dueAt ?? dueAfter(tx.now, facts.priority),
    number: `CMP-${String(number).padStart(6, '0')}`,
    status: complaintLifecycle.initial,
  });
  await recordStep(tx, complaint.id, null, complaint.status);
  tx.emit({
    name: 'ComplaintRegistered',
    subjectType: 'Complaint',
    subjectId: complaint.id,
    payload: { serviceCentreId, customerId, assigneeId: null },
  });
  return complaint;
}
