import type { Given, Transaction } from '../../../shared/database/transaction';
import { HomeService } from './home-service.entity';
import { type HomeServiceStatus, homeServiceLifecycle } from './home-service.lifecycle';
import { HomeServiceAction, HomeServiceChange } from './home-service-change.entity';

export type HomeServiceEvent =
  | 'HomeServiceScheduled'
  | 'HomeServiceAssigned'
  | 'HomeServiceUpdated'
  | 'HomeServiceEnRoute'
  | 'HomeServiceLocated'
  | 'HomeServiceArrived'
  | 'HomeServiceStarted'
  | 'HomeServiceCompleted'
  | 'HomeServiceCancelled';

export function emitAbout(
  tx: Transaction,
  name: HomeServiceEvent,
  visit: HomeService,
  more: Record<string, unknown> = {},
): void {
  const { id, customerId, serviceCentreId, vehicleId, technicianId, jobCardId } = visit;
  tx.emit({
    name,
    subjectType: 'HomeService',
    subjectId: id,
    payload: { customerId, serviceCentreId, vehicleId, technicianId, jobCardId, ...more },
  });
}

/** Writes a step into the visit’s history, as it stands from now on. */
export async function recordStep(
  tx: Transaction,
  visit: HomeService,
  action: HomeServiceAction,
  reason: string | null = null,
): Promise<void> {
  const { id: homeServiceId, status, startsAt, endsAt, technicianId } = visit;
  const changedById = tx.identity.kind === 'USER' ? tx.identity.actorId : null;
  await tx.insert(HomeServiceChange, {
    homeServiceId,
    action,
    status,
    startsAt,
    endsAt,
    technicianId,
    reason,
    changedById,
  });
}

interface Step {
  to: HomeServiceStatus;
  action: HomeServiceAction;
  event: HomeServiceEvent;
  patch: Given<HomeService>;
  reason?: string;
}

/** Takes a locked visit to its next state, and tells of it. */
export async function moveVisit(
  tx: Transaction,
  visit: HomeService,
  { to, action, event, patch, reason }: Step,
): Promise<HomeService> {
  homeServiceLifecycle.demand(visit.status, to);
  const moved = await tx.update(HomeService, visit, { ...patch, status: to }, action.toLowerCase());
  await recordStep(tx, moved, action, reason);
  emitAbout(tx, event, moved);
  return moved;
}
