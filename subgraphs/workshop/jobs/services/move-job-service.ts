import type { Transaction } from '../../../../shared/database/transaction';
import type { Context } from '../../../../shared/subgraph/context';
import { demandBegun } from '../progress/open-card';
import { stopClocks } from '../time/stop-clocks';
import { changeService } from './change-service';
import { JobService } from './job-service.entity';
import type { JobServiceArgs, SkipJobServiceArgs } from './job-service.input';
import { JobServiceStatus, jobServiceLifecycle } from './job-service.lifecycle';
import { jobServices } from './job-service.loader';

const { COMPLETED, IN_PROGRESS, SKIPPED } = JobServiceStatus;

export async function startJobService(context: Context, args: JobServiceArgs): Promise<JobService> {
  await changeService(context, args, 'JobServiceStarted', async (tx, card, service) => {
    jobServiceLifecycle.demand(service.status, IN_PROGRESS);
    demandBegun(card);
    await tx.update(JobService, service, { status: IN_PROGRESS, startedAt: tx.now }, 'start');
  });
  return context.loadOrFail(jobServices, args.id);
}

/** The clocks that run on it stop with it. */
export async function completeJobService(context: Context, args: JobServiceArgs): Promise<JobService> {
  await changeService(context, args, 'JobServiceCompleted', async (tx, card, service) => {
    jobServiceLifecycle.demand(service.status, COMPLETED);
    demandBegun(card);
    await stopClocks(tx, card, service.id);
    await tx.update(JobService, service, { status: COMPLETED, ...finishedBy(tx) }, 'complete');
  });
  return context.loadOrFail(jobServices, args.id);
}

export async function skipJobService(
  context: Context,
  { reason, ...args }: SkipJobServiceArgs,
): Promise<JobService> {
  await changeService(context, args, 'JobServiceSkipped', async (tx, card, service) => {
    jobServiceLifecycle.demand(service.status, SKIPPED);
    await stopClocks(tx, card, service.id);
    const patch = { status: SKIPPED, skipReason: reason.trim(), ...finishedBy(tx) };
    await tx.update(JobService, service, patch, 'skip');
  });
  return context.loadOrFail(jobServices, args.id);
}

const finishedBy = ({ now, identity }: Transaction): Pick<JobService, 'finishedAt' | 'finishedById'> => ({
  finishedAt: now,
  finishedById: identity.kind === 'USER' ? identity.actorId : null,
});
