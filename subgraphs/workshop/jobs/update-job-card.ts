import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { estimateColumns } from './estimate';
import { JobCard } from './job-card.entity';
import type { UpdateJobCardInput } from './job-card.input';
import { jobCardLifecycle } from './job-card.lifecycle';
import { jobCards, jobCardsFor } from './job-card.loader';
import { emitJobEvent } from './job-event';

export async function updateJobCard(
  context: Context,
  id: string,
  input: UpdateJobCardInput,
): Promise<JobCard> {
  const { expectedVersion, estimatedCost, complaint, technicianNotes, ...rest } = input;
  const patch = {
    ...rest,
    complaint: complaint?.trim() ?? complaint,
    technicianNotes: technicianNotes?.trim() ?? technicianNotes,
    ...estimateColumns(estimatedCost),
  };
  await context.transaction(async (tx) => {
    const card = await tx.lock(jobCardsFor('jobs:update'), id, expectedVersion);
    if (jobCardLifecycle.next(card.status).length === 0)
      throw conflict(`A job card that is ${card.status} does not change any more.`, {
        current: { id, version: card.version, status: card.status },
      });
    const changed = await tx.update(JobCard, card, patch);
    const promisedAnew = changed.promisedAt?.getTime() !== card.promisedAt?.getTime();
    if (changed.version !== card.version) emitJobEvent(tx, 'JobCardUpdated', card, { promisedAnew });
  });
  return context.loadOrFail(jobCards, id);
}
