import { addSeconds } from '../../../../shared/clock';
import { ApiError } from '../../../../shared/errors';
import { ORGANISATION_RECORDS_REQUESTED } from '../../../../shared/organisation-records/parts';
import type { Context } from '../../../../shared/subgraph/context';
import { mayAll, requireAll } from '../../builder/compile-report';
import { DELETE_EXPORT } from '../delete-export.task';
import { ExportFormat } from '../export.enums';
import { exportLifecycle } from '../export.lifecycle';
import { ExportJob } from '../export-job.entity';
import { exportJobs } from '../export-job.loader';

export const ORGANISATION_EXPORT = 'organisation:export';
const KEPT_SECONDS = 24 * 3600;

/** Who works in some service centres alone takes none of the others with them. */
export function requireWhole(context: Context): void {
  requireAll(context, ORGANISATION_EXPORT);
  requireAll(context, 'reports:read');
  if (context.identity.serviceCentreIds !== null)
    throw new ApiError('FORBIDDEN', 'This is for those who work in all service centres.');
}

/** What is known of persons, and the logs that tell it too, are for who may see all of that. */
export const seesPersons = (context: Context): boolean =>
  mayAll(context, 'customers:export') && mayAll(context, 'audit:read');

export async function exportOrganisation(
  context: Context,
  idempotencyKey: string | null,
): Promise<ExportJob> {
  requireWhole(context);
  const personal = seesPersons(context);
  const command = { operation: 'exportOrganisation', key: idempotencyKey, input: {} };
  const { id } = await context.once(command, async (tx) => {
    const today = tx.now.toISOString().slice(0, 10);
    const job = await tx.insert(ExportJob, {
      userId: context.identity.actorId!,
      status: exportLifecycle.initial,
      format: ExportFormat.ZIP,
      list: null,
      report: null,
      definition: null,
      personal,
      fromDay: today,
      toDay: today,
      serviceCentreId: null,
      rowsWritten: 0,
      failure: null,
      expiresAt: addSeconds(tx.now, KEPT_SECONDS),
    });
    tx.audit('export', 'Organisation', job.organisationId, { export: job.id, personal });
    tx.emit({
      name: ORGANISATION_RECORDS_REQUESTED,
      subjectType: 'ExportJob',
      subjectId: job.id,
      payload: { personal },
    });
    tx.enqueue({ task: DELETE_EXPORT, payload: { exportId: job.id }, runAt: job.expiresAt });
    return { id: job.id };
  });
  return context.loadOrFail(exportJobs, id);
}
