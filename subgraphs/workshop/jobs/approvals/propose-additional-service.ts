import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import { emitJobEvent } from '../job-event';
import { JobCardWait } from '../progress/job-card-wait';
import { demandOpen } from '../progress/open-card';
import { addWait } from '../progress/waits';
import { changeableCards } from '../services/change-service';
import { currencyFor } from '../services/labour';
import { AdditionalService } from './additional-service.entity';
import type { ProposeAdditionalServiceInput } from './additional-service.input';
import { additionalServiceLifecycle } from './additional-service.lifecycle';
import { additionalServices } from './additional-service.loader';
import { amountColumns, linesOf } from './proposed-work';

const MOST_OF_A_CARD = 100;

/** The card waits for the customer from now on; who tells them listens to the event. */
export async function proposeAdditionalService(
  context: Context,
  input: ProposeAdditionalServiceInput,
): Promise<AdditionalService> {
  const { jobCardId, title, reason, idempotencyKey } = input;
  const [seen] = await context.reader.rows(changeableCards, sql`t.id = ${jobCardId}`);
  if (!seen) throw notFound(changeableCards.called);
  const currency = await currencyFor(context);
  const lines = await linesOf(context, input.lines, { ...seen, currency });
  const columns = {
    title: title.trim(),
    reason: reason?.trim() ?? null,
    lines,
    ...amountColumns(lines, input.amount, currency),
  };
  const { id } = await context.once(
    { operation: 'proposeAdditionalService', key: idempotencyKey, input },
    async (tx) => {
      const card = await tx.lock(changeableCards, jobCardId);
      demandOpen(card);
      await demandRoom(tx, card);
      const proposal = await tx.insert(AdditionalService, {
        ...columns,
        jobCardId,
        status: additionalServiceLifecycle.initial,
        proposedById: tx.identity.actorId,
      });
      emitJobEvent(tx, 'AdditionalServiceProposed', card, { additionalServiceId: proposal.id });
      await addWait(tx, card, JobCardWait.APPROVAL, { action: 'wait for approval' });
      return { id: proposal.id };
    },
  );
  return context.loadOrFail(additionalServices, id);
}

async function demandRoom(tx: Transaction, card: JobCard): Promise<void> {
  const [row] = await tx.query<{
    count: number;
  }>(sql`select count(*) as count from workshop.additional_service
    where organisation_id = ${tx.organisationId} and job_card_id = ${card.id}`);
  if (row!.count >= MOST_OF_A_CARD)
    throw badField('input.jobCardId', 'TOO_MANY', `For a job at most ${MOST_OF_A_CARD} are proposed.`);
}
