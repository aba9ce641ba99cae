import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { amountsOf, outstandingOf } from './line';
import { linesOf } from './lock-jobs';
import { supplyJobs } from './supply-jobs';

/** Of a job that is over, and shut to new lines, gives back what was not issued; who waits for it is served. */
export const releaseJobParts = defineTask<{ jobCardId: string }>({
  name: 'inventory-release-job-parts',
  parse({ jobCardId }) {
    if (!isId(jobCardId)) throw new Error('Parts of no job.');
    return { jobCardId };
  },
  run: ({ jobCardId }, context) =>
    context.transaction(async (tx) => {
      const open = (await linesOf(tx, jobCardId)).filter((line) => outstandingOf(amountsOf(line)).gt(0));
      const lineIds = open.map(({ id }) => id);
      await supplyJobs(tx, { jobCardId, lineIds, places: open, frees: true }, (supply) => {
        for (const id of lineIds) supply.line(id)!.cancelRest(supply.stock);
      });
    }),
});
