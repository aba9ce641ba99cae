import type { Context } from '../../../shared/subgraph/context';
import { withdrawProposals } from './approvals/withdraw-additional-service';
import type { JobCard } from './job-card.entity';
import { JobCardStatus } from './job-card.lifecycle';
import { jobCards, jobCardsFor } from './job-card.loader';
import { emitJobEvent } from './job-event';
import { moveJobCard } from './move-job-card';
import { stopClocks } from './time/stop-clocks';

/** With it, what was proposed is withdrawn and the clocks that run on it stop. */
export async function cancelJobCard(context: Context, id: string, reason: string): Promise<JobCard> {
  await context.transaction(async (tx) => {
    const card = await tx.lock(jobCardsFor('jobs:cancel'), id);
    await moveJobCard(tx, card, JobCardStatus.CANCELLED, {
      action: 'cancel',
      reason: reason.trim(),
      patch: { waitingFor: [], resumesAs: null },
    });
    await withdrawProposals(tx, card);
    await stopClocks(tx, card);
    emitJobEvent(tx, 'JobCardCancelled', card, { from: card.status });
  });
  context.kernel.topics.accessChanged(context.identity.organisationId!);
  return context.loadOrFail(jobCards, id);
}
