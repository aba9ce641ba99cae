import type { Transaction } from '../../../shared/database/transaction';
import { conflict, invalidTransition } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { requireColleague } from '../identity/colleague';
import { Complaint } from './complaint.entity';
import type {
  AssignComplaintArgs,
  CloseComplaintArgs,
  ComplaintArgs,
  ProposeResolutionArgs,
  ReasonArgs,
  UpdateComplaintInput,
} from './complaint.input';
import { ComplaintStatus, complaintLifecycle, OPEN_COMPLAINTS } from './complaint.lifecycle';
import { approvableComplaints, changeableComplaints, complaints } from './complaint.loader';
import { moveComplaint } from './move-complaint';

const { ASSIGNED, INVESTIGATING, PROPOSED, RESOLVED, CLOSED, ESCALATED } = ComplaintStatus;

type Work = (tx: Transaction, complaint: Complaint) => Promise<void>;

/** The complaint, locked, for those whom this permission of theirs lets at it; then as they see it. */
async function change(
  context: Context,
  { id, expectedVersion }: ComplaintArgs,
  work: Work,
  type = changeableComplaints,
): Promise<Complaint> {
  await context.transaction(async (tx) => work(tx, await tx.lock(type, id, expectedVersion)));
  return context.loadOrFail(complaints, id);
}

export const updateComplaint = (
  context: Context,
  id: string,
  { expectedVersion, description, ...facts }: UpdateComplaintInput,
): Promise<Complaint> =>
  change(context, { id, expectedVersion }, async (tx, complaint) => {
    if (complaint.status === CLOSED) throw conflict('A complaint that is closed does not change any more.');
    const patch = { ...facts, description: description?.trim() };
    const changed = await tx.update(Complaint, complaint, patch);
    if (changed.version !== complaint.version)
      tx.emit({ name: 'ComplaintUpdated', subjectType: 'Complaint', subjectId: id });
  });

/** New and escalated ones move on; others that are open change hands as they stand. */
export const assignComplaint = (context: Context, args: AssignComplaintArgs): Promise<Complaint> =>
  change(context, args, async (tx, complaint) => {
    const { assigneeId } = args;
    const { status, serviceCentreId, customerId } = complaint;
    if (!OPEN_COMPLAINTS.includes(status))
      throw invalidTransition(status, ASSIGNED, complaintLifecycle.next(status));
    const moves = complaintLifecycle.next(status).includes(ASSIGNED);
    if (!moves && complaint.assigneeId === assigneeId) return;
    await requireColleague(tx, assigneeId, serviceCentreId, 'assigneeId');
    if (moves) await moveComplaint(tx, complaint, ASSIGNED, { action: 'assign', patch: { assigneeId } });
    else await tx.update(Complaint, complaint, { assigneeId }, 'assign');
    tx.emit({
      name: 'ComplaintAssigned',
      subjectType: 'Complaint',
      subjectId: complaint.id,
      payload: { serviceCentreId, customerId, assigneeId },
    });
  });

export const investigateComplaint = (context: Context, args: ComplaintArgs): Promise<Complaint> =>
  change(context, args, (tx, complaint) => {
    requireState(complaint, ASSIGNED, INVESTIGATING);
    return moveComplaint(tx, complaint, INVESTIGATING, { action: 'investigate' });
  });

export const proposeResolution = (context: Context, args: ProposeResolutionArgs): Promise<Complaint> =>
  change(context, args, (tx, complaint) =>
    moveComplaint(tx, complaint, PROPOSED, {
      action: 'propose',
      patch: { resolution: args.resolution.trim() },
    }),
  );

export const approveResolution = (context: Context, args: ComplaintArgs): Promise<Complaint> =>
  change(
    context,
    args,
    (tx, complaint) =>
      moveComplaint(tx, complaint, RESOLVED, {
        action: 'approve',
        patch: { resolvedAt: tx.now, resolvedById: tx.identity.actorId },
      }),
    approvableComplaints,
  );

export const rejectResolution = (context: Context, args: ReasonArgs): Promise<Complaint> =>
  change(
    context,
    args,
    (tx, complaint) => {
      requireState(complaint, PROPOSED, INVESTIGATING);
      return moveComplaint(tx, complaint, INVESTIGATING, { action: 'reject', reason: args.reason });
    },
    approvableComplaints,
  );

export const escalateComplaint = (context: Context, args: ReasonArgs): Promise<Complaint> =>
  change(context, args, (tx, complaint) =>
    moveComplaint(tx, complaint, ESCALATED, { action: 'escalate', reason: args.reason }),
  );

export const closeComplaint = (context: Context, args: CloseComplaintArgs): Promise<Complaint> =>
  change(context, args, (tx, complaint) =>
    moveComplaint(tx, complaint, CLOSED, {
      action: 'close',
      patch: { closedAt: tx.now, customerSatisfaction: args.customerSatisfaction ?? null },
    }),
  );

/** INVESTIGATING follows on two states, each by a command of its own. */
function requireState({ status }: Complaint, from: ComplaintStatus, to: ComplaintStatus): void {
  if (status !== from) throw invalidTransition(status, to, complaintLifecycle.next(status));
}
