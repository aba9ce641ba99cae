import { requireReach } from '../../../shared/access/identity';
import type { Transaction } from '../../../shared/database/transaction';
import { notFound } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { CentreSchedule } from '../scheduling/centre/centre-schedule.entity';
import { requireCentre } from '../scheduling/centre/known-centre';
import { HomeService } from './home-service.entity';
import type { AssignHomeServiceInput, ScheduleHomeServiceInput } from './home-service.input';
import { HomeServiceStatus, homeServiceLifecycle } from './home-service.lifecycle';
import { homeServices, homeServicesFor } from './home-service.loader';
import { HomeServiceAction } from './home-service-change.entity';
import { placeVisit, type WantedVisit } from './place-visit';
import { requireTechnician } from './prepare-visit';
import { emitAbout, recordStep } from './record-step';

const { SCHEDULED } = HomeServiceStatus;

type Change = Pick<ScheduleHomeServiceInput, 'technicianId' | 'override' | 'expectedVersion'>;

export const scheduleHomeService = (
  context: Context,
  id: string,
  input: ScheduleHomeServiceInput,
): Promise<HomeService> =>
  replan(context, id, input, (visit) => ({
    startsAt: input.startsAt,
    minutes: input.minutes ?? visit.minutes,
    travelMinutes: input.travelMinutes ?? visit.travelMinutes,
  }));

/** At the time that it has. */
export const assignHomeService = (
  context: Context,
  id: string,
  input: AssignHomeServiceInput,
): Promise<HomeService> =>
  replan(context, id, input, ({ startsAt, minutes, travelMinutes }) => ({
    startsAt,
    minutes,
    travelMinutes,
  }));

type Times = Pick<WantedVisit, 'startsAt' | 'minutes' | 'travelMinutes'>;

async function replan(
  context: Context,
  id: string,
  input: Change & { reason?: string | null },
  timesOf: (visit: HomeService) => Times,
): Promise<HomeService> {
  if (input.override) requireReach(context.identity, 'appointments:override');
  const centre = await centreOfVisit(context, id);
  await requireTechnician(context, input.technicianId, centre.id);
  await context.transaction(async (tx) => {
    const visit = await tx.lock(homeServicesFor('homeServices:dispatch'), id, input.expectedVersion);
    if (visit.status !== SCHEDULED) homeServiceLifecycle.demand(visit.status, SCHEDULED);
    const times = timesOf(visit);
    if (standsThere(visit, times, input.technicianId)) return;
    const wanted = {
      ...times,
      centre,
      technicianId: input.technicianId ?? null,
      override: input.override?.reason.trim() ?? null,
      onGrid: false,
    };
    const place = await placeVisit(tx, wanted, visit);
    const changed = await tx.update(HomeService, visit, place, 'schedule');
    await tell(tx, visit, changed, input.reason?.trim() || place.overrideReason);
  });
  return context.loadOrFail(homeServices, id);
}

/** The same again changes nothing. */
const standsThere = (visit: HomeService, times: Times, technicianId: string | null | undefined): boolean =>
  visit.startsAt.getTime() === times.startsAt.getTime() &&
  visit.minutes === times.minutes &&
  visit.travelMinutes === times.travelMinutes &&
  (!technicianId || technicianId === visit.technicianId);

/** Who is visited is told of another time, who goes of another visit. */
async function tell(
  tx: Transaction,
  before: HomeService,
  after: HomeService,
  reason: string | null,
): Promise<void> {
  const isMoved = before.startsAt.getTime() !== after.startsAt.getTime();
  const isOthers = before.technicianId !== after.technicianId;
  const isOnlyOthers = isOthers && !isMoved;
  await recordStep(tx, after, isOnlyOthers ? HomeServiceAction.ASSIGNED : HomeServiceAction.MOVED, reason);
  const former = { formerTechnicianId: before.technicianId };
  if (!isOnlyOthers) emitAbout(tx, 'HomeServiceScheduled', after, former);
  if (isOthers && after.technicianId) emitAbout(tx, 'HomeServiceAssigned', after, former);
}

async function centreOfVisit(context: Context, id: string): Promise<CentreSchedule> {
  const seen = await context.load(homeServices, id);
  if (!seen) throw notFound(homeServices.called);
  return requireCentre(context, seen.serviceCentreId, 'id');
}
