import type { Transaction } from '../../../shared/database/transaction';
import type { Context } from '../../../shared/subgraph/context';
import { scheduleRequest } from '../requests/schedule-service-request';
import { serviceRequests } from '../requests/service-request.loader';
import { HomeService } from './home-service.entity';
import type { CreateHomeServiceInput } from './home-service.input';
import { homeServiceLifecycle } from './home-service.lifecycle';
import { everyHomeService } from './home-service.loader';
import { HomeServiceAction } from './home-service-change.entity';
import { homeServiceNumber } from './number';
import { placeVisit } from './place-visit';
import { type PlannedVisit, prepareVisit } from './prepare-visit';
import { emitAbout, recordStep } from './record-step';

/** With the request that it is for, in one transaction: whoever loses the time leaves the request as it was. */
export async function createHomeService(
  context: Context,
  input: CreateHomeServiceInput,
): Promise<HomeService> {
  const planned = await prepareVisit(context, input);
  const { id } = await context.once(
    { operation: 'createHomeService', key: input.idempotencyKey, input },
    async (tx) => {
      const { serviceRequestId } = planned;
      if (serviceRequestId) await scheduleRequest(tx, await tx.lock(serviceRequests, serviceRequestId));
      return { id: (await plan(tx, planned)).id };
    },
  );
  return context.loadOrFail(everyHomeService, id);
}

async function plan(
  tx: Transaction,
  { wanted, facts, serviceRequestId }: PlannedVisit,
): Promise<HomeService> {
  const place = await placeVisit(tx, wanted);
  const { centre } = wanted;
  // The series stays locked until COMMIT, so the number is taken as late as can be.
  const number = homeServiceNumber(await tx.nextNumber(centre.id, 'home service'));
  const visit = await tx.insert(HomeService, {
    ...facts,
    ...place,
    number,
    serviceCentreId: centre.id,
    serviceRequestId,
    status: homeServiceLifecycle.initial,
  });
  await recordStep(tx, visit, HomeServiceAction.SCHEDULED, place.overrideReason);
  emitAbout(tx, 'HomeServiceScheduled', visit);
  if (visit.technicianId) emitAbout(tx, 'HomeServiceAssigned', visit);
  return visit;
}
