import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField, conflict, notFound } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { JobCardStatus } from '../jobs/job-card.lifecycle';
import { everyCard } from '../jobs/job-card.loader';
import { demandNotice } from '../scheduling/appointments/notice';
import type { CentreSchedule } from '../scheduling/centre/centre-schedule.entity';
import { knownCentre } from '../scheduling/centre/known-centre';
import type { HomeService } from './home-service.entity';
import { HomeServiceStatus, homeServiceLifecycle } from './home-service.lifecycle';
import { homeServices, homeServicesFor } from './home-service.loader';
import { HomeServiceAction } from './home-service-change.entity';
import { moveVisit } from './record-step';
import { forgetPosition } from './travel-to-visit';

const { CANCELLED, COMPLETED, IN_PROGRESS, SCHEDULED } = HomeServiceStatus;

/** With its job, and not before. Completed already, it stays as it is. */
export async function completeHomeService(
  context: Context,
  id: string,
  notes: string | null | undefined,
): Promise<HomeService> {
  await context.transaction(async (tx) => {
    const visit = await tx.lock(homeServicesFor('homeServices:update'), id);
    if (visit.status === COMPLETED) return;
    homeServiceLifecycle.demand(visit.status, COMPLETED);
    const jobStatus = await statusOfJob(tx, visit);
    if (jobStatus !== 'COMPLETED' && jobStatus !== 'DELIVERED')
      throw conflict('Complete its job card first.', { reason: 'JOB_NOT_COMPLETED', jobStatus });
    await moveVisit(tx, visit, {
      to: COMPLETED,
      action: HomeServiceAction.COMPLETED,
      event: 'HomeServiceCompleted',
      patch: { completedAt: tx.now, completionNotes: notes?.trim() || null },
    });
  });
  return context.loadOrFail(homeServices, id);
}

export async function cancelHomeService(
  context: Context,
  { id, reason, expectedVersion }: { id: string; reason: string; expectedVersion?: number | null },
): Promise<HomeService> {
  const seen = await context.load(homeServices, id);
  if (!seen) throw notFound(homeServices.called);
  // One that is closed by now has nobody to send, all the more.
  const centre = await knownCentre(context, seen.serviceCentreId);
  await context.transaction(async (tx) => {
    const visit = await tx.lock(homeServicesFor('homeServices:cancel'), id, expectedVersion);
    if (visit.status === CANCELLED) return;
    await callOffVisit(tx, centre!, visit, reason.trim());
  });
  return context.loadOrFail(homeServices, id);
}

/** For whoever has locked it. The time of who would have gone is free again. */
export async function callOffVisit(
  tx: Transaction,
  centre: CentreSchedule,
  visit: HomeService,
  reason: string,
): Promise<void> {
  homeServiceLifecycle.demand(visit.status, CANCELLED);
  requireNotice(tx, centre, visit);
  if (visit.status === IN_PROGRESS) await requireJobCancelled(tx, visit);
  await moveVisit(tx, visit, {
    to: CANCELLED,
    action: HomeServiceAction.CANCELLED,
    event: 'HomeServiceCancelled',
    patch: { cancelReason: reason },
    reason,
  });
  await forgetPosition(tx, visit.id);
}

/** Customers call off as long as they could still plan it, and nobody who is on the way to them. */
function requireNotice(tx: Transaction, centre: CentreSchedule, visit: HomeService): void {
  if (tx.identity.customerId && visit.status !== SCHEDULED)
    throw badField('id', 'TOO_LATE', 'Somebody is on the way: call the service centre.');
  demandNotice(tx.identity, centre, { startsAt: visit.leavesAt }, tx.now);
}

/** What was begun is first ended there: parts go back, and the customer owes for what was done. */
async function requireJobCancelled(tx: Transaction, visit: HomeService): Promise<void> {
  const jobStatus = await statusOfJob(tx, visit);
  if (jobStatus === 'CANCELLED') return;
  const open = jobStatus !== 'COMPLETED' && jobStatus !== 'DELIVERED';
  throw conflict(open ? 'Cancel its job card first.' : 'Its job is done: complete the visit.', {
    reason: open ? 'JOB_OPEN' : 'JOB_DONE',
    jobStatus,
  });
}

/** Not locked: of the states that are asked for, none is left again for another kind. */
async function statusOfJob(tx: Transaction, { jobCardId }: HomeService): Promise<JobCardStatus> {
  const [card] = await tx.rows(
    everyCard,
    sql`t.organisation_id = ${tx.organisationId} and t.id = ${jobCardId}`,
  );
  return card!.status;
}
