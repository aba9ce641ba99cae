import type { Transaction } from '../../../shared/database/transaction';
import { ServiceRequestStatusChange } from './request-status-change.entity';
import { ServiceRequest } from './service-request.entity';
import { type ServiceRequestStatus, serviceRequestLifecycle } from './service-request.lifecycle';

interface Step {
  action: string;
  reason?: string | undefined;
  patch?: Partial<ServiceRequest>;
}

/** Takes a locked request to its next state, and writes the step into its history. */
export async function moveServiceRequest(
  tx: Transaction,
  request: ServiceRequest,
  to: ServiceRequestStatus,
  { action, reason, patch }: Step,
): Promise<ServiceRequest> {
  serviceRequestLifecycle.demand(request.status, to);
  const moved = await tx.update(ServiceRequest, request, { ...patch, status: to }, action);
  await recordRequestStatus(tx, request.id, request.status, to, reason);
  return moved;
}

export async function recordRequestStatus(
  tx: Transaction,
  serviceRequestId: string,
  fromStatus: ServiceRequestStatus | null,
  toStatus: ServiceRequestStatus,
  reason?: string,
): Promise<void> {
  const changedById = tx.identity.kind === 'USER' ? tx.identity.actorId : null;
  await tx.insert(ServiceRequestStatusChange, {
    serviceRequestId,
    fromStatus,
    toStatus,
    reason,
    changedById,
  });
}

type RequestEvent =
  | 'ServiceRequestCreated'
  | 'ServiceRequestApproved'
  | 'ServiceRequestRejected'
  | 'ServiceRequestScheduled'
  | 'ServiceRequestCompleted'
  | 'ServiceRequestCancelled';

export function emitRequestEvent(tx: Transaction, name: RequestEvent, request: ServiceRequest): void {
  const { id, serviceCentreId, customerId, vehicleId } = request;
  tx.emit({
    name,
    subjectType: 'ServiceRequest',
    subjectId: id,
    payload: { serviceCentreId, customerId, vehicleId },
  });
}
