import type { Context } from '../../../shared/subgraph/context';
import { callOffVisit } from '../home/end-home-service';
import { callOff } from '../scheduling/appointments/change-appointment';
import { demandNotice } from '../scheduling/appointments/notice';
import { requireCentre } from '../scheduling/centre/known-centre';
import type { Decision } from './decide-service-request';
import { emitRequestEvent, moveServiceRequest } from './move-service-request';
import { lockAppointments, lockVisits } from './request-appointments';
import type { ServiceRequest } from './service-request.entity';
import { ServiceRequestStatus } from './service-request.lifecycle';
import { serviceRequests, serviceRequestsFor } from './service-request.loader';

const { CANCELLED } = ServiceRequestStatus;

/** With the appointment or the visit that was booked for it. Cancelled again, it stays as it is. */
export async function cancelServiceRequest(
  context: Context,
  { id, reason, expectedVersion }: Decision & { reason: string },
): Promise<ServiceRequest> {
  const closedReason = reason.trim();
  const { serviceCentreId } = await context.loadOrFail(serviceRequests, id);
  const centre = await requireCentre(context, serviceCentreId, 'id');
  await context.transaction(async (tx) => {
    const request = await tx.lock(serviceRequestsFor('serviceRequests:cancel'), id, expectedVersion);
    if (request.status === CANCELLED) return;
    await moveServiceRequest(tx, request, CANCELLED, {
      action: 'cancel',
      reason: closedReason,
      patch: { closedReason },
    });
    for (const appointment of await lockAppointments(tx, id)) {
      demandNotice(tx.identity, centre, appointment, tx.now);
      await callOff(tx, appointment, closedReason);
    }
    for (const visit of await lockVisits(tx, id)) await callOffVisit(tx, centre, visit, closedReason);
    emitRequestEvent(tx, 'ServiceRequestCancelled', request);
  });
  return context.loadOrFail(serviceRequests, id);
}
