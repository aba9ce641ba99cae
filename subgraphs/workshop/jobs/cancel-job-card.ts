import type { Context } from '../../../shared/subgraph/context';
import type { JobCard } from './job-card.entity';
import { JobCardStatus } from './job-card.lifecycle';
import { jobCards, jobCardsFor } from './job-card.loader';
import { moveJobCard } from './move-job-card';

export async function cancelJobCard(context: Context, id: string, reason: string): Promise<JobCard> {
  await context.transaction(async (tx) => {
    const card = await tx.lock(jobCardsFor('jobs:cancel'), id);
    await moveJobCard(tx, card, JobCardStatus.CANCELLED, { action: 'cancel', reason: reason.trim() });
    tx.emit({
      name: 'JobCardCancelled',
      subjectType: 'JobCard',
      subjectId: id,
      payload: { from: card.status },
    });
  });
  return context.loadOrFail(jobCards, id);
}
