import { addSeconds } from '../../../shared/clock';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { definitionOf } from '../builder/save-report';
import { DELETE_EXPORT } from './delete-export.task';
import type { ExportReportInput } from './export.input';
import { exportLifecycle } from './export.lifecycle';
import { ExportJob } from './export-job.entity';
import { exportJobs } from './export-job.loader';
import { sourceOf } from './export-source';
import { RUN_EXPORT } from './run-export.task';

const KEPT_SECONDS = 24 * 3600;

/** Refused at once is what is not theirs to see; it is looked at again when the file is made. */
export async function exportReport(context: Context, input: ExportReportInput): Promise<ExportJob> {
  const { format, list = null, from, to, serviceCentreId = null } = input;
  if (list && (input.definition || input.savedReportId))
    throw badField('input.list', 'EITHER', 'Give either a list or a report.');
  const definition = list ? null : await definitionOf(context, input, 'input.');
  const wanted = { list, definition, fromDay: from, toDay: to, serviceCentreId };
  await sourceOf(context, wanted);
  const command = { operation: 'exportReport', key: input.idempotencyKey, input };
  const { id } = await context.once(command, async (tx) => {
    const job = await tx.insert(ExportJob, {
      ...wanted,
      userId: context.identity.actorId!,
      status: exportLifecycle.initial,
      format,
      rowsWritten: 0,
      failure: null,
      expiresAt: addSeconds(tx.now, KEPT_SECONDS),
    });
    tx.audit('export', 'ExportJob', job.id, { format, list, dataset: definition?.dataset ?? null, from, to });
    tx.enqueue({ task: RUN_EXPORT, payload: { exportId: job.id } });
    tx.enqueue({ task: DELETE_EXPORT, payload: { exportId: job.id }, runAt: job.expiresAt });
    return { id: job.id };
  });
  return context.loadOrFail(exportJobs, id);
}
