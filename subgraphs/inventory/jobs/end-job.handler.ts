import type { EventHandler } from '../../../shared/events/handler';
import { isId } from '../../../shared/ids';
import { amountsOf, outstandingOf, usedOf } from './line';
import { knowJob, linesOf, lockJobs } from './lock-jobs';
import { releaseJobParts } from './release-job-parts.task';
import { type JobEnd, SuppliedJob } from './supplied-job.entity';

/**
 * Shuts the job: what was asked for before stands behind the lock, and nothing is asked for any more. Only then can what
 * it holds be found without a gap, and be given back in the order in which everybody locks. What was issued for a job
 * that was called off lies somewhere in the shop: people bring it back, and this tells that there is something.
 */
const endJob = (event: string, ended: JobEnd): EventHandler => ({
  event,
  name: `inventory.end-job-${ended.toLowerCase()}`,
  async handle(tx, { subjectId: id, payload }) {
    const { serviceCentreId } = payload;
    const customerId = isId(payload.customerId) ? payload.customerId : null;
    // Without the centre it is an event of an older program: then only a job that is known has anything.
    if (isId(serviceCentreId)) await knowJob(tx, { id, serviceCentreId, customerId });
    const [job] = await lockJobs(tx, [id], []);
    if (!job) return;
    await tx.update(SuppliedJob, job, { ended, customerId: customerId ?? job.customerId }, 'end');
    const lines = (await linesOf(tx, id)).map(amountsOf);
    if (lines.some((line) => outstandingOf(line).gt(0)))
      tx.enqueue({ task: releaseJobParts.name, payload: { jobCardId: id } });
    const left = lines.filter((line) => usedOf(line).gt(0)).length;
    if (ended === 'CANCELLED' && left > 0)
      tx.emit({
        name: 'JobPartsToReturn',
        subjectType: 'JobCard',
        subjectId: id,
        payload: { jobCardId: id, serviceCentreId: job.serviceCentreId, lines: left },
      });
  },
});

export const endCancelledJob = endJob('JobCardCancelled', 'CANCELLED');
export const endCompletedJob = endJob('JobCardCompleted', 'COMPLETED');
