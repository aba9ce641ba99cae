import type { Context } from '../../../shared/subgraph/context';
import { demandOpen, requireCard } from './card';
import { answerWith, type Chosen, chooseLines, lineOf, quantityWithin, scopeOf } from './chosen-lines';
import type { JobPart } from './job-part.entity';
import type { CancelJobPartsInput, JobPartQuantityInput } from './job-part.input';
import { JobPartStatus, jobPartLifecycle } from './job-part.lifecycle';
import { type Supply, supplyJobs } from './supply-jobs';

const BEYOND = { reason: 'NOT_REQUESTED', message: 'No more is cancelled than is still to come.' };

/** Gives back exactly what is held, for whoever waits for it. What was issued is returned instead. */
export async function cancelJobParts(context: Context, input: CancelJobPartsInput): Promise<JobPart[]> {
  const card = await requireCard(context, input.jobCardId, 'jobParts:cancel');
  const chosen = await chooseLines(context, card.id, input.lines);
  const { ids } = await context.once(
    { operation: 'cancelJobParts', key: input.idempotencyKey, input },
    async (tx) => {
      demandOpen(card);
      const scope = scopeOf(card.id, chosen);
      await supplyJobs(tx, { ...scope, frees: true }, (supply) => {
        supply.demandOpen(card.id);
        for (const each of chosen) cancel(supply, each);
      });
      return { ids: scope.lineIds };
    },
  );
  return answerWith(context, ids);
}

function cancel(supply: Supply, chosen: Chosen<JobPartQuantityInput>): void {
  const line = lineOf(supply, chosen);
  if (line.outstanding.isZero()) jobPartLifecycle.demand(line.status, JobPartStatus.CANCELLED);
  line.cancel(supply.stock, quantityWithin(chosen, line.outstanding, BEYOND));
}
