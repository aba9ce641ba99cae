import { invalidTransition } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import { JobCardStatus, jobCardLifecycle } from '../job-card.lifecycle';
import { jobCards, jobCardsFor } from '../job-card.loader';
import { stopClocks } from '../time/stop-clocks';
import { JobCardWait } from './job-card-wait';
import { demandIn } from './open-card';
import type { PauseArgs, StepArgs } from './progress.input';
import { addWait, endWait } from './waits';

const { ASSIGNED, IN_PROGRESS, PAUSED } = JobCardStatus;

/** The clocks that run on it stop: nobody works on what is paused. */
export async function pauseJobCard(
  context: Context,
  { id, reason, expectedVersion }: PauseArgs,
): Promise<JobCard> {
  await context.transaction(async (tx) => {
    const card = await tx.lock(jobCardsFor('jobs:update'), id, expectedVersion);
    demandIn(card, [ASSIGNED, IN_PROGRESS], PAUSED);
    await addWait(tx, card, JobCardWait.OTHER, { action: 'pause', reason: reason?.trim() || null });
    await stopClocks(tx, card);
  });
  return context.loadOrFail(jobCards, id);
}

/** Back to where it was paused. What else it waits for, it goes on waiting for. */
export async function resumeJobCard(context: Context, { id, expectedVersion }: StepArgs): Promise<JobCard> {
  await context.transaction(async (tx) => {
    const card = await tx.lock(jobCardsFor('jobs:update'), id, expectedVersion);
    if (!card.waitingFor.includes(JobCardWait.OTHER)) throw notPaused(card);
    await endWait(tx, card, JobCardWait.OTHER, { action: 'resume' });
  });
  return context.loadOrFail(jobCards, id);
}

const notPaused = ({ status, resumesAs }: JobCard) =>
  invalidTransition(
    status,
    resumesAs ?? status,
    jobCardLifecycle.next(status).filter((next) => !resumesAs || next === JobCardStatus.CANCELLED),
  );
