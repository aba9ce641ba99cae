import type { Transaction } from '../../../../shared/database/transaction';
import { notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import { jobCardsFor } from '../job-card.loader';
import { emitJobEvent } from '../job-event';
import { demandOpen } from '../progress/open-card';
import type { JobService } from './job-service.entity';
import type { JobServiceArgs } from './job-service.input';
import { everyJobService, jobServices } from './job-service.loader';

export const changeableCards = jobCardsFor('jobs:update');

type Change = (tx: Transaction, card: JobCard, service: JobService) => Promise<unknown>;

/** A change of one service: its card is locked first, so that the card is not completed beside it. */
export async function changeService(
  context: Context,
  { id, expectedVersion }: JobServiceArgs,
  event: string,
  change: Change,
): Promise<JobService> {
  const seen = await context.load(jobServices, id);
  if (!seen) throw notFound(jobServices.called);
  await context.transaction(async (tx) => {
    const card = await tx.lock(changeableCards, seen.jobCardId);
    const service = await tx.lock(everyJobService, id, expectedVersion);
    demandOpen(card);
    await change(tx, card, service);
    emitJobEvent(tx, event, card, { jobServiceId: id });
  });
  return seen;
}
