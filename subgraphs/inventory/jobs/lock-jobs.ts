import { idList, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { StockPlace } from '../stock/lock-levels';
import type { JobPart } from './job-part.entity';
import { JobPartStatus } from './job-part.lifecycle';
import { everyJobPart, everySuppliedJob } from './job-part.loader';
import type { SuppliedJob } from './supplied-job.entity';

/** Inventory knows a job from its first part on, or from its end: who comes first writes it down. */
export async function knowJob(
  tx: Transaction,
  { id, serviceCentreId, customerId }: Pick<SuppliedJob, 'id' | 'serviceCentreId' | 'customerId'>,
): Promise<void> {
  await tx.query(sql`
    insert into inventory.supplied_job (organisation_id, id, version, created_at, updated_at, service_centre_id, customer_id, revision)
    values (${tx.organisationId}, ${id}, 1, ${tx.now}, ${tx.now}, ${serviceCentreId}, ${customerId}, 0)
    on conflict (organisation_id, id) do nothing`);
}

/**
 * A command's own jobs and those that wait at these places, locked in one order, before any level is. A job that begins
 * to wait there behind this look is served by who hears of what is left.
 */
export function lockJobs(
  tx: Transaction,
  own: readonly string[],
  waitingAt: readonly StockPlace[],
): Promise<SuppliedJob[]> {
  return tx.rows(
    everySuppliedJob,
    sql`t.organisation_id = ${tx.organisationId} and t.id in (
      select id from unnest(${idList(own)}::uuid[]) as own(id)
      union
      select p.job_card_id from inventory.job_part p
        join unnest(${idList(waitingAt.map(({ partId }) => partId))}::uuid[],
          ${idList(waitingAt.map(({ locationId }) => locationId))}::uuid[]) as w(part_id, location_id)
          on p.part_id = w.part_id and p.location_id = w.location_id
        where p.organisation_id = ${tx.organisationId} and p.status = ${JobPartStatus.WAITING})`,
    sql`order by t.id for no key update of t`,
  );
}

export const linesOf = (tx: Transaction, jobCardId: string): Promise<JobPart[]> =>
  tx.rows(everyJobPart, sql`t.organisation_id = ${tx.organisationId} and t.job_card_id = ${jobCardId}`);

/** Lines of locked jobs, as they stand behind the locks: those named, and those that wait. The oldest first. */
export function readLines(
  tx: Transaction,
  jobs: readonly SuppliedJob[],
  named: readonly string[],
): Promise<JobPart[]> {
  return tx.rows(
    everyJobPart,
    sql`t.organisation_id = ${tx.organisationId} and t.job_card_id = any(${idList(jobs.map(({ id }) => id))}::uuid[])
      and (t.status = ${JobPartStatus.WAITING} or t.id = any(${idList(named)}::uuid[]))`,
    sql`order by t.created_at, t.id`,
  );
}
