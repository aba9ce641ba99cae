import { requireOrganisation } from '../../../../shared/access/identity';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, badInput } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { requireOpenCentre } from '../../peers';
import { ensureDefaultStages } from './default-stages';
import { JobStage } from './job-stage.entity';
import type { ConfigureJobStagesInput, JobStageInput } from './job-stage.input';
import { everyStage } from './job-stage.loader';
import { boardOf } from './list-job-stages';

/** The list as a whole: the same again changes nothing. A stage is known by its key, also when it comes back. */
export async function configureJobStages(
  context: Context,
  { serviceCentreId = null, stages }: ConfigureJobStagesInput,
): Promise<JobStage[]> {
  requireDistinct(stages);
  if (!serviceCentreId && stages.length === 0)
    throw badField('input.stages', 'REQUIRED', 'The organisation’s board has at least one stage.');
  if (serviceCentreId) await requireOpenCentre(context, serviceCentreId, 'input.serviceCentreId');
  await context.transaction(async (tx) => {
    await ensureDefaultStages(tx);
    await replace(tx, serviceCentreId, await lockedList(tx, serviceCentreId), stages);
    const organisationId = requireOrganisation(tx.identity);
    tx.emit({
      name: 'JobStagesConfigured',
      subjectType: serviceCentreId ? 'ServiceCentre' : 'Organisation',
      subjectId: serviceCentreId ?? organisationId,
      payload: { serviceCentreId },
    });
  });
  return boardOf(context, serviceCentreId);
}

function requireDistinct(stages: JobStageInput[]): void {
  const keys = stages.map(({ key }) => key);
  const twice = keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [{ path: `input.stages.${index}.key`, code: 'TWICE', message: `${key} is in the list already.` }]
      : [],
  );
  if (twice.length) throw badInput(twice);
}

/**
 * Who replaces a list waits for who replaces another: both lock the organisation's, which is always there. What the
 * one in front has added is read after that, since a statement that waited does not see it.
 */
async function lockedList(tx: Transaction, serviceCentreId: string | null): Promise<JobStage[]> {
  const ofOrganisation = sql`t.organisation_id = ${tx.organisationId}`;
  await tx.rows(
    everyStage,
    sql`${ofOrganisation} and t.service_centre_id is null`,
    sql`order by t.id for no key update of t`,
  );
  return tx.rows(
    everyStage,
    sql`${ofOrganisation} and t.service_centre_id is not distinct from ${serviceCentreId}::uuid`,
  );
}

async function replace(
  tx: Transaction,
  serviceCentreId: string | null,
  present: JobStage[],
  wanted: JobStageInput[],
): Promise<void> {
  const byKey = new Map(present.map((stage) => [stage.key, stage]));
  for (const [position, input] of wanted.entries()) {
    const values = { ...input, name: input.name.trim(), colour: input.colour.toUpperCase(), position };
    const known = byKey.get(input.key);
    byKey.delete(input.key);
    if (known) await tx.update(JobStage, known, { ...values, archivedAt: null });
    else await tx.insert(JobStage, { ...values, serviceCentreId });
  }
  for (const left of byKey.values())
    if (!left.archivedAt) await tx.update(JobStage, left, { archivedAt: tx.now }, 'archive');
}
