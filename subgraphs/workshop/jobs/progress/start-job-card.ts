import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import { JobCardStatus } from '../job-card.lifecycle';
import { jobCards, jobCardsFor } from '../job-card.loader';
import { emitJobEvent } from '../job-event';
import { moveJobCard } from '../move-job-card';
import { demandIn } from './open-card';
import type { StepArgs } from './progress.input';

const { ASSIGNED, IN_PROGRESS } = JobCardStatus;

export async function startJobCard(context: Context, { id, expectedVersion }: StepArgs): Promise<JobCard> {
  await context.transaction(async (tx) => {
    const card = await tx.lock(jobCardsFor('jobs:update'), id, expectedVersion);
    demandIn(card, [ASSIGNED], IN_PROGRESS);
    await moveJobCard(tx, card, IN_PROGRESS, { action: 'start', patch: { startedAt: tx.now } });
    emitJobEvent(tx, 'JobCardStarted', card, { technicianId: card.technicianId });
  });
  return context.loadOrFail(jobCards, id);
}
