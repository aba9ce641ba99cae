import type { Transaction } from '../../../shared/database/transaction';
import type { Context } from '../../../shared/subgraph/context';
import { book } from '../scheduling/appointments/book';
import { prepareBooking } from '../scheduling/appointments/prepare-booking';
import { emitRequestEvent, moveServiceRequest } from './move-service-request';
import { isBooked } from './request-appointments';
import type { ServiceRequest } from './service-request.entity';
import type { ScheduleServiceRequestInput } from './service-request.input';
import { ServiceRequestStatus } from './service-request.lifecycle';
import { serviceRequests, serviceRequestsFor } from './service-request.loader';

const { SCHEDULED } = ServiceRequestStatus;
const MOST_NOTES = 2000;

/** Books an appointment for it, in one transaction: whoever loses the slot leaves the request as it was. */
export async function scheduleServiceRequest(
  context: Context,
  id: string,
  input: ScheduleServiceRequestInput,
): Promise<ServiceRequest> {
  const asked = await context.loadOrFail(serviceRequests, id);
  const { serviceCentreId, customerId, vehicleId, description } = asked;
  const { expectedVersion, idempotencyKey, ...slot } = input;
  const notes = description.slice(0, MOST_NOTES);
  const booking = await prepareBooking(context, { ...slot, serviceCentreId, customerId, vehicleId, notes });
  await context.once(
    { operation: 'scheduleServiceRequest', key: idempotencyKey, input: { id, ...input } },
    async (tx) => {
      const request = await tx.lock(serviceRequestsFor('serviceRequests:update'), id, expectedVersion);
      await scheduleRequest(tx, request);
      await book(tx, { ...booking, serviceRequestId: id });
      return { id };
    },
  );
  return context.loadOrFail(serviceRequests, id);
}

/**
 * For whoever books something for a request that they have locked. One whose appointment or visit was called off, or
 * missed, stays scheduled and gets another.
 */
export async function scheduleRequest(tx: Transaction, request: ServiceRequest): Promise<void> {
  const again = request.status === SCHEDULED && !(await isBooked(tx, request.id));
  if (!again) await moveServiceRequest(tx, request, SCHEDULED, { action: 'schedule' });
  emitRequestEvent(tx, 'ServiceRequestScheduled', request);
}
