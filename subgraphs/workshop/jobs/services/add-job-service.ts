import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import { emitJobEvent } from '../job-event';
import { demandOpen } from '../progress/open-card';
import { changeableCards } from './change-service';
import { JobService } from './job-service.entity';
import type { AddJobServiceInput } from './job-service.input';
import { jobServiceLifecycle } from './job-service.lifecycle';
import { jobServices } from './job-service.loader';
import { currencyFor, type Labour, labourOf } from './labour';

const MOST_OF_A_CARD = 100;

export async function addJobService(context: Context, input: AddJobServiceInput): Promise<JobService> {
  const { jobCardId, idempotencyKey, ...work } = input;
  const [seen] = await context.reader.rows(changeableCards, sql`t.id = ${jobCardId}`);
  if (!seen) throw notFound(changeableCards.called);
  const currency = await currencyFor(context);
  const labour = await labourOf(context, work, 'input', { ...seen, currency });
  const { id } = await context.once(
    { operation: 'addJobService', key: idempotencyKey, input },
    async (tx) => {
      const card = await tx.lock(changeableCards, jobCardId);
      demandOpen(card);
      const [service] = await insertServices(tx, card, [labour], null);
      return { id: service!.id };
    },
  );
  return context.loadOrFail(jobServices, id);
}

/** For a locked card. */
export async function insertServices(
  tx: Transaction,
  card: JobCard,
  work: readonly Labour[],
  additionalServiceId: string | null,
): Promise<JobService[]> {
  const [row] = await tx.query<{ count: number }>(sql`select count(*) as count from workshop.job_service
    where organisation_id = ${tx.organisationId} and job_card_id = ${card.id}`);
  if (row!.count + work.length > MOST_OF_A_CARD)
    throw badField('input', 'TOO_MANY', `A job card has at most ${MOST_OF_A_CARD} services.`);
  const added: JobService[] = [];
  for (const labour of work)
    added.push(
      await tx.insert(JobService, {
        ...labour,
        jobCardId: card.id,
        additionalServiceId,
        status: jobServiceLifecycle.initial,
      }),
    );
  for (const { id: jobServiceId } of added) emitJobEvent(tx, 'JobServiceAdded', card, { jobServiceId });
  return added;
}
