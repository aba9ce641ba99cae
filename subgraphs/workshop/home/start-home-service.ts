import { requireOrganisation } from '../../../shared/access/identity';
import { notFound } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { inspectionRequired } from '../jobs/assign-job-card';
import { requireVehicle } from '../peers';
import { beginServiceRequest, lockRequestOf } from '../requests/follow-job';
import { complaintOf } from '../scheduling/appointments/check-in-appointment';
import type { HomeService } from './home-service.entity';
import { HomeServiceStatus, homeServiceLifecycle } from './home-service.lifecycle';
import { homeServices, homeServicesFor } from './home-service.loader';
import { HomeServiceAction } from './home-service-change.entity';
import { openCard } from './open-card';
import { moveVisit } from './record-step';

const { IN_PROGRESS } = HomeServiceStatus;

/** The visit gets its job card, one and no more. Begun already, it stays as it is. */
export async function startHomeService(context: Context, id: string): Promise<HomeService> {
  const seen = await context.load(homeServices, id);
  if (!seen) throw notFound(homeServices.called);
  const system = context.asSystem(requireOrganisation(context.identity));
  const [complaint, inspectFirst] = await Promise.all([
    complaintOf(context, seen, `Home visit ${seen.number}`),
    inspectionRequired(system),
    seen.jobCardId ? null : requireVehicle(system, seen.vehicleId, 'id'),
  ]);
  await context.transaction(async (tx) => {
    const request = await lockRequestOf(tx, seen);
    const visit = await tx.lock(homeServicesFor('homeServices:update'), id);
    if (visit.status === IN_PROGRESS) return;
    homeServiceLifecycle.demand(visit.status, IN_PROGRESS);
    const card = await openCard(tx, visit, complaint, inspectFirst);
    await moveVisit(tx, visit, {
      to: IN_PROGRESS,
      action: HomeServiceAction.STARTED,
      event: 'HomeServiceStarted',
      patch: { jobCardId: card.id, startedAt: tx.now },
    });
    await beginServiceRequest(tx, request, card.id);
  });
  return context.loadOrFail(homeServices, id);
}
