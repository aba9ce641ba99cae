import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import { jobCards } from '../job-card.loader';
import { changeService } from './change-service';
import { JobService } from './job-service.entity';
import type { JobServiceArgs } from './job-service.input';
import { JobServiceStatus } from './job-service.lifecycle';

/** What was begun, clocked or approved leaves a trace: it is skipped instead. */
export async function removeJobService(context: Context, args: JobServiceArgs): Promise<JobCard> {
  const { jobCardId } = await changeService(
    context,
    args,
    'JobServiceRemoved',
    async (tx, _card, service) => {
      await demandUntouched(tx, service);
      await tx.delete(JobService, service);
    },
  );
  return context.loadOrFail(jobCards, jobCardId);
}

async function demandUntouched(tx: Transaction, service: JobService): Promise<void> {
  const { id, version, status, additionalServiceId } = service;
  const [entry] = await tx.query(sql`select from workshop.time_entry
    where organisation_id = ${tx.organisationId} and job_service_id = ${id} limit 1`);
  if (status !== JobServiceStatus.PENDING || additionalServiceId || entry)
    throw conflict('What was begun, clocked or approved is skipped, not removed.', {
      reason: 'SERVICE_TOUCHED',
      current: { id, version, status },
    });
}
