import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import { JobCardStatus } from '../job-card.lifecycle';
import { jobCards, jobCardsFor } from '../job-card.loader';
import { emitJobEvent } from '../job-event';
import { moveJobCard } from '../move-job-card';
import type { StepArgs } from './progress.input';

export async function deliverJobCard(context: Context, { id, expectedVersion }: StepArgs): Promise<JobCard> {
  await context.transaction(async (tx) => {
    const card = await tx.lock(jobCardsFor('jobs:deliver'), id, expectedVersion);
    await moveJobCard(tx, card, JobCardStatus.DELIVERED, {
      action: 'deliver',
      patch: { deliveredAt: tx.now },
    });
    emitJobEvent(tx, 'JobCardDelivered', card, { technicianId: card.technicianId });
  });
  return context.loadOrFail(jobCards, id);
}
