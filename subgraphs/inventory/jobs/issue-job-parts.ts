import { requireReach } from '../../../shared/access/identity';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import type { Movement } from '../stock/ledger-types';
import { demandOpen, requireCard } from './card';
import { answerWith, type Chosen, chooseLines, lineOf, quantityWithin, scopeOf } from './chosen-lines';
import type { JobPart } from './job-part.entity';
import type { IssueJobPartsInput, JobPartIssueInput } from './job-part.input';
import { JobPartIssue } from './job-part-issue.entity';
import type { Line } from './line';
import { type Supply, supplyJobs } from './supply-jobs';

const BEYOND = {
  reason: 'NOT_RESERVED',
  message: 'Only what is reserved for the job is handed out for it.',
};

/** Out of the line's own reservation. The cost is that of the movement, the price that of the part, from then on. */
export async function issueJobParts(context: Context, input: IssueJobPartsInput): Promise<JobPart[]> {
  const { identity } = context;
  if (input.lines.some(({ unitPrice }) => unitPrice)) requireReach(identity, 'jobParts:price');
  const card = await requireCard(context, input.jobCardId, 'jobParts:issue');
  const chosen = await chooseLines(context, card.id, input.lines);
  const prices = chosen.map(priceOf);
  const { ids } = await context.once(
    { operation: 'issueJobParts', key: input.idempotencyKey, input },
    async (tx) => {
      demandOpen(card);
      const issues = await supplyJobs(tx, { ...scopeOf(card.id, chosen), frees: false }, (supply) => {
        supply.demandOpen(card.id);
        return chosen.map((each, index) => issue(supply, each, prices[index]!));
      });
      for (const each of issues) await recordIssue(tx, each);
      return { ids: chosen.map(({ id }) => id) };
    },
  );
  return answerWith(context, ids);
}

function priceOf({ given: { unitPrice }, part, path }: Chosen<JobPartIssueInput>): Money | null {
  if (!unitPrice) return null;
  const price = Money.from(unitPrice, `${path}.unitPrice`);
  if (price.minorUnits < 0) throw badField(`${path}.unitPrice.amount`, 'MIN', 'A price is not below zero.');
  if (part.priceCurrency && part.priceCurrency !== price.currency)
    throw badField(`${path}.unitPrice.currency`, 'CURRENCY', `The part is sold in ${part.priceCurrency}.`);
  return price;
}

interface Issued {
  line: Line;
  movement: Movement;
}

function issue(supply: Supply, chosen: Chosen<JobPartIssueInput>, price: Money | null): Issued {
  const { stock } = supply;
  const line = lineOf(supply, chosen);
  const quantity = quantityWithin(chosen, stock.held(line.place, line.reference), BEYOND);
  const { part } = chosen;
  if (line.row!.issued === '0')
    line.sale = {
      priceMinor: part.priceMinor,
      priceCurrency: part.priceCurrency,
      taxCategory: part.taxCategory,
    };
  if (price) line.sale = { ...line.sale, priceMinor: price.minorUnits, priceCurrency: price.currency };
  return { line, movement: line.issue(stock, quantity) };
}

async function recordIssue(tx: Transaction, { line, movement }: Issued): Promise<void> {
  const { kind, actorId } = tx.identity;
  await tx.insert(JobPartIssue, {
    jobPartId: line.id,
    movementId: movement.id,
    quantity: movement.quantity.negated().toFixed(),
    returned: '0',
    unitCost: movement.unitCost?.amount.toFixed() ?? null,
    costCurrency: movement.unitCost?.currency ?? null,
    issuedById: kind === 'USER' ? actorId : null,
  });
}
