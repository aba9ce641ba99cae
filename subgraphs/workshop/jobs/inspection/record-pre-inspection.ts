import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { conflict, notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { plain } from '../../decimal';
import { estimateColumns } from '../estimate';
import { JobCard } from '../job-card.entity';
import { JobCardStatus } from '../job-card.lifecycle';
import { jobCards } from '../job-card.loader';
import { emitJobEvent } from '../job-event';
import { moveJobCard } from '../move-job-card';
import { demandOpen } from '../progress/open-card';
import { changeableCards } from '../services/change-service';
import { recordOdometer } from './inspected-odometer';
import { PreInspection } from './pre-inspection.entity';
import type { RecordPreInspectionInput } from './pre-inspection.input';
import { everyPreInspection } from './pre-inspection.loader';

const { CREATED, INSPECTED } = JobCardStatus;

/** A card that nobody has looked at yet is INSPECTED from then on; later it is put down where the card stands. */
export async function recordPreInspection(
  context: Context,
  input: RecordPreInspectionInput,
): Promise<JobCard> {
  const { jobCardId, odometer, expectedVersion } = input;
  const [seen] = await context.reader.rows(changeableCards, sql`t.id = ${jobCardId}`);
  if (!seen) throw notFound(changeableCards.called);
  const found = findings(input);
  demandOpen(seen);
  demandVersion(seen, expectedVersion);
  if (odometer) await recordOdometer(context, seen, odometer);
  await context.transaction(async (tx) => {
    const card = await tx.lock(changeableCards, jobCardId, expectedVersion);
    demandOpen(card);
    await writeDown(tx, card, found);
    const estimate = estimateColumns(input.estimatedCost);
    if (card.status === CREATED)
      await moveJobCard(tx, card, INSPECTED, { action: 'inspect', patch: estimate });
    else await tx.update(JobCard, card, estimate, 'inspect');
    emitJobEvent(tx, 'JobCardInspected', card);
  });
  return context.loadOrFail(jobCards, jobCardId);
}

/** Before the odometer is written down, too: who saw another version does not write there either. */
function demandVersion({ id, version, updatedAt }: JobCard, expected: number | null | undefined): void {
  if (expected != null && expected !== version)
    throw conflict('The job card was changed by somebody else.', {
      current: { id, version, updatedAt: updatedAt.toISOString() },
    });
}

type Findings = Partial<
  Pick<
    PreInspection,
    | 'odometerValue'
    | 'odometerUnit'
    | 'fuelPercent'
    | 'exteriorCondition'
    | 'interiorCondition'
    | 'issues'
    | 'estimatedCostMinor'
    | 'estimatedCostCurrency'
    | 'estimatedHours'
  >
>;

function findings(input: RecordPreInspectionInput): Findings {
  const { odometer, fuelPercent, exteriorCondition, interiorCondition, issues, estimatedHours } = input;
  return {
    ...(odometer && { odometerValue: odometer.value, odometerUnit: odometer.unit }),
    fuelPercent,
    exteriorCondition: exteriorCondition?.trim() ?? exteriorCondition,
    interiorCondition: interiorCondition?.trim() ?? interiorCondition,
    ...(issues !== undefined && { issues: (issues ?? []).map((issue) => issue.trim()) }),
    ...estimateColumns(input.estimatedCost),
    ...(estimatedHours !== undefined && { estimatedHours: estimatedHours && plain(estimatedHours) }),
  };
}

/** One for each card, which is locked. */
async function writeDown(tx: Transaction, { id: jobCardId }: JobCard, found: Findings): Promise<void> {
  const by = {
    inspectedAt: tx.now,
    inspectedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
  };
  const [earlier] = await tx.rows(
    everyPreInspection,
    sql`t.organisation_id = ${tx.organisationId} and t.job_card_id = ${jobCardId}`,
    sql`for no key update of t`,
  );
  if (earlier) await tx.update(PreInspection, earlier, { ...found, ...by });
  else await tx.insert(PreInspection, { issues: [], ...found, ...by, jobCardId });
}
