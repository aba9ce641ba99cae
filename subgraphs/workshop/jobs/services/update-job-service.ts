import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { plain } from '../../decimal';
import { everyAdditionalService } from '../approvals/additional-service.loader';
import { changeService } from './change-service';
import { JobService } from './job-service.entity';
import type { UpdateJobServiceInput } from './job-service.input';
import { JobServiceStatus } from './job-service.lifecycle';
import { everyJobService, jobServices } from './job-service.loader';
import { currencyFor, demandPriced, priceColumns } from './labour';
import { amountOf } from './labour-pricing';

/** Until the job is completed; what was skipped stays as it was. */
export async function updateJobService(
  context: Context,
  id: string,
  { expectedVersion, ...input }: UpdateJobServiceInput,
): Promise<JobService> {
  const currency = await currencyFor(context);
  const patch = patchOf(input, currency);
  await changeService(context, { id, expectedVersion }, 'JobServiceUpdated', async (tx, _card, service) => {
    if (service.status === JobServiceStatus.SKIPPED)
      throw conflict('A service that was skipped does not change any more.', {
        reason: 'SERVICE_FINISHED',
        current: { id, version: service.version, status: service.status },
      });
    const changed = { ...service, ...patch };
    demandPriced(changed, 'input');
    if (service.additionalServiceId) await demandApproved(tx, service.additionalServiceId, changed);
    await tx.update(JobService, service, patch);
  });
  return context.loadOrFail(jobServices, id);
}

type Patch = Partial<
  Pick<
    JobService,
    | 'name'
    | 'description'
    | 'quantity'
    | 'labourHours'
    | 'pricing'
    | 'priceMinor'
    | 'priceCurrency'
    | 'taxCategory'
  >
>;

function patchOf(input: Omit<UpdateJobServiceInput, 'expectedVersion'>, currency: string): Patch {
  const { name, description, quantity, labourHours, pricing, unitPrice, taxCategory } = input;
  for (const [field, value] of Object.entries({ name, quantity, pricing }))
    if (value === null) throw badField(`input.${field}`, 'REQUIRED', 'It cannot be empty.');
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(description !== undefined && { description: description?.trim() ?? null }),
    ...(quantity !== undefined && { quantity: plain(quantity) }),
    ...(labourHours !== undefined && { labourHours: labourHours && plain(labourHours) }),
    ...(pricing !== undefined && { pricing }),
    ...(unitPrice !== undefined && priceColumns(unitPrice, 'input.unitPrice', currency)),
    ...(taxCategory !== undefined && { taxCategory: taxCategory?.trim() ?? null }),
  };
}

/** More money than was approved needs a new approval. */
async function demandApproved(
  tx: Transaction,
  additionalServiceId: string,
  changed: JobService,
): Promise<void> {
  const approval = await tx.lock(everyAdditionalService, additionalServiceId);
  const others = await tx.rows(
    everyJobService,
    sql`t.organisation_id = ${tx.organisationId} and t.additional_service_id = ${additionalServiceId}
      and t.id <> ${changed.id} and t.status <> 'SKIPPED'`,
  );
  const total = [...others, changed].reduce((sum, work) => sum + (amountOf(work)?.minorUnits ?? 0), 0);
  if (total > approval.amountMinor)
    throw conflict('This is more than the customer approved: propose it anew.', {
      reason: 'NEEDS_APPROVAL',
      current: { id: changed.id, version: changed.version, status: changed.status },
    });
}
