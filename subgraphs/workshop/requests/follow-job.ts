import { everyone } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { EventHandler } from '../../../shared/events/handler';
import { emitRequestEvent, moveServiceRequest } from './move-service-request';
import type { ServiceRequest } from './service-request.entity';
import { ServiceRequestStatus } from './service-request.lifecycle';
import { serviceRequests } from './service-request.loader';

const { COMPLETED, IN_PROGRESS, SCHEDULED } = ServiceRequestStatus;
const everyRequest = { ...serviceRequests, permission: null, visible: everyone };

/**
 * Locks what an appointment or a visit was booked for. The request comes first in every transaction that touches both
 * (ADR 0052).
 */
export async function lockRequestOf(
  tx: Transaction,
  { serviceRequestId }: { serviceRequestId: string | null },
): Promise<ServiceRequest | null> {
  return serviceRequestId ? tx.lock(everyRequest, serviceRequestId) : null;
}

/** The vehicle has come: in the transaction that checks the appointment in and makes the job card. */
export async function beginServiceRequest(
  tx: Transaction,
  request: ServiceRequest | null,
  jobCardId: string,
): Promise<void> {
  if (request?.status !== SCHEDULED) return;
  await moveServiceRequest(tx, request, IN_PROGRESS, { action: 'begin', patch: { jobCardId } });
}

/** The job is done, and with it what was asked for. */
export const completeRequestHandler: EventHandler = {
  event: 'JobCardCompleted',
  name: 'workshop.complete-service-request',
  async handle(tx, { subjectId }) {
    const rows = await tx.rows(
      everyRequest,
      sql`t.organisation_id = ${tx.organisationId} and t.job_card_id = ${subjectId} and t.status = ${IN_PROGRESS}`,
      sql`for no key update of t`,
    );
    for (const request of rows) {
      await moveServiceRequest(tx, request, COMPLETED, { action: 'complete' });
      emitRequestEvent(tx, 'ServiceRequestCompleted', request);
    }
  },
};
