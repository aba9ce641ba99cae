import type { Context } from '../../../shared/subgraph/context';
import { emitRequestEvent, moveServiceRequest } from './move-service-request';
import type { ServiceRequest } from './service-request.entity';
import { ServiceRequestStatus } from './service-request.lifecycle';
import { serviceRequests, serviceRequestsFor } from './service-request.loader';

const { APPROVED, REJECTED } = ServiceRequestStatus;

export interface Decision {
  id: string;
  reason?: string | null;
  expectedVersion?: number | null;
}

export const approveServiceRequest = (context: Context, decision: Decision): Promise<ServiceRequest> =>
  decide(context, decision, APPROVED);

export const rejectServiceRequest = (context: Context, decision: Decision): Promise<ServiceRequest> =>
  decide(context, decision, REJECTED);

/** The same decision again changes nothing; another than was taken is INVALID_TRANSITION. */
async function decide(
  context: Context,
  { id, reason, expectedVersion }: Decision,
  to: typeof APPROVED | typeof REJECTED,
): Promise<ServiceRequest> {
  const why = reason?.trim() || undefined;
  await context.transaction(async (tx) => {
    const request = await tx.lock(serviceRequestsFor('serviceRequests:approve'), id, expectedVersion);
    if (request.status === to) return;
    await moveServiceRequest(tx, request, to, {
      action: to === APPROVED ? 'approve' : 'reject',
      reason: why,
      patch: {
        decidedById: tx.identity.actorId,
        decidedAt: tx.now,
        ...(to === REJECTED && why ? { closedReason: why } : {}),
      },
    });
    emitRequestEvent(tx, to === APPROVED ? 'ServiceRequestApproved' : 'ServiceRequestRejected', request);
  });
  return context.loadOrFail(serviceRequests, id);
}
