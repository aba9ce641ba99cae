import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, conflict } from '../../../../shared/errors';
import { isId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';
import { JobCard } from '../../jobs/job-card.entity';
import { JobCardStatus } from '../../jobs/job-card.lifecycle';
import { jobCards, jobCardsFor } from '../../jobs/job-card.loader';
import type { JobStage } from './job-stage.entity';
import type { MoveToStageArgs } from './job-stage.input';
import { everyStage, onBoardOf } from './job-stage.loader';
import { JobCardStageChange } from './stage-change.entity';

/** To the stage where it is already: nothing happens. The card's status is no business of the board. */
export async function moveJobCardToStage(
  context: Context,
  { id, stageId, note, expectedVersion }: MoveToStageArgs,
): Promise<JobCard> {
  await context.transaction(async (tx) => {
    const card = await tx.lock(jobCardsFor('jobs:update'), id, expectedVersion);
    if (card.stageId === stageId) return;
    if (card.status === JobCardStatus.CANCELLED)
      throw conflict('A job card that was cancelled is on no board.', {
        current: { id, version: card.version, status: card.status },
      });
    const stage = await stageOnBoard(tx, card, stageId);
    await tx.update(JobCard, card, { stageId }, 'move to stage');
    await recordStage(tx, card, stage, note?.trim() || null);
  });
  return context.loadOrFail(jobCards, id);
}

/** Writes the move into the card's history, and tells of it. */
export async function recordStage(
  tx: Transaction,
  card: JobCard,
  { id: stageId, notifiesCustomer }: JobStage,
  note: string | null = null,
): Promise<void> {
  const { id, serviceCentreId, customerId, vehicleId } = card;
  await tx.insert(JobCardStageChange, {
    jobCardId: id,
    fromStageId: card.stageId === stageId ? null : card.stageId,
    toStageId: stageId,
    note,
    changedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
  });
  tx.emit({
    name: 'JobCardStageChanged',
    subjectType: 'JobCard',
    subjectId: id,
    payload: { serviceCentreId, customerId, vehicleId, stageId, notifiesCustomer },
  });
}

async function stageOnBoard(tx: Transaction, card: JobCard, stageId: string): Promise<JobStage> {
  const [stage] = isId(stageId)
    ? await tx.rows(
        everyStage,
        sql`t.id = ${stageId} and ${onBoardOf(tx.organisationId, card.serviceCentreId)}`,
      )
    : [];
  if (!stage)
    throw badField('stageId', 'UNKNOWN', 'There is no such stage on the board of the card’s service centre.');
  return stage;
}
