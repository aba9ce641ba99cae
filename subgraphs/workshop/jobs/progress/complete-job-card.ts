import { requireOrganisation } from '../../../../shared/access/identity';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import { JobCardStatus } from '../job-card.lifecycle';
import { jobCards, jobCardsFor } from '../job-card.loader';
import { emitJobEvent } from '../job-event';
import { moveJobCard } from '../move-job-card';
import { demandIn, shownOf } from './open-card';
import type { StepArgs } from './progress.input';

const { COMPLETED, IN_PROGRESS } = JobCardStatus;
const completable = jobCardsFor('jobs:update');

/** What a customer has not decided keeps a card from being IN_PROGRESS; what else is open is told by its reason. */
export async function completeJobCard(context: Context, { id, expectedVersion }: StepArgs): Promise<JobCard> {
  const parts = await partsToSettle(context, await context.loadOrFail(jobCards, id));
  await context.transaction(async (tx) => {
    const card = await tx.lock(completable, id, expectedVersion);
    demandIn(card, [IN_PROGRESS], COMPLETED);
    const reasons = [...(await openWork(tx, card)), ...(parts > 0 ? ['OPEN_PARTS'] : [])];
    if (reasons.length)
      throw conflict('Something of the job is still open: settle it first.', {
        reason: reasons[0],
        reasons,
        ...shownOf(card),
      });
    await moveJobCard(tx, card, COMPLETED, { action: 'complete', patch: { completedAt: tx.now } });
    emitJobEvent(tx, 'JobCardCompleted', card, { technicianId: card.technicianId });
  });
  return context.loadOrFail(jobCards, id);
}

/** Asked as the program: how many, the caller need not be able to see which. */
async function partsToSettle(context: Context, { id }: JobCard): Promise<number> {
  const system = context.asSystem(requireOrganisation(context.identity));
  const { jobPartsToSettle } = await system.peers.ask<{ jobPartsToSettle: number }>(
    'inventory',
    'query ($id: ID!) { jobPartsToSettle(jobCardId: $id) }',
    { id },
  );
  return jobPartsToSettle;
}

async function openWork(tx: Transaction, { id }: JobCard): Promise<string[]> {
  const ofCard = sql`organisation_id = ${tx.organisationId} and job_card_id = ${id}`;
  const [open] = await tx.query<{ services: boolean; clocks: boolean }>(sql`select
    exists (select from workshop.job_service where ${ofCard} and status in ('PENDING', 'IN_PROGRESS')) as services,
    exists (select from workshop.time_entry where ${ofCard} and ended_at is null) as clocks`);
  return [...(open!.services ? ['OPEN_SERVICES'] : []), ...(open!.clocks ? ['RUNNING_CLOCK'] : [])];
}
