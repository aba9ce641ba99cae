import { Decimal } from 'decimal.js';
import { idList, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { Context } from '../../../shared/subgraph/context';
import { costOfColumns } from '../stock/cost';
import type { Reason } from '../stock/ledger-types';
import { claimedOf } from '../warranty/claimed';
import { demandReturnable, requireCard } from './card';
import { answerWith, type Chosen, chooseLines, lineOf, quantityWithin, scopeOf } from './chosen-lines';
import type { JobPart } from './job-part.entity';
import type { JobPartQuantityInput, ReturnJobPartsInput } from './job-part.input';
import { everyIssue } from './job-part.loader';
import { JobPartIssue } from './job-part-issue.entity';
import { type Supply, supplyJobs } from './supply-jobs';

/** What is claimed under warranty is faulty: that does not go back on the shelf. */
const BEYOND = {
  reason: 'NOT_ISSUED',
  message: 'No more comes back from a job than it was given and is not claimed.',
};

/** Back to where it came from, each at the cost of its own issue, the last issue first. Who waits for it is served. */
export async function returnJobParts(context: Context, input: ReturnJobPartsInput): Promise<JobPart[]> {
  const card = await requireCard(context, input.jobCardId, 'jobParts:return');
  const chosen = await chooseLines(context, card.id, input.lines);
  const reason = { text: input.reason?.trim() ?? null };
  const { ids } = await context.once(
    { operation: 'returnJobParts', key: input.idempotencyKey, input },
    async (tx) => {
      demandReturnable(card);
      const scope = scopeOf(card.id, chosen);
      await supplyJobs(tx, { ...scope, frees: true }, async (supply) => {
        supply.demandReturnable(card.id);
        const issues = await readIssues(tx, scope.lineIds);
        const claimed = await claimedOf(tx, scope.lineIds);
        for (const each of chosen) await takeBack(tx, supply, each, { issues, claimed }, reason);
      });
      return { ids: scope.lineIds };
    },
  );
  return answerWith(context, ids);
}

/** The last first; no others than their job's lock holder changes them. */
const readIssues = (tx: Transaction, lineIds: readonly string[]): Promise<JobPartIssue[]> =>
  tx.rows(
    everyIssue,
    sql`t.organisation_id = ${tx.organisationId} and t.job_part_id = any(${idList(lineIds)}::uuid[])`,
    sql`order by t.created_at desc, t.id desc`,
  );

async function takeBack(
  tx: Transaction,
  supply: Supply,
  chosen: Chosen<JobPartQuantityInput>,
  { issues, claimed }: { issues: readonly JobPartIssue[]; claimed: (lineId: string) => Decimal },
  reason: Reason,
): Promise<void> {
  const line = lineOf(supply, chosen);
  let left = quantityWithin(chosen, line.used.minus(claimed(line.id)), BEYOND);
  for (const issue of issues.filter(({ jobPartId }) => jobPartId === line.id)) {
    const out = new Decimal(issue.quantity).minus(issue.returned);
    const back = Decimal.min(left, out);
    if (back.isZero()) continue;
    line.takeBack(supply.stock, back, costOfColumns(issue.unitCost, issue.costCurrency), reason);
    await tx.update(JobPartIssue, issue, { returned: back.plus(issue.returned).toFixed() }, 'return');
    left = left.minus(back);
  }
}
